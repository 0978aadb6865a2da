"""Sessions of Spark, and some thousand generated entries."""

import os
import shutil
import sys
from pathlib import Path

import generated
import pyspark
import pytest
from gongkai_spark.knowledge import Knowledge
from pyspark.sql import SparkSession

DIST = Path(os.environ["GONGKAI_DIST"])
COUNT = 4000

# The workers are the same Python; nothing is asked of the network's names.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")


def session(master):
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "Asia/Shanghai",
        # Small parts, so that there are many.
        "spark.sql.files.maxPartitionBytes": "256k",
    }
    builder = SparkSession.builder.master(master).appName("gongkai-tests")
    spark = builder.config(map=settings).getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


@pytest.fixture(scope="module")
def spark():
    """Spark in one process with two threads."""
    spark = session("local[2]")
    yield spark
    spark.stop()


@pytest.fixture(scope="module")
def cluster():
    """A master and two workers, each with an executor of its own process; Spark keeps their logs beside itself."""
    spark = session("local-cluster[2,1,1024]")
    yield spark
    spark.stop()
    shutil.rmtree(Path(pyspark.__file__).parent / "work", ignore_errors=True)


@pytest.fixture(scope="session")
def knowledge():
    return Knowledge.read(DIST)


@pytest.fixture(scope="session")
def validator(knowledge):
    return knowledge.validator()


@pytest.fixture(scope="session")
def lines(validator, knowledge):
    """The generated entries as lines."""
    names = [f"{domain}/{item}" for domain, _, item, _ in knowledge.catalogue]
    return generated.lines({name: validator.form(name) for name in names}, COUNT)


@pytest.fixture(scope="session")
def ndjson(lines, tmp_path_factory):
    """The same in two files, one of them ten times the size of the other."""
    folder = tmp_path_factory.mktemp("entries")
    cut = len(lines) // 11
    (folder / "small.ndjson").write_bytes(b"\n".join(lines[:cut]) + b"\n")
    (folder / "large.ndjson").write_bytes(b"\n".join(lines[cut:]) + b"\n")
    return folder
