"""What a job wrote, read back for comparison."""

from pathlib import Path

TYPES = {
    "coverage-items": "region string, domain string, item string, domain_name string, item_name string, entries bigint, blocked bigint, nil bigint",
    "coverage": "region string, domain string, domain_name string, items bigint, covered bigint, publishable bigint, entries bigint, blocked bigint, nil bigint",
    "timeliness": "region string, domain string, entries bigint, late bigint, days_late_most bigint, dated bigint, days_median double, days_most bigint",
    "channels": "region string, domain string, channel string, entries bigint, dated bigint",
}


def reports(folder):
    """The reports, in any order."""
    parts = sorted(Path(folder, "reports").glob("part-*"))
    return sorted(line for part in parts for line in part.read_bytes().decode().splitlines())


def failures(spark, folder):
    return spark.read.json(f"{folder}/failures").collect()


def table(spark, folder, name):
    """Rows in the order of the file."""
    [part] = Path(folder, name).glob("part-*.csv")
    # An empty text is a region that nobody named.
    rows = spark.read.csv(str(part), header=True, schema=TYPES[name], emptyValue="").collect()
    return [tuple("" if value is None and place == 0 else value for place, value in enumerate(row)) for row in rows]
