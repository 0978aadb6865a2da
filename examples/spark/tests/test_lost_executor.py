"""A machine is lost in the middle of the job: its executor is killed, and the answers are the same."""

import os
import signal
import threading
import time
from pathlib import Path

import generated
import plain
from conftest import DIST
from gongkai_spark import job
from tables import TYPES, failures, reports, table

TODAY = generated.TODAY.isoformat()


def executors(context):
    """Processes of this application's executors."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().decode().split("\0")
        except OSError:
            continue
        if "org.apache.spark.executor.CoarseGrainedExecutorBackend" in words and context.applicationId in words:
            found.append(int(process.name))
    return found


def both_executors(context):
    """The two, as soon as they are there: a session begins before they do."""
    deadline = time.monotonic() + 60
    while len(found := executors(context)) < 2:
        assert time.monotonic() < deadline, f"{len(found)} executors have come"
        time.sleep(0.05)
    return found


def kill_one_in_the_middle(context, told):
    """Waits until some parts of a stage are done and others are not, and kills without a warning."""
    tracker = context.statusTracker()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for stage in tracker.getActiveStageIds():
            info = tracker.getStageInfo(stage)
            if info and info.numTasks >= 8 and 2 <= info.numCompletedTasks <= info.numTasks - 3:
                process = executors(context)[0]
                os.kill(process, signal.SIGKILL)
                told.update(process=process, done=info.numCompletedTasks, all=info.numTasks)
                return
        time.sleep(0.01)


def test_an_executor_is_killed(cluster, ndjson, validator, lines, knowledge, tmp_path):
    context = cluster.sparkContext
    before = both_executors(context)
    told = {}
    killer = threading.Thread(target=kill_one_in_the_middle, args=(context, told))
    killer.start()
    job.run(cluster, job.options([str(ndjson), "--out", str(tmp_path), "--dist", str(DIST), "--today", TODAY]))
    killer.join()

    assert told, "the job was over before anything could be killed"
    assert told["process"] in before and told["process"] not in executors(context)
    listed = context._jsc.sc().statusStore().executorList(False)
    lost = [listed.apply(place).id() for place in range(listed.size()) if not listed.apply(place).isActive()]
    assert lost, "Spark has noticed no loss"
    print(f"executor killed after {told['done']} of {told['all']} parts; lost: {lost}")

    expected, failed, rows = plain.answers(validator, lines, TODAY, knowledge.catalogue, None)
    assert reports(tmp_path) == sorted(expected)
    assert len(failures(cluster, tmp_path)) == failed
    for name in TYPES:
        assert table(cluster, tmp_path, name) == rows[name]
