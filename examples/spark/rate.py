"""How many entries a core checks in a second: in the job, and by the command ``gongkai check`` on the same file.

Seconds are those that processors were busy, the JVM and its Python workers counted together: machines that do other
things at the same time measure the same.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "tests"), str(HERE.parents[1] / "core/portable/python")]
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

import generated  # noqa: E402
from gongkai_spark import job  # noqa: E402
from gongkai_spark.checking import Terms, check  # noqa: E402
from gongkai_spark.knowledge import Knowledge, ship  # noqa: E402
from gongkai_spark.reading import read  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

TODAY = generated.TODAY.isoformat()
TICKS = os.sysconf("SC_CLK_TCK")


def busy_below(parent: int) -> tuple[float, dict[str, int]]:
    """Seconds that the processes below this one were busy, and the most memory of each kind in megabytes."""
    children: dict[int, list[int]] = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(process.name))
    seconds, memory, left = 0.0, {}, [parent]
    while left:
        for process in children.get(left.pop(), []):
            left.append(process)
            try:
                fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
                status = Path(f"/proc/{process}/status").read_text()
            except OSError:
                continue
            seconds += sum(int(fields[place]) for place in (11, 12, 13, 14)) / TICKS
            name, peak = (status.split(f"{key}:")[1].split()[0] if f"{key}:" in status else "0" for key in ("Name", "VmHWM"))
            memory[name] = max(memory.get(name, 0), int(peak) // 1024)
    return seconds, memory


def told(what: str, entries: int, busy: float, wall: float) -> None:
    print(f"{what:<44}{entries / busy:>9.0f} a core and second {busy:>8.1f} s busy {wall:>7.1f} s by the clock")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dist", default=str(HERE.parents[1] / "wasm-widgets/dist"))
    parser.add_argument("--command", required=True, help="the release build of the command gongkai")
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--cores", type=int, default=1)
    given = parser.parse_args()

    knowledge = Knowledge.read(Path(given.dist))
    validator = knowledge.validator()
    forms = {f"{domain}/{item}": validator.form(f"{domain}/{item}") for domain, _, item, _ in knowledge.catalogue}
    some = [line for line in generated.lines(forms, 10_000) if line.strip() and line not in generated.BAD]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "entries.ndjson")
        with file.open("wb") as out:
            for number in range(given.entries):
                out.write(some[number % len(some)] + b"\n")
        size = file.stat().st_size
        print(f"{given.entries} entries, {size / given.entries:.0f} bytes each, {len(forms)} items, Python {sys.version.split()[0]}")

        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        call = [given.command, "check", "--json", "--stage", "publish", "--today", TODAY, str(file)]
        subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
        told("gongkai check --json", given.entries, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)

        busy, start = time.process_time(), time.perf_counter()
        for line in some:
            validator.check_text(item_of(line), line, today=TODAY, told=True)
        told("Python alone: read, check, report as text", len(some), time.process_time() - busy, time.perf_counter() - start)

        settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.sql.shuffle.partitions": "4"}
        spark = SparkSession.builder.master(f"local[{given.cores}]").config(map=settings).getOrCreate()
        spark.sparkContext.setLogLevel("OFF")
        ship(spark.sparkContext, Path(folder))
        # Once to warm up: what a JVM compiles and a worker loads at its start is not the rate.
        for what, out in (("", "warm"), ("the job's check, reports as Parquet", "done")):
            (before, _), start = busy_below(os.getpid()), time.perf_counter()
            entries = read(spark, [str(file)], "ndjson")
            sent = spark.sparkContext.broadcast(knowledge)
            check(entries, sent, Terms(TODAY)).write.mode("overwrite").parquet(f"{folder}/{out}")
            (after, memory), wall = busy_below(os.getpid()), time.perf_counter() - start
            if what:
                told(what, given.entries, after - before, wall)
        (before, _), start = busy_below(os.getpid()), time.perf_counter()
        job.run(spark, job.options([str(file), "--out", f"{folder}/job", "--dist", given.dist, "--today", TODAY]))
        (after, memory), wall = busy_below(os.getpid()), time.perf_counter() - start
        told("the whole job: reports and tables too", given.entries, after - before, wall)
        print("most memory in megabytes:", ", ".join(f"{name} {size}" for name, size in sorted(memory.items())))
        spark.stop()


def item_of(line: bytes) -> str:
    """``PACK/ITEM`` of an entry that names both."""
    entry = json.loads(line)
    return f"{entry['pack']}/{entry['item']}"


if __name__ == "__main__":
    main()
