"""The cells of the benchmark's nine figures, as each program prints them, to be held against each other."""

import csv
import io


class Differing(Exception):
    """Programs gave other numbers: their times cannot be compared."""


def of_program(text):
    """From figures.csv: the cells above zero by figure, row and column."""
    rows = csv.DictReader(io.StringIO(text))
    return {
        (row["figure"], row["row"], row["column"]): int(row["value"])
        for row in rows if row["value"] not in ("", "0")}


def of_engine(text):
    """From `figure,row,column,value`."""
    rows = csv.reader(io.StringIO(text))
    return {(figure, row, column): int(value) for figure, row, column, value in rows if value != "0"}


def check(expected, cells, name):
    """Ends the benchmark where any number differs, and says which."""
    differing = sorted(
        place for place in expected.keys() | cells.keys() if expected.get(place) != cells.get(place))
    if len(expected) < 100:
        raise Differing(f"only {len(expected)} cells were computed, expected hundreds")
    if differing:
        lines = [f"  {','.join(place)}: {expected.get(place, 0)}, {name}: {cells.get(place, 0)}"
                 for place in differing[:20]]
        raise Differing(f"{len(differing)} cells differ from those of kerncijfers:\n" + "\n".join(lines))
