"""The job says what a plain computation says, over NDJSON and Parquet, whatever stands in the lines."""

import os
import subprocess
from collections import Counter
from pathlib import Path

import generated
import plain
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from conftest import COUNT, DIST
from gongkai_spark import coverage, job
from gongkai_spark.knowledge import CATALOGUE
from tables import TYPES, failures, reports, table

NATIVE_ALONE = ["law-unknown", "law-repealed", "region-unknown"]
TODAY = generated.TODAY.isoformat()


@pytest.fixture(scope="module")
def expected(validator, lines, knowledge):
    return plain.answers(validator, lines, TODAY, knowledge.catalogue, None)


def run(spark, files, out, *more):
    job.run(spark, job.options([str(files), "--out", str(out), "--dist", str(DIST), "--today", TODAY, *more]))
    return out


@pytest.fixture(scope="module")
def done(spark, ndjson, tmp_path_factory):
    return run(spark, ndjson, tmp_path_factory.mktemp("done"))


def test_reports(done, expected):
    assert len(expected[0]) == COUNT
    assert reports(done) == sorted(expected[0])


@pytest.mark.parametrize("name", sorted(TYPES))
def test_tables(spark, done, expected, name):
    rows = expected[2][name]
    assert len(rows) > 150
    assert table(spark, done, name) == rows


def test_bad_lines_are_rows(spark, done, expected):
    failed = failures(spark, done)
    assert len(failed) == expected[1] == len(generated.BAD)
    codes = {row.failure for row in failed}
    assert codes == {"entry-unreadable", "item-unknown", "no-utf-8"}
    assert all(row.reason and row.source.endswith(".ndjson") for row in failed)


def test_parquet_gives_the_same(spark, lines, expected, tmp_path):
    entries = [line for line in lines if line.strip()]
    whole = pa.table({"entry": pa.array(entries, pa.binary()), "id": list(range(len(entries)))})
    parquet.write_table(whole, tmp_path / "entries.parquet", row_group_size=500)
    out = run(spark, tmp_path / "entries.parquet", tmp_path / "out", "--format", "parquet", "--partitions", "7")
    assert reports(out) == sorted(expected[0])
    assert table(spark, out, "timeliness") == expected[2]["timeliness"]


def test_counties_that_send_nothing_show(spark, done, validator, lines, knowledge):
    regions = [*generated.REGIONS, generated.SILENT]
    catalogue = spark.createDataFrame(list(knowledge.catalogue), CATALOGUE)
    listed = spark.createDataFrame([(region,) for region in regions], "region string")
    items = coverage.by_item(spark.read.parquet(f"{done}/checked"), catalogue, listed)
    found = [tuple(row) for row in coverage.by_domain(items).orderBy("region", "domain").collect()]
    _, _, expected = plain.answers(validator, lines, TODAY, knowledge.catalogue, regions)
    assert found == expected["coverage"]
    silent = [row for row in found if row[0] == generated.SILENT]
    assert len(silent) == 26 and not any(row[4] for row in silent)


def test_the_command_says_the_same_bytes(done, lines, tmp_path):
    """``gongkai check --json`` knows region codes and laws besides, and the module does not: such reports are apart."""
    read = [line for line in lines if line.strip() and line not in generated.BAD]
    file = tmp_path / "entries.ndjson"
    file.write_bytes(b"\n".join(read) + b"\n")
    call = [os.environ["GONGKAI_COMMAND"], "check", "--json", "--stage", "publish", "--today", TODAY, file]
    told = subprocess.run(call, capture_output=True)
    assert told.returncode == 1, told.stderr.decode()
    native = told.stdout.decode().splitlines()
    alone = [line for line in native if any(f'"code":"{code}"' in line for code in NATIVE_ALONE)]
    assert len(native) == len(read) and len(alone) < len(native) / 50
    same = Counter(native) - Counter(alone)
    assert not same - Counter(reports(done))
    assert same.total() > COUNT * 0.95


def test_nothing_but_bad_lines(spark, tmp_path):
    (tmp_path / "bad.ndjson").write_bytes(b"\n".join(generated.BAD))
    out = run(spark, tmp_path / "bad.ndjson", tmp_path / "out")
    assert reports(out) == [] and len(failures(spark, out)) == len(generated.BAD)
    assert Path(out, "coverage").is_dir()
