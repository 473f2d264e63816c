#!/usr/bin/env python3
"""Reads a run's workbook back with openpyxl and with LibreOffice.

usage: check-workbook.py RUN

RUN is the folder of a run. Every number of figures.csv must stand in the workbook, and the workbook
must be one that Excel opens without a complaint and that screen readers can read.

Exit codes: 0 nothing is wrong, 1 something is, 2 bad use or a program is not installed.
"""

import csv
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal
from pathlib import Path

try:
    from openpyxl import load_workbook
except ImportError:
    print("check-workbook: openpyxl is not installed", file=sys.stderr)
    sys.exit(2)

ERRORS = {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"}
# A name of a thing in a workbook, for example 'Figuur_4'.
NAME = re.compile(r"[^\W\d]\w*\Z")
MARKERS = re.compile(r"( \[\d+\])+$")


def tables(book):
    """The tables of the workbook by name, with their sheets."""
    return {table.name: (sheet, table) for sheet in book for table in sheet.tables.values()}


def structure_errors(book):
    """What is wrong with sheets, tables, names and properties."""
    for sheet in book:
        if len(sheet.title) > 31 or re.search(r"[\[\]:*?/\\]", sheet.title):
            yield f"sheet '{sheet.title}' has a name that Excel refuses"
        if sheet.merged_cells.ranges:
            yield f"sheet '{sheet.title}' has merged cells"
        if sheet.page_setup.paperSize != 9 or not sheet.sheet_properties.pageSetUpPr.fitToPage:
            yield f"sheet '{sheet.title}' is not set up for A4, as wide as the page"
        if sheet.title != book.sheetnames[0] and not sheet.tables and not sheet._charts:
            yield f"sheet '{sheet.title}' has no table"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" or cell.data_type == "e" or cell.value in ERRORS:
                    yield f"{sheet.title}!{cell.coordinate} is a formula or an error"
    names = [name.lower() for name in list(tables(book)) + list(book.defined_names)]
    for name in {name for name in names if names.count(name) > 1}:
        yield f"name '{name}' is used twice"
    for name in names:
        if not NAME.match(name):
            yield f"name '{name}' is one that Excel refuses"
    for field in ("title", "subject", "creator"):
        if not getattr(book.properties, field):
            yield f"the property '{field}' is empty"


def chart_errors(path):
    """Charts without a text for those who do not see them."""
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if name.startswith("xl/drawings/drawing"):
                text = parts.read(name).decode("utf-8")
                for frame in re.findall(r"<xdr:cNvPr [^>]*>", text):
                    if not re.search(r'descr="[^"]{10,}"', frame):
                        yield f"{name}: a chart has no alternative text"


def area(book, name):
    """The cells under a defined name, as rows of cells."""
    sheet, cells = next(book.defined_names[name].destinations)
    rows = book[sheet][cells.replace("$", "")]
    if not isinstance(rows, tuple):
        return [[rows]]
    return [list(row) if isinstance(row, tuple) else [row] for row in rows]


def number_errors(book, figures, what):
    """Cells whose number is not that of figures.csv; every figure has its cells under a name."""
    names = {name: area(book, name) for name in book.defined_names}
    wanted = {}
    for line in figures:
        wanted.setdefault(line["figure"], []).append(line)
    found = [sorted(map(shape, names.values())), sorted(shape_of(w) for w in wanted.values())]
    if found[0] != found[1]:
        yield f"{what}: the names do not cover the figures: {len(names)} for {len(wanted)}"
    for (name, cells), lines in zip(names.items(), ordered(wanted, names)):
        flat = [cell for row in cells for cell in row]
        for cell, line in zip(flat, lines):
            problem = difference(cell, line)
            if problem:
                yield f"{what}: {name} {cell.coordinate}: {problem}"


def shape(cells):
    return sum(map(len, cells))


def shape_of(lines):
    return len(lines)


def ordered(wanted, names):
    """The lines of the figures in the order of the names: each by its labels in the workbook."""
    for cells in names.values():
        sheet = cells[0][0].parent
        header = cells[0][0].row - 1
        labels = [[plain(sheet.cell(row[0].row, 1).value) for row in cells],
                  [plain(sheet.cell(header, cell.column).value) for cell in cells[0]]]
        title = sheet["A1"].value
        yield next((lines for lines in wanted.values() if fits(lines, labels, title)), [])


def fits(lines, labels, title):
    rows, columns = ([line[key] for line in lines] for key in ("row", "column"))
    return (list(dict.fromkeys(rows)) == list(dict.fromkeys(labels[0]))
            and list(dict.fromkeys(columns)) == list(dict.fromkeys(labels[1]))
            and title.endswith(lines[0]["title"]))


def plain(label):
    return MARKERS.sub("", str(label if label is not None else ""))


def difference(cell, line):
    if line["marker"]:
        return "" if isinstance(cell.value, str) else f"{cell.value}, expected a marker"
    if not isinstance(cell.value, (int, float)):
        return f"{cell.value!r}, expected the number {line['value']}"
    shown = Decimal(repr(cell.value)) * (100 if "%" in cell.number_format else 1)
    wanted = Decimal(line["value"])
    if abs(shown - wanted) > Decimal("1e-9") * max(1, abs(wanted)):
        return f"{shown}, expected {wanted}"
    return ""


def converted(path, folder):
    """The workbook after LibreOffice has read it and written it again."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        print("check-workbook: LibreOffice is not installed", file=sys.stderr)
        sys.exit(2)
    target = Path(folder) / "again"
    subprocess.run(
        [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target), str(path)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return target / path.name


def main(arguments):
    if len(arguments) != 1 or not (Path(arguments[0]) / "figures.csv").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    run = Path(arguments[0])
    path = next(run.glob("*.xlsx"))
    with open(run / "figures.csv", encoding="utf-8", newline="") as file:
        figures = list(csv.DictReader(file))
    book = load_workbook(path)
    problems = list(structure_errors(book)) + list(chart_errors(path))
    problems += list(number_errors(book, figures, "openpyxl"))
    with tempfile.TemporaryDirectory() as folder:
        again = load_workbook(converted(path, folder))
        problems += list(number_errors(again, figures, "LibreOffice"))
    for problem in problems[:40]:
        print(problem)
    print(f"{path.name}: {len(book.sheetnames)} sheets, {len(figures)} cells, "
          f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
