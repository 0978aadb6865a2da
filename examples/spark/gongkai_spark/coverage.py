"""Which items of the catalogue have entries, in each county."""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def by_item(checked: DataFrame, catalogue: DataFrame, regions: DataFrame | None = None) -> DataFrame:
    """A row for each county and item, those without any entry included.

    ``regions`` is a column of the codes of all counties; without it a county that has sent nothing cannot be seen.
    Entries with an error that blocks count as entries, and apart; so do statements that there is nothing to publish.
    """
    read = checked.where(F.col("failure").isNull())
    regions = regions if regions is not None else read.select("region").distinct()
    is_blocked = F.col("verdict") == "blocked"
    counts = read.groupBy("region", "domain", "item").agg(
        F.count("*").alias("entries"),
        F.sum(F.when(is_blocked, 1).otherwise(0)).alias("blocked"),
        F.sum(F.when(F.col("is_nil"), 1).otherwise(0)).alias("nil"),
    )
    # Some hundred rows: every worker gets them, and nothing is moved.
    every = regions.crossJoin(F.broadcast(catalogue))
    return every.join(counts, ["region", "domain", "item"], "left").fillna(0, ["entries", "blocked", "nil"])


def by_domain(items: DataFrame) -> DataFrame:
    """The same for each county and domain: how many items there are, have entries, have one that does not block."""
    return items.groupBy("region", "domain", "domain_name").agg(
        F.count("*").alias("items"),
        F.sum(F.when(F.col("entries") > 0, 1).otherwise(0)).alias("covered"),
        F.sum(F.when(F.col("entries") > F.col("blocked"), 1).otherwise(0)).alias("publishable"),
        F.sum("entries").alias("entries"),
        F.sum("blocked").alias("blocked"),
        F.sum("nil").alias("nil"),
    )
