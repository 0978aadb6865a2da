"""How soon counties publish, and how often too late."""

from __future__ import annotations

from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def by_domain(checked: DataFrame) -> DataFrame:
    """A row for each county and domain.

    ``late`` counts entries with the issue ``time-limit-exceeded``, ``days_late_most`` is the worst of them; both are
    the validator's, by working days where the table says so. ``dated`` counts entries with both days known;
    ``days_median`` and ``days_most`` are the calendar days from when the information came into being, or last
    changed, until the first channel had it. Days that are none count as unknown.
    """
    begun, published = (F.try_to_date(name, "yyyy-MM-dd") for name in ("begun_on", "published_on"))
    days = F.date_diff(published, begun)
    return (
        checked.where(F.col("failure").isNull())
        .withColumn("days", days)
        .groupBy("region", "domain")
        .agg(
            F.count("*").alias("entries"),
            F.sum(F.when(F.col("late"), 1).otherwise(0)).alias("late"),
            F.max("days_late").alias("days_late_most"),
            F.count("days").alias("dated"),
            # Exact: there are few different numbers of days.
            F.percentile("days", F.lit(0.5)).alias("days_median"),
            F.max("days").alias("days_most"),
        )
    )
