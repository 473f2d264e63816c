"""Writes RESULTS.md: tables of medians, ratios, and the machine."""

import dataclasses
import os
import platform
import re

import shipped

WHOLE = "kerncijfers, whole run"
COMPUTE = "kerncijfers, compute only"
ONE_THREAD = "kerncijfers, compute only, 1 thread"
DUCKDB = "DuckDB"
POLARS = "Polars, streaming"
FLOOR_ONE = "floor, C by hand, 1 thread"
FLOOR = "floor, C by hand, 2 threads"


@dataclasses.dataclass
class Scale:
    copies: int
    runs: int
    megabytes: float
    cell_count: int
    taken: dict


def table(results, bases):
    """Medians of each program, and its wall time as a multiple of that of some of them."""
    heads = "".join(f" wall / {base.split(',')[0].split(chr(39))[0]} |" for base in bases)
    lines = [f"| | wall s | CPU s | peak MB |{heads}", "|---|---:|---:|---:|" + "---:|" * len(bases)]
    for name, (wall, processor, memory) in results.items():
        ratios = "".join(f" {wall / results[base][0]:.2f} |" for base in bases)
        lines.append(f"| {name} | {wall:.3f} | {processor:.3f} | {memory:.0f} |{ratios}")
    return lines + [""]


def shipped_lines(runs, results, start):
    rest = results[shipped.WHOLE][0] - results[shipped.COMPUTE][0]
    return [
        "## The shipped report, on the shipped exports", "",
        f"Medians of {runs} runs in turn.", "",
        *table(results, [shipped.DUCKDB]),
        f"The rest of the run (workbook, Markdown, charts, page and manifest), as the whole run less "
        f"computing: {rest * 1000:.0f} ms, {rest / results[shipped.DUCKDB][0]:.2f} of DuckDB's time.",
        f"Start-up (`--version`): {start[0] * 1000:.1f} ms.", ""]


def scale_lines(scale):
    taken = scale.taken
    wall = taken[COMPUTE][0]
    return [
        f"## The benchmark's project, {scale.copies} x: {scale.megabytes:.0f} MB", "",
        "One run of each in turn, after one to warm up." if scale.runs == 1
        else f"Medians of {scale.runs} runs in turn.", "",
        *table(taken, [POLARS, FLOOR]),
        f"All give the same {scale.cell_count} numbers. Computing on two threads is "
        f"{taken[ONE_THREAD][0] / wall:.2f} times as fast as on one, at "
        f"{scale.megabytes / wall / 1000:.2f} GB/s.", ""]


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"^model name\s*: (.*)$", file.read(), re.M)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    name = model[1] if model else platform.machine()
    return (f"{name}, {os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.system()} "
            f"{platform.release()}.")


def head():
    return [
        "# Results", "", "Made by `make bench`; see README.md for what is measured.", "",
        machine(), "", "Warm page cache, each process by itself.", ""]
