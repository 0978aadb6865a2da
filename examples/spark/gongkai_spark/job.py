"""The job: ``spark-submit job.py --dist DIST --out FOLDER FILE…`` writes reports, failures and the three tables."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

from . import channels, coverage, timeliness
from .checking import Terms, check
from .knowledge import CATALOGUE, Knowledge, ship
from .reading import read


def run(spark: SparkSession, options: argparse.Namespace) -> None:
    """Checks once, keeps what was found as Parquet, and counts from there: a lost machine costs its part alone."""
    knowledge = Knowledge.read(Path(options.dist), Path(options.local) if options.local else None)
    with tempfile.TemporaryDirectory() as folder:
        ship(spark.sparkContext, Path(folder))
        entries = read(spark, options.files, options.format, options.column, options.partitions)
        sent = spark.sparkContext.broadcast(knowledge)
        out = options.out.rstrip("/")
        check(entries, sent, Terms(options.today, options.stage)).write.mode("overwrite").parquet(f"{out}/checked")
        checked = spark.read.parquet(f"{out}/checked")
        _write_found(checked, out)
        catalogue = spark.createDataFrame(list(knowledge.catalogue), CATALOGUE)
        _write_tables(checked, catalogue, _regions(spark, options.regions), out)


def _write_found(checked: DataFrame, out: str) -> None:
    reports = checked.where(F.col("failure").isNull()).select("report")
    reports.write.mode("overwrite").text(f"{out}/reports")
    failed = checked.where(F.col("failure").isNotNull())
    shown = F.base64("unread")
    rows = failed.select("source", "failure", "reason", shown.alias("entry_base64"))
    rows.write.mode("overwrite").json(f"{out}/failures")


def _write_tables(checked: DataFrame, catalogue: DataFrame, regions: DataFrame | None, out: str) -> None:
    items = coverage.by_item(checked, catalogue, regions).cache()
    tables = {
        "coverage-items": (items, ["region", "domain", "item"]),
        "coverage": (coverage.by_domain(items), ["region", "domain"]),
        "timeliness": (timeliness.by_domain(checked), ["region", "domain"]),
        "channels": (channels.by_domain(checked), ["region", "domain", "channel"]),
    }
    for name, (table, order) in tables.items():
        # A province has some 65 000 rows of the largest of them: one file that people can open.
        rows = table.coalesce(1).sortWithinPartitions(*order)
        rows.write.mode("overwrite").option("header", True).csv(f"{out}/{name}")
    items.unpersist()


def _regions(spark: SparkSession, file: str | None) -> DataFrame | None:
    if file is None:
        return None
    return spark.read.text(file).select(F.trim("value").alias("region")).where("region != ''").distinct()


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What is given on the command line."""
    parser = argparse.ArgumentParser(description="Checks entries of grassroots government disclosure and counts them.")
    parser.add_argument("files", nargs="+", help="files or folders with entries; any address that Spark reads")
    parser.add_argument("--out", required=True, help="folder for checked/, reports/, failures/ and the tables")
    parser.add_argument("--dist", required=True, help="folder with module, packs and calendar, on this machine")
    parser.add_argument("--local", help="what the county lays down for itself, a gongkai-local/1")
    parser.add_argument("--format", choices=["ndjson", "parquet"], default="ndjson", help="default: ndjson")
    parser.add_argument("--column", default="entry", help="column of the entry in Parquet; default: entry")
    parser.add_argument("--regions", help="file with the code of every county, one a line, so that silent ones show")
    parser.add_argument("--stage", choices=["draft", "publish"], default="publish", help="default: publish")
    parser.add_argument("--today", default=date.today().isoformat(), help="day to judge by; default: today")
    parser.add_argument("--partitions", type=int, default=0, help="deal the entries out anew; default: as files lie")
    return parser.parse_args(arguments)


def main() -> None:
    """Runs the job in the session that ``spark-submit`` gives."""
    given = options()
    spark = SparkSession.builder.appName("gongkai").getOrCreate()
    try:
        run(spark, given)
    finally:
        spark.stop()
