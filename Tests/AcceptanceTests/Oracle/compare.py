"""Holds the figures.csv of a run against SQL over the same deliveries.

    python compare.py EXPORTS FIGURES.csv [SCRIPT.sql [FIRST_MONTH LAST_MONTH]]

Without a script it is figures.sql. Months tell a script of a part of the year which one it is.

Prints a line for every cell that differs and a summary, and ends with 1 if there is one, or if a cell
of the SQL is missing in the figures.
"""

import csv
import glob
import os
import sys
import tempfile

import duckdb

SEMICOLON = {"tolkaanvragen": ",", "inschrijvingen_nt2": ","}
SPELLED = """
CREATE MACRO tidy(x) AS lower(trim(replace(x, chr(160), ' ')));
CREATE MACRO area(x) AS CASE
  WHEN tidy(x) IN ('antwerpen', 'provincie antwerpen', 'prov. antwerpen', 'antwerpen (provincie)')
    THEN 'Provincie Antwerpen'
  WHEN tidy(x) IN ('brussel', 'brussels gewest', 'brussels hoofdstedelijk gewest') THEN 'Brussel'
  WHEN tidy(x) = 'limburg' THEN 'Limburg'
  WHEN tidy(x) IN ('oost-vlaanderen', 'oost vlaanderen') THEN 'Oost-Vlaanderen'
  WHEN tidy(x) IN ('vlaams-brabant', 'vl.-brabant') THEN 'Vlaams-Brabant'
  WHEN tidy(x) IN ('west-vlaanderen', 'west vlaanderen') THEN 'West-Vlaanderen'
  WHEN tidy(x) IN ('stad antwerpen', 'stad-antwerpen') THEN 'Stad Antwerpen'
  WHEN tidy(x) IN ('stad gent', 'stad-gent') THEN 'Stad Gent'
  ELSE error('unknown area ' || x) END;
CREATE MACRO fold(x) AS replace(lower(strip_accents(replace(x, chr(160), ' '))), ' ', '');
"""
LANGUAGES = """
CREATE TABLE languages AS
  SELECT key, label FROM (
    SELECT fold(s) AS key, s AS label, count(*) AS n,
      row_number() OVER (PARTITION BY fold(s) ORDER BY count(*) DESC, s) AS place
    FROM (SELECT taal AS s FROM cursussen_mo UNION ALL SELECT taal FROM cursisten_mo
      UNION ALL SELECT tolktaal FROM cursussen_mo UNION ALL SELECT taal FROM tolkaanvragen)
    WHERE coalesce(s, '') <> '' GROUP BY s) WHERE place = 1;
"""


def load(database, exports, scratch):
    """Makes a table of text columns for each dataset, with the year of its records."""
    for dataset in sorted(os.listdir(exports)):
        if not os.path.isdir(os.path.join(exports, dataset)):
            continue
        files = sorted(glob.glob(os.path.join(exports, dataset, "*", "*.csv")))
        if dataset == "helpdeskvragen":
            files = [in_utf8(file, scratch) for file in files]
        database.execute(
            f"CREATE TABLE {dataset} AS SELECT *, "
            "regexp_extract(filename, '/([0-9]{4})/', 1)::INT AS year "
            "FROM read_csv(?, delim=?, quote='\"', escape='\"', header=true, all_varchar=true, "
            "filename=true, nullstr='\x01', union_by_name=true)",
            [files, SEMICOLON.get(dataset, ";")],
        )


def in_utf8(file, scratch):
    """Writes a copy of a Windows-1252 file in UTF-8 and returns its path."""
    year = os.path.basename(os.path.dirname(file))
    copy = os.path.join(scratch, year, os.path.basename(file))
    os.makedirs(os.path.dirname(copy), exist_ok=True)
    with open(file, encoding="cp1252", newline="") as source:
        with open(copy, "w", encoding="utf-8", newline="") as target:
            target.write(source.read())
    return copy


def main(exports, figures, script="figures.sql", first="1", last="12"):
    database = duckdb.connect()
    database.execute(SPELLED)
    with tempfile.TemporaryDirectory() as scratch:
        load(database, exports, scratch)
    database.execute(LANGUAGES)
    database.execute(f"CREATE TABLE reported AS SELECT {int(first)} AS first, {int(last)} AS last")
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), script)) as text:
        database.execute(text.read())
    with open(figures, newline="", encoding="utf-8") as file:
        ours = {(r["figure"], r["row"], r["column"]): r for r in csv.DictReader(file)}
    known = {figure for figure, _, _ in ours}
    compared, wrong = 0, 0
    for figure, row, column, value in database.execute(
        "SELECT figure, row_label, column_label, value FROM cells ORDER BY ALL"
    ).fetchall():
        if figure not in known:
            continue
        compared += 1
        cell = ours.get((figure, row, column))
        if cell is None:
            print(f"figure {figure}, {row}, {column}: {value:g} in SQL, no such cell in the run")
            wrong += 1
        elif cell["value"] == "" or abs(float(cell["value"]) - value) > 1e-9 * max(1, abs(value)):
            print(f"figure {figure}, {row}, {column}: {value:g} in SQL, {cell['value']!r} in the run")
            wrong += 1
    print(f"{compared} cells compared, {wrong} differ")
    return 1 if wrong or compared == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
