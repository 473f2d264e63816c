"""Times kerncijfers beside DuckDB on the same files: whole processes, in turn, medians.

    python Benchmarks/bench.py [RUNS]
"""

import glob
import os
import shutil
import statistics
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ORACLE = os.path.join(ROOT, "Tests", "AcceptanceTests", "Oracle")
sys.path.insert(0, ORACLE)
import compare  # noqa: E402


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


def main(runs):
    exports = os.path.join(ROOT, "inputs", "exports")
    duckdb = os.path.join(os.path.dirname(sys.executable), "duckdb")
    with tempfile.TemporaryDirectory() as scratch:
        script = os.path.join(scratch, "figures.sql")
        with open(script, "w", encoding="utf-8") as file:
            file.write(duckdb_script(exports, scratch))
        commands = {
            "kerncijfers, whole run": [
                os.path.join(ROOT, ".build", "release", "kerncijfers"),
                "run", "--year", "2019", "--quiet", "--project", ROOT,
                "--output", os.path.join(scratch, "2019"),
            ],
            "DuckDB, aggregates only": [shutil.which(duckdb) or duckdb, "-c", f".read {script}"],
        }
        results = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                figures = measure(command)
                if turn > 0:
                    results[name].append(figures)
    medians = {
        name: [statistics.median(column) for column in zip(*figures)]
        for name, figures in results.items()
    }
    print(f"{'':26}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}   median of {runs}")
    for name, (wall, cpu, memory) in medians.items():
        print(f"{name:26}{wall:9.3f}{cpu:9.3f}{memory:9.0f}")
    ours, theirs = medians.values()
    print(f"{'ratio':26}{ours[0] / theirs[0]:9.2f}{ours[1] / theirs[1]:9.2f}{ours[2] / theirs[2]:9.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
