"""Times kerncijfers beside DuckDB, Polars and C by hand: whole processes, in turn, medians.

    python Benchmarks/bench.py [--runs N] [--copies N,N,...] [--scratch FOLDER] [--add]

The first table is the shipped report on the shipped exports, the others are the benchmark's project
(Benchmarks/project) on the shipped exports of five datasets, so many times. All programs must give the
same numbers, else the benchmark ends with 1. The results go to Benchmarks/RESULTS.md.
"""

import argparse
import glob
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BENCHMARKS = os.path.join(ROOT, "Benchmarks")
sys.path[:0] = [BENCHMARKS]
import canonical  # noqa: E402
import cells  # noqa: E402
import engines  # noqa: E402
import make_project  # noqa: E402
import results  # noqa: E402
import shipped  # noqa: E402

PROGRAM = os.path.join(ROOT, ".build", "release", "kerncijfers")
DUCKDB = os.path.join(os.path.dirname(sys.executable), "duckdb")


def measure(command, scratch, output=os.devnull):
    """Wall seconds, processor seconds and peak memory in MB of one process."""
    numbers = os.path.join(scratch, "numbers")
    with open(numbers, "w", encoding="ascii") as file, open(output, "wb") as out:
        child = subprocess.run(
            ["bash", "-c", 'exec "$@" 3>&' + str(file.fileno()), "measure",
             os.path.join(scratch, "measure"), *command],
            stdout=out, stderr=subprocess.PIPE, pass_fds=[file.fileno()], check=False)
    if child.returncode != 0:
        sys.exit(f"{' '.join(command)[:300]} ended with {child.returncode}\n{child.stderr.decode()}")
    with open(numbers, encoding="ascii") as file:
        wall, processor, kib = file.read().split()
    return float(wall), float(processor), int(kib) / 1024


def medians(commands, runs, scratch):
    """The medians of each command; they run in turn, and the first turn warms up."""
    taken = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            numbers = measure(command, scratch)
            if turn > 0:
                taken[name].append(numbers)
    return {
        name: [statistics.median(column) for column in zip(*numbers)]
        for name, numbers in taken.items()
    }


def printed(command, scratch):
    """What a command prints."""
    path = os.path.join(scratch, "printed")
    measure(command, scratch, path)
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def run_command(project, output):
    return [PROGRAM, "run", "--force", "--year", "2019", "--quiet", "--project", project, "--output", output]


def in_utf8(exports, target):
    """The same exports where neither DuckDB nor Polars has to read Windows-1252, which they cannot."""
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


def commands_of(project, exports, utf8, scratch):
    """Every program of a table by its name, and the name of the one that each is held against."""
    paths = sorted(
        glob.glob(os.path.join(exports, "*", "*", "*.csv")), key=os.path.getsize, reverse=True)
    script = os.path.join(scratch, "benchmark.sql")
    with open(script, "w", encoding="utf-8") as file:
        file.write(engines.duckdb_script(utf8))
    output = os.path.join(scratch, "report")
    floor = os.path.join(scratch, "floor")
    compute = run_command(project, "-")
    return {
        results.WHOLE: run_command(project, output),
        results.COMPUTE: compute,
        results.ONE_THREAD: [*compute, "--jobs", "1"],
        results.DUCKDB: [DUCKDB, "-c", f".read {script}"],
        results.POLARS: [sys.executable, os.path.join(BENCHMARKS, "engines.py"), "polars", utf8],
        results.FLOOR_ONE: [floor, "compute", "1", *paths],
        results.FLOOR: [floor, "compute", "2", *paths],
        "floor, scan only, 1 thread": [floor, "scan", "1", *paths],
        "floor, scan only, 2 threads": [floor, "scan", "2", *paths],
    }


def check_same(commands, scratch):
    """Holds the numbers of every program against those of kerncijfers; returns how many there are."""
    expected = cells.of_program(printed(commands[results.COMPUTE], scratch))
    alone = cells.of_program(printed(commands[results.ONE_THREAD], scratch))
    cells.check(expected, alone, results.ONE_THREAD)
    with open(os.path.join(scratch, "report", "figures.csv"), encoding="utf-8") as file:
        cells.check(expected, cells.of_program(file.read()), results.WHOLE)
    for name in (results.DUCKDB, results.POLARS, results.FLOOR_ONE, results.FLOOR):
        cells.check(expected, cells.of_engine(printed(commands[name], scratch)), name)
    return len(expected)


def scaled(copies, base, scratch, runs):
    """The table of the benchmark's project on so many copies."""
    exports = os.path.join(scratch, "exports")
    subprocess.run(
        [os.path.join(scratch, "scale"), base, exports, str(copies), *make_project.DATASETS],
        check=True)
    project = os.path.join(scratch, "project")
    make_project.make_project(project, exports)
    utf8 = in_utf8(exports, os.path.join(scratch, "utf8"))
    commands = commands_of(project, exports, utf8, scratch)
    taken = medians(commands, runs, scratch)
    count = check_same(commands, scratch)
    size = sum(
        os.path.getsize(path) for path in glob.glob(os.path.join(exports, "*", "*", "*.csv"))) / 1e6
    for made in (exports, utf8, project):
        shutil.rmtree(made)
    return results.Scale(copies, runs, size, count, taken)


def shipped_lines(runs, scratch):
    """The head of the results, and the table of the shipped report."""
    taken = medians(shipped.commands(PROGRAM, DUCKDB, scratch), runs, scratch)
    start = medians({"start": [PROGRAM, "--version"]}, runs, scratch)["start"]
    return results.head() + results.shipped_lines(runs, taken, start)


def compile_tools(scratch):
    for name in ("scale", "floor", "measure"):
        subprocess.run(
            ["cc", "-O3", "-march=native", "-pthread", "-o", os.path.join(scratch, name),
             os.path.join(BENCHMARKS, name + ".c")], check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--copies", default="1,28")
    parser.add_argument("--scratch", help="where deliveries are made; a temporary folder without it")
    parser.add_argument(
        "--add", action="store_true", help="add the tables to those of an earlier session")
    parser.add_argument("--results", default=os.path.join(BENCHMARKS, "RESULTS.md"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(
            dir=options.scratch and os.path.abspath(options.scratch)) as scratch:
        compile_tools(scratch)
        base = os.path.join(scratch, "base")
        for dataset in make_project.DATASETS:
            canonical.tidy(os.path.join(ROOT, "inputs", "exports"), base, dataset)
        lines = [] if options.add else shipped_lines(options.runs, scratch)
        try:
            for copies in options.copies.split(","):
                lines += results.scale_lines(scaled(int(copies), base, scratch, options.runs))
        except cells.Differing as difference:
            sys.exit(f"bench: {difference}")
    text = "\n".join(lines)
    print(text)
    with open(options.results, "a" if options.add else "w", encoding="utf-8") as file:
        file.write("\n" + text if options.add else text)


if __name__ == "__main__":
    main()
