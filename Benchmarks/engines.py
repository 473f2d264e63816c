"""The benchmark's nine figures by DuckDB and by Polars: `figure,row,column,value` on standard output.

    python Benchmarks/engines.py duckdb EXPORTS    prints the SQL, for DuckDB's command line
    python Benchmarks/engines.py polars EXPORTS    prints the cells

Both read only the columns that they need, by declared types; persons are compared as integers. Figures
1, 5 and 8 are about 2019, the others about each year; 7 is the state of 31 December 2019.
"""

import datetime
import glob
import os
import sys

COLUMNS = {
    "instroom": "instroom_id persoon_id instroomdatum werkingsgebied gemeente doelgroep nationaliteit geboortedatum geslacht",
    "aanmeldingen": "aanmelding_id persoon_id aanmeldingsdatum werkingsgebied doelgroep eerste_aanmelding",
    "contracten": "contract_id persoon_id ondertekeningsdatum einddatum werkingsgebied doelgroep eerste_contract",
    "gesprekken": "gesprek_id persoon_id gesprekdatum werkingsgebied gesprektype",
    "helpdeskvragen": "vraag_id datum kanaal regio_vraagsteller categorie_vraagsteller sector_vraagsteller themas verblijfssituatie nationaliteit onderwerp",
}
DATES = {"instroomdatum", "aanmeldingsdatum", "ondertekeningsdatum", "einddatum", "gesprekdatum"}
USED = {
    "instroom": ["instroomdatum", "werkingsgebied", "doelgroep", "nationaliteit"],
    "aanmeldingen": ["aanmeldingsdatum", "werkingsgebied", "doelgroep", "eerste_aanmelding"],
    "contracten": ["ondertekeningsdatum", "einddatum", "werkingsgebied", "doelgroep", "eerste_contract"],
    "gesprekken": ["gesprekdatum", "werkingsgebied", "gesprektype"],
    "helpdeskvragen": ["datum", "themas"],
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


def has_persons(dataset):
    return "persoon_id" in COLUMNS[dataset]


def duckdb_load(exports, dataset):
    """Reads the files once into a table of the columns that the figures need."""
    types = ", ".join(
        f"'{name}': '{'DATE' if name in DATES else 'VARCHAR'}'" for name in COLUMNS[dataset].split())
    wanted = list(USED[dataset])
    if has_persons(dataset):
        wanted.append("substr(persoon_id, 2)::INTEGER AS persoon")
    return (
        f"CREATE TABLE {dataset} AS SELECT {', '.join(wanted)} FROM read_csv({files(exports, dataset)}, "
        f"delim=';', quote='\"', escape='\"', header=true, auto_detect=false, columns={{{types}}});")


def duckdb_script(exports):
    """The SQL; every figure is a query over the tables."""
    parts = []
    for figure, dataset, event, row, column, persons, mark in FIGURES:
        count = "count(DISTINCT persoon)" if persons else "count(*)"
        second = column or f"year({event})"
        where = f"year({event}) = 2019" if column else "true"
        where += f" AND {mark} = 'ja'" if mark else ""
        parts.append(
            f"SELECT '{figure}', {row}, {second}::VARCHAR, {count} FROM {dataset} WHERE {where} GROUP BY ALL")
    parts.append(
        "SELECT '6', werkingsgebied, year(instroomdatum)::VARCHAR, count(DISTINCT i.persoon) "
        "FROM instroom i SEMI JOIN (SELECT persoon, year(ondertekeningsdatum) AS jaar FROM contracten "
        "WHERE eerste_contract = 'ja') c ON c.persoon = i.persoon AND c.jaar = year(i.instroomdatum) "
        "GROUP BY ALL")
    parts.append(
        "SELECT '7', werkingsgebied, doelgroep, count(*) FROM contracten WHERE ondertekeningsdatum <= "
        "DATE '2019-12-31' AND (einddatum IS NULL OR einddatum > DATE '2019-12-31') GROUP BY ALL")
    parts.append(
        "SELECT '9', thema, jaar, count(*) FROM (SELECT unnest(string_split(themas, '|')) AS thema, "
        "right(datum, 4) AS jaar FROM helpdeskvragen WHERE themas IS NOT NULL) GROUP BY ALL")
    loads = [duckdb_load(exports, dataset) for dataset in COLUMNS]
    settings = ["SET preserve_insertion_order = false;", ".mode csv", ".headers off"]
    return "\n".join(settings + loads) + "\n" + "\nUNION ALL ".join(parts) + ";\n"


def polars_scan(exports, dataset):
    import polars as pl

    schema = {
        name: pl.Date if name in DATES else pl.String for name in COLUMNS[dataset].split()}
    wanted = [pl.col(name) for name in USED[dataset]]
    if has_persons(dataset):
        wanted.append(pl.col("persoon_id").str.slice(1).cast(pl.UInt32).alias("persoon"))
    return pl.scan_csv(files(exports, dataset), separator=";", schema=schema).select(wanted)


def polars_figures(frames):
    """The figures as lazy tables, which are computed in one go."""
    import polars as pl

    def shaped(frame, figure, row, column, value):
        return frame.select(
            pl.lit(figure).alias("figure"), pl.col(row).cast(pl.String).alias("row"),
            pl.col(column).cast(pl.String).alias("column"), value.cast(pl.Int64).alias("value"))

    def year(column):
        return pl.col(column).dt.year().alias("jaar")

    for figure, dataset, event, row, column, persons, mark in FIGURES:
        frame = frames[dataset]
        frame = frame.filter(pl.col(event).dt.year() == 2019) if column else frame.with_columns(year(event))
        frame = frame.filter(pl.col(mark) == "ja") if mark else frame
        value = pl.col("persoon").n_unique() if persons else pl.len()
        second = column or "jaar"
        yield shaped(frame.group_by(row, second).agg(value.alias("n")), figure, row, second, pl.col("n"))
    contracts = frames["contracten"].filter(pl.col("eerste_contract") == "ja").select(
        "persoon", year("ondertekeningsdatum"))
    cohort = frames["instroom"].with_columns(year("instroomdatum")).join(
        contracts, on=["persoon", "jaar"], how="semi")
    grouped = cohort.group_by("werkingsgebied", "jaar").agg(pl.col("persoon").n_unique().alias("n"))
    yield shaped(grouped, "6", "werkingsgebied", "jaar", pl.col("n"))
    day = datetime.date(2019, 12, 31)
    running = frames["contracten"].filter(
        (pl.col("ondertekeningsdatum") <= day)
        & (pl.col("einddatum").is_null() | (pl.col("einddatum") > day)))
    grouped = running.group_by("werkingsgebied", "doelgroep").agg(pl.len().alias("n"))
    yield shaped(grouped, "7", "werkingsgebied", "doelgroep", pl.col("n"))
    themes = frames["helpdeskvragen"].filter(pl.col("themas").is_not_null()).select(
        pl.col("themas").str.split("|").alias("thema"), pl.col("datum").str.slice(-4).alias("jaar"))
    grouped = themes.explode("thema").group_by("thema", "jaar").agg(pl.len().alias("n"))
    yield shaped(grouped, "9", "thema", "jaar", pl.col("n"))


def polars_rows(exports):
    import polars as pl

    frames = {dataset: polars_scan(exports, dataset) for dataset in COLUMNS}
    return pl.concat(list(polars_figures(frames))).collect(engine="streaming").rows()


if __name__ == "__main__":
    if sys.argv[1] == "duckdb":
        print(duckdb_script(sys.argv[2]), end="")
    else:
        for cells in polars_rows(sys.argv[2]):
            print(",".join(map(str, cells)))
