"""Makes the deliveries that all engines can read alike: the shipped ones of five datasets, tidied.

    python Benchmarks/canonical.py EXPORTS TARGET DATASET...

Every value of a code is written in one spelling and records that do not count are left out, so that
queries of DuckDB and Polars need no folding. The bytes are otherwise those of the deliveries: same
names, dialects, encodings, quotes and line ends.
"""

import collections
import csv
import glob
import io
import os
import sys
import unicodedata

# Other spellings of the areas that differ in more than case, blanks and accents (code list
# werkingsgebied).
AREAS = {
    "antwerpen": "provincieantwerpen",
    "prov.antwerpen": "provincieantwerpen",
    "antwerpen(provincie)": "provincieantwerpen",
    "brusselsgewest": "brussel",
    "brusselshoofdstedelijkgewest": "brussel",
    "oostvlaanderen": "oost-vlaanderen",
    "vl.-brabant": "vlaams-brabant",
    "westvlaanderen": "west-vlaanderen",
    "stad-antwerpen": "stadantwerpen",
    "stad-gent": "stadgent",
}
CODES = {
    "werkingsgebied", "doelgroep", "nationaliteit", "geslacht", "eerste_aanmelding",
    "eerste_contract", "gesprektype", "kanaal", "regio_vraagsteller", "categorie_vraagsteller",
    "sector_vraagsteller", "verblijfssituatie",
}
# A label that one dataset writes in its own way.
LABELS = {"Niet bepaald": "Nader te bepalen"}
EMPTY_RECORD = {"vraag_id", "datum"}


def key(text):
    bare = unicodedata.normalize("NFD", text.replace("\xa0", " "))
    letters = "".join(c for c in bare if not unicodedata.combining(c) and not c.isspace())
    return AREAS.get(letters.casefold(), letters.casefold())


def read(path, encoding):
    with open(path, encoding=encoding, newline="") as file:
        text = file.read()
    return text, list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def tidy(exports, target, dataset):
    """Writes the files of a dataset with the most frequent spelling of each value of a code."""
    encoding = "cp1252" if dataset == "helpdeskvragen" else "utf-8"
    line_end = "\r\n" if dataset == "helpdeskvragen" else "\n"
    paths = sorted(glob.glob(os.path.join(exports, dataset, "*", "*.csv")))
    files = {path: read(path, encoding)[1] for path in paths}
    uses = collections.Counter(
        (name, value) for rows in files.values() for row in rows
        for name, value in row.items() if name in CODES and value)
    spelling = {}
    for (name, value), count in sorted(uses.items(), key=lambda use: (-use[1], use[0])):
        spelling.setdefault((name, key(value)), LABELS.get(value, value))
    for path, rows in files.items():
        copy = os.path.join(target, os.path.relpath(path, exports))
        os.makedirs(os.path.dirname(copy), exist_ok=True)
        with open(copy, "w", encoding=encoding, newline="") as file:
            writer = csv.writer(file, delimiter=";", lineterminator=line_end)
            writer.writerow(rows[0])
            for row in rows:
                if all(not value for name, value in row.items() if name not in EMPTY_RECORD):
                    continue
                writer.writerow(
                    spelling.get((name, key(value)), value) if name in CODES else value
                    for name, value in row.items())


if __name__ == "__main__":
    for dataset in sys.argv[3:]:
        tidy(sys.argv[1], sys.argv[2], dataset)
