"""Holds `kerncijfers read` against Python's csv and DuckDB on generated files.

Well-formed files must be read as they were written; any other bytes must be read as Python's strict
reader reads them, or be found out: with a finding or an exit code.
"""

import csv
import io
import random
import subprocess
import sys
import tempfile

import duckdb

PROGRAM, ROUNDS = sys.argv[1], int(sys.argv[2])
PIECES = ["a", "b", "x y", ",", ",", '"', '""', "\n", "\r\n", "é", "é", ';', '\r', "\t", '",', '\n"']


def read(path):
    done = subprocess.run(
        [PROGRAM, "read", path, "--csv", "--no-header"], capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def rows(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def well_formed(number):
    width = random.randint(1, 5)
    pieces = [p for p in PIECES if p != "\r"] + ["", "1,5", "long " * 50]
    table = [["".join(random.choices(pieces, k=random.randint(0, 4))) for _ in range(width)]
             for _ in range(random.randint(1, 30))]
    ends = random.choice(["\n", "\r\n"])
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator=ends,
               quoting=random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])).writerows(table)
    content = text.getvalue()
    if random.random() < 0.3:
        content = content[:-len(ends)]
    return table, content


def check_well_formed(path, number):
    table, content = well_formed(number)
    with open(path, "w", newline="") as file:
        file.write(content)
    code, output, messages = read(path)
    assert code == 0, (content, messages)
    assert rows(output) == table, (content, output)
    if number % 10 == 0 and all(field and "\r" not in field for row in table for field in row):
        other = duckdb_rows(path, len(table[0]))
        assert other in (None, table), content


def duckdb_rows(path, width):
    """What DuckDB reads; None where it takes a line break between quotes for another kind of line end
    than the file has, and refuses it."""
    try:
        rows = duckdb.read_csv(
            path, header=False, delimiter=",", quotechar='"', escapechar='"', all_varchar=True,
            auto_detect=False, columns={f"c{i}": "VARCHAR" for i in range(width)}).fetchall()
    except duckdb.InvalidInputException:
        return None
    return [list(row) for row in rows]


def check_any(path):
    content = "".join(random.choices(PIECES, k=random.randint(1, 30)))
    with open(path, "w", newline="") as file:
        file.write(content)
    code, output, messages = read(path)
    assert code in (0, 1, 4), (content, code, messages)
    if code != 0 or "warning:" in messages or "line-end]" in messages:
        return False
    expected = [row for row in rows(content) if row]
    assert rows(output) == expected, (content, output, expected)
    assert len({len(row) for row in expected}) <= 1, (content, output)
    return True


with tempfile.TemporaryDirectory() as folder:
    silent = 0
    for number in range(ROUNDS):
        random.seed(number)
        check_well_formed(f"{folder}/a.csv", number)
        silent += check_any(f"{folder}/b.csv")
    print(f"{ROUNDS} well-formed files and {ROUNDS} of any bytes, of which {silent} without a finding")
