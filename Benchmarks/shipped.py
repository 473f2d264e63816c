"""The commands of the first table: the shipped report on the shipped exports."""

import glob
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ORACLE = os.path.join(ROOT, "Tests", "AcceptanceTests", "Oracle")
sys.path[:0] = [ORACLE]
import compare  # noqa: E402

WHOLE = "kerncijfers, whole run"
COMPUTE = "kerncijfers, compute and print only"
DUCKDB = "DuckDB's command line, aggregates only"


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
    return "\n".join(["SET preserve_insertion_order = false;", *statements])


def commands(program, duckdb, scratch):
    script = os.path.join(scratch, "figures.sql")
    with open(script, "w", encoding="utf-8") as file:
        file.write(duckdb_script(os.path.join(ROOT, "inputs", "exports"), scratch))
    run = [program, "run", "--force", "--year", "2019", "--quiet", "--project", ROOT, "--output"]
    return {
        WHOLE: [*run, os.path.join(scratch, "shipped")],
        COMPUTE: [*run, "-"],
        DUCKDB: [duckdb, "-c", f".read {script}"],
    }
