"""Through which channels counties publish."""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def by_domain(checked: DataFrame) -> DataFrame:
    """A row for each county, domain and channel: how many entries went through it, and for how many the day is told.

    An entry that names a channel twice counts once.
    """
    read = checked.where(F.col("failure").isNull())
    named = F.array_distinct(F.transform("channels", lambda channel: channel["channel"]))
    dated = F.filter("channels", lambda channel: channel["published_on"].isNotNull())
    dated = F.array_distinct(F.transform(dated, lambda channel: channel["channel"]))
    one = read.select("region", "domain", F.explode(named).alias("channel"), dated.alias("dated"))
    return one.groupBy("region", "domain", "channel").agg(
        F.count("*").alias("entries"),
        F.sum(F.when(F.array_contains("dated", F.col("channel")), 1).otherwise(0)).alias("dated"),
    )
