"""Times kerncijfers beside DuckDB, Polars and C by hand: whole processes, in turn, medians.

    python Benchmarks/bench.py [--runs N] [--copies N,N,...] [--scratch FOLDER]

The first table is the shipped report on the shipped exports, the others are the benchmark's project
(Benchmarks/project) on the shipped exports of five datasets, so many times. Which figures differ is in
the results, which go to Benchmarks/RESULTS.md.
"""

import argparse
import csv
import glob
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCHMARKS = os.path.join(ROOT, "Benchmarks")
ORACLE = os.path.join(ROOT, "Tests", "AcceptanceTests", "Oracle")
sys.path[:0] = [ORACLE, BENCHMARKS]
import compare  # noqa: E402
import make_project  # noqa: E402

PROGRAM = os.path.join(ROOT, ".build", "release", "kerncijfers")
DUCKDB = os.path.join(os.path.dirname(sys.executable), "duckdb")


def duckdb_script(exports, scratch):
    """The SQL that reads every delivery and computes the figures' cells.

    DuckDB does not read Windows-1252: it gets copies in UTF-8, which are made before the clock runs.
    """
    statements = [compare.SPELLED]
    for dataset in sorted(os.listdir(exports)):
        if not os.path.isdir(os.path.join(exports, dataset)):
            continue
        files = sorted(glob.glob(os.path.join(exports, dataset, "*", "*.csv")))
        if dataset == "helpdeskvragen":
            files = [compare.in_utf8(file, scratch) for file in files]
        with open(files[0], encoding="utf-8-sig") as file:
            names = file.readline().strip().split(compare.SEMICOLON.get(dataset, ";"))
        # Declared, so that nothing has to be guessed.
        columns = "{" + ", ".join(f"'{name}': 'VARCHAR'" for name in names) + "}"
        statements.append(
            f"CREATE TABLE {dataset} AS SELECT *, "
            "regexp_extract(filename, '/([0-9]{4})/', 1)::INT AS year "
            f"FROM read_csv({files}, delim='{compare.SEMICOLON.get(dataset, ';')}', "
            "quote='\"', escape='\"', header=true, auto_detect=false, filename=true, "
            f"nullstr='\x01', columns={columns});"
        )
    statements.append(compare.LANGUAGES)
    with open(os.path.join(ORACLE, "figures.sql"), encoding="utf-8") as file:
        statements.append(file.read())
    statements.append("SELECT count(*), sum(value) FROM cells;")
    return "\n".join(statements)


def measure(command):
    """Wall seconds, processor seconds and peak memory in MB of one process."""
    start = time.perf_counter()
    child = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def report_command(project, output):
    return [PROGRAM, "run", "--year", "2019", "--quiet", "--project", project, "--output", output]


def medians(commands, runs):
    """The medians of each command; they run in turn, and the first turn warms up."""
    results = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            figures = measure(command)
            if turn > 0:
                results[name].append(figures)
    return {
        name: [statistics.median(column) for column in zip(*figures)]
        for name, figures in results.items()
    }


def reading_milliseconds(project, output, runs):
    """The program's own measure of reading, checking and computing, without definitions and files."""
    command = [part for part in report_command(project, output) if part != "--quiet"]
    taken = []
    for _ in range(runs):
        text = subprocess.run(command, capture_output=True, text=True, check=True).stderr
        taken.append(int(re.search(r"^read and compute: .*\((\d+) ms\)", text, re.M)[1]))
    return statistics.median(taken)


def table(title, results, base):
    lines = [f"## {title}", "", f"| | wall s | CPU s | peak MB | wall / {base} | CPU / {base} |"]
    lines.append("|---|---:|---:|---:|---:|---:|")
    for name, (wall, cpu, memory) in results.items():
        lines.append(
            f"| {name} | {wall:.3f} | {cpu:.3f} | {memory:.0f} "
            f"| {wall / results[base][0]:.2f} | {cpu / results[base][1]:.2f} |"
        )
    return lines + [""]


def shipped(scratch, runs):
    script = os.path.join(scratch, "figures.sql")
    with open(script, "w", encoding="utf-8") as file:
        file.write(duckdb_script(os.path.join(ROOT, "inputs", "exports"), scratch))
    commands = {
        "kerncijfers, whole run": report_command(ROOT, os.path.join(scratch, "report")),
        "DuckDB, aggregates only": [DUCKDB, "-c", f".read {script}"],
    }
    results = medians(commands, runs)
    return table("The shipped report, on the shipped exports", results, "DuckDB, aggregates only")


def labels(folder, figure):
    """Cells of a figure of the program, as a multiset of values above zero.

    Labels differ from spellings in the files, so that values are compared, not names.
    """
    with open(os.path.join(folder, "figures.csv"), encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["figure"] == figure]
    return sorted(int(row["value"]) for row in rows if row["value"] not in ("", "0"))


def check_same(output, engine):
    """Says which figures' values differ; of figure 3 the program shows the ten largest only."""
    theirs = {}
    command = engine_command(*engine)
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for row in csv.reader(text.splitlines()):
        theirs.setdefault(row[0], []).append((row[1], row[2], int(row[3])))
    differing = []
    for figure in map(str, range(1, 10)):
        ours, cells = labels(output, figure), theirs[figure]
        if figure == "3":
            last = dict((row, value) for row, year, value in cells if year == "2019")
            top = sorted(last, key=lambda row: -last[row])[:10]
            cells = [cell for cell in cells if cell[0] in top]
        values = sorted(value for _, _, value in cells if value > 0)
        if ours != values:
            differing.append(figure)
    return f"{engine[0]}: figures whose values differ: {', '.join(differing) or 'none'}."


def engine_command(engine, exports, scratch):
    if engine == "duckdb":
        script = os.path.join(scratch, "benchmark.sql")
        with open(script, "w", encoding="utf-8") as file:
            subprocess.run(
                [sys.executable, os.path.join(BENCHMARKS, "engines.py"), "duckdb", exports],
                stdout=file, check=True)
        return [DUCKDB, "-c", f".read {script}"]
    return [sys.executable, os.path.join(BENCHMARKS, "engines.py"), "polars", exports]


def in_utf8(exports, scratch):
    """The same exports where neither DuckDB nor Polars has to read Windows-1252."""
    target = os.path.join(scratch, "utf8")
    os.makedirs(target)
    for dataset in os.listdir(exports):
        if dataset != "helpdeskvragen":
            os.symlink(os.path.join(exports, dataset), os.path.join(target, dataset))
    for path in glob.glob(os.path.join(exports, "helpdeskvragen", "*", "*.csv")):
        copy = os.path.join(target, os.path.relpath(path, exports))
        os.makedirs(os.path.dirname(copy), exist_ok=True)
        with open(path, encoding="cp1252", newline="") as source:
            with open(copy, "w", encoding="utf-8", newline="") as file:
                shutil.copyfileobj(source, file)
    return target


def scaled(copies, scratch, runs):
    exports = os.path.join(scratch, "exports")
    subprocess.run(
        [os.path.join(scratch, "scale"), os.path.join(ROOT, "inputs", "exports"), exports,
         str(copies), *make_project.DATASETS], check=True)
    project = os.path.join(scratch, "project")
    make_project.make_project(project, exports)
    paths = sorted(glob.glob(os.path.join(exports, "*", "*", "*.csv")))
    utf8 = in_utf8(exports, scratch)
    output = os.path.join(scratch, "report")
    floor = os.path.join(scratch, "floor")
    commands = {"kerncijfers, whole run": report_command(project, output)}
    commands["kerncijfers, one thread"] = commands["kerncijfers, whole run"] + ["--jobs", "1"]
    for engine in ("duckdb", "polars"):
        commands[engine] = engine_command(engine, utf8, scratch)
    for kind in ("compute", "scan"):
        for threads in ("1", "2"):
            commands[f"floor, {kind}, {threads} thread(s)"] = [floor, kind, threads, *paths]
    results = medians(commands, runs)
    checks = [check_same(output, (engine, utf8, scratch)) for engine in ("duckdb", "polars")]
    size = sum(os.path.getsize(path) for path in paths) / 1e6
    lines = table(f"The benchmark's project, {copies} x: {size:.0f} MB", results, "polars")
    taken = reading_milliseconds(project, output, runs)
    lines += [f"Reading, checking and computing alone, by the program's own clock: {taken:.0f} ms.", ""]
    lines += [*checks, ""]
    for made in (exports, utf8, project):
        shutil.rmtree(made)
    return lines


def machine():
    model = re.search(r"^model name\s*: (.*)$", open("/proc/cpuinfo", encoding="utf-8").read(), re.M)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    name = model[1] if model else platform.machine()
    return f"{name}, {os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.system()}."


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--copies", default="1,28")
    parser.add_argument("--scratch", help="where deliveries are made; a temporary folder without it")
    options = parser.parse_args()
    lines = ["# Results", "", "Made by `make bench`; see README.md for what is measured.", ""]
    lines += [machine(), f"Medians of {options.runs} runs in turn, warm page cache.", ""]
    for number in options.copies.split(","):
        with tempfile.TemporaryDirectory(
            dir=options.scratch and os.path.abspath(options.scratch)
        ) as scratch:
            for name in ("scale", "floor"):
                source = os.path.join(BENCHMARKS, name + ".c")
                subprocess.run(
                    ["cc", "-O3", "-march=native", "-pthread", "-o", os.path.join(scratch, name), source],
                    check=True)
            if number == options.copies.split(",")[0]:
                lines += shipped(scratch, options.runs)
            lines += scaled(int(number), scratch, options.runs)
    text = "\n".join(lines)
    print(text)
    with open(os.path.join(BENCHMARKS, "RESULTS.md"), "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    main()
