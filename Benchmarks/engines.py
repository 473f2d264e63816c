"""The benchmark's nine figures by DuckDB and by Polars: `figure,row,column,value` on standard output.

    python Benchmarks/engines.py duckdb|polars EXPORTS [UTF8-HELPDESK]
"""

import glob
import os
import sys

COLUMNS = {
    "instroom": "instroom_id persoon_id instroomdatum:d werkingsgebied gemeente doelgroep nationaliteit geboortedatum:d geslacht",
    "aanmeldingen": "aanmelding_id persoon_id aanmeldingsdatum:d werkingsgebied doelgroep eerste_aanmelding",
    "contracten": "contract_id persoon_id ondertekeningsdatum:d einddatum:d werkingsgebied doelgroep eerste_contract",
    "gesprekken": "gesprek_id persoon_id gesprekdatum:d werkingsgebied gesprektype",
    "helpdeskvragen": "vraag_id datum kanaal regio_vraagsteller categorie_vraagsteller sector_vraagsteller themas verblijfssituatie nationaliteit onderwerp",
}
# Figure, dataset, event column, label of the row, label of the column, persons or records, condition.
FIGURES = [
    ("1", "instroom", "instroomdatum", "werkingsgebied", "doelgroep", False, None),
    ("2", "instroom", "instroomdatum", "werkingsgebied", None, True, None),
    ("3", "instroom", "instroomdatum", "nationaliteit", None, True, None),
    ("4", "aanmeldingen", "aanmeldingsdatum", "werkingsgebied", None, False, "eerste_aanmelding"),
    ("5", "aanmeldingen", "aanmeldingsdatum", "werkingsgebied", "doelgroep", True, None),
    ("8", "gesprekken", "gesprekdatum", "werkingsgebied", "gesprektype", True, None),
]


def files(exports, dataset):
    return sorted(glob.glob(os.path.join(exports, dataset, "*", "*.csv")))


def columns(dataset):
    return [name.split(":") for name in COLUMNS[dataset].split()]


def duckdb_script(exports):
    """The SQL; every figure is one query over the files, read once into a table of typed columns."""
    lines = []
    for dataset in COLUMNS:
        types = ", ".join(
            f"'{name[0]}': '{'DATE' if len(name) > 1 else 'VARCHAR'}'" for name in columns(dataset)
        )
        lines.append(
            f"CREATE TABLE {dataset} AS SELECT * FROM read_csv({files(exports, dataset)}, delim=';', "
            f"quote='\"', escape='\"', header=true, auto_detect=false, columns={{{types}}});"
        )
    parts = []
    for figure, dataset, event, row, column, persons, mark in FIGURES:
        count = "count(DISTINCT persoon_id)" if persons else "count(*)"
        second = column or f"year({event})"
        where = f"year({event}) = 2019" if column else "true"
        where += f" AND {mark} = 'ja'" if mark else ""
        parts.append(
            f"SELECT '{figure}', {row}, {second}::VARCHAR, {count} FROM {dataset} WHERE {where} GROUP BY ALL"
        )
    parts.append(
        "SELECT '6', werkingsgebied, year(instroomdatum)::VARCHAR, count(DISTINCT i.persoon_id) "
        "FROM instroom i WHERE EXISTS (SELECT 1 FROM contracten c WHERE c.persoon_id = i.persoon_id "
        "AND c.eerste_contract = 'ja' AND year(c.ondertekeningsdatum) = year(i.instroomdatum)) GROUP BY ALL"
    )
    parts.append(
        "SELECT '7', werkingsgebied, doelgroep, count(*) FROM contracten WHERE ondertekeningsdatum <= "
        "DATE '2019-12-31' AND (einddatum IS NULL OR einddatum > DATE '2019-12-31') GROUP BY ALL"
    )
    parts.append(
        "SELECT '9', thema, jaar, count(*) FROM (SELECT unnest(string_split(themas, '|')) AS thema, "
        "right(datum, 4) AS jaar FROM helpdeskvragen WHERE themas IS NOT NULL) GROUP BY ALL"
    )
    return ".mode csv\n.headers off\n" + "\n".join(lines) + "\n" + "\nUNION ALL ".join(parts) + ";"


def polars_rows(exports):
    """The same, lazily and in one collection, so that Polars reads only what it needs."""
    import datetime

    import polars as pl

    def scan(dataset):
        schema = {n[0]: pl.Date if len(n) > 1 else pl.String for n in columns(dataset)}
        return pl.scan_csv(files(exports, dataset), separator=";", schema=schema)

    def shaped(frame, figure, row, column, value):
        return frame.select(
            pl.lit(figure).alias("figure"), pl.col(row).cast(pl.String).alias("row"),
            column.cast(pl.String).alias("column"), pl.col(value).cast(pl.Int64).alias("value"),
        )

    frames = {dataset: scan(dataset) for dataset in COLUMNS}
    results = []
    for figure, dataset, event, row, column, persons, mark in FIGURES:
        frame = frames[dataset]
        if column:
            frame = frame.filter(pl.col(event).dt.year() == 2019)
        if mark:
            frame = frame.filter(pl.col(mark) == "ja")
        second = pl.col(column) if column else pl.col(event).dt.year()
        count = pl.col("persoon_id").n_unique() if persons else pl.len()
        grouped = frame.group_by(pl.col(row), second.alias("second")).agg(count.alias("n"))
        results.append(shaped(grouped, figure, row, pl.col("second"), "n"))
    year = pl.col("instroomdatum").dt.year().alias("year")
    contracts = frames["contracten"].filter(pl.col("eerste_contract") == "ja").select(
        "persoon_id", pl.col("ondertekeningsdatum").dt.year().alias("year")
    )
    cohort = frames["instroom"].with_columns(year).join(contracts, on=["persoon_id", "year"], how="semi")
    grouped = cohort.group_by("werkingsgebied", "year").agg(pl.col("persoon_id").n_unique().alias("n"))
    results.append(shaped(grouped, "6", "werkingsgebied", pl.col("year"), "n"))
    day = datetime.date(2019, 12, 31)
    end = pl.col("einddatum")
    running = frames["contracten"].filter(
        (pl.col("ondertekeningsdatum") <= day) & (end.is_null() | (end > day))
    )
    grouped = running.group_by("werkingsgebied", "doelgroep").agg(pl.len().alias("n"))
    results.append(shaped(grouped, "7", "werkingsgebied", pl.col("doelgroep"), "n"))
    themes = frames["helpdeskvragen"].filter(pl.col("themas").is_not_null()).select(
        pl.col("themas").str.split("|").alias("thema"), pl.col("datum").str.slice(-4).alias("year")
    )
    grouped = themes.explode("thema").group_by("thema", "year").agg(pl.len().alias("n"))
    results.append(shaped(grouped, "9", "thema", pl.col("year"), "n"))
    return pl.concat(results).collect(engine="streaming").rows()


if __name__ == "__main__":
    if sys.argv[1] == "duckdb":
        print(duckdb_script(sys.argv[2]))
    else:
        for cells in polars_rows(sys.argv[2]):
            print(",".join(map(str, cells)))
