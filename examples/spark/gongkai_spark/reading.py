"""Entries as they lie in files: one column ``source`` with the file, one column ``entry`` with the bytes."""

from __future__ import annotations

from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F


def read(spark: SparkSession, paths: Sequence[str], form: str, column: str = "entry", partitions: int = 0) -> DataFrame:
    """Reads NDJSON, one entry a line, or Parquet with the entry as text in a column.

    Texts stay bytes: nothing decides about their encoding before they are checked. ``partitions`` deals the entries
    out anew where files are few, packed or very unequal; 0 leaves them as they lie.
    """
    if form == "ndjson":
        lines = spark.read.text(list(paths)).withColumnRenamed("value", "text")
    elif form == "parquet":
        lines = spark.read.parquet(*paths).withColumnRenamed(column, "text")
    else:
        raise ValueError(f"{form} is neither ndjson nor parquet")
    source = F.col("_metadata.file_name").alias("source")
    entries = lines.select(source, F.col("text").cast("binary").alias("entry"))
    return entries.repartition(partitions) if partitions else entries
