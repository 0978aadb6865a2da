"""The whole case set: every report is the one that the library gives natively, byte for byte."""

import json
import os
import threading
import time
from pathlib import Path

import pytest

from gongkai import Validator, ValidatorError

MODULE = Path(os.environ["GONGKAI_VALIDATOR"])
DATA = Path(os.environ["GONGKAI_DATA"])
CASES = Path(os.environ["GONGKAI_CASES"])
ITEM = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu"


@pytest.fixture(scope="module")
def validator():
    validator = Validator(MODULE)
    for pack in sorted((DATA / "packs").glob("*.json")):
        validator.load_pack(pack.read_bytes())
    validator.load_calendar((DATA / "calendar.json").read_text(encoding="utf-8"))
    return validator


def test_reports_are_the_same_bytes(validator):
    compared, start = 0, time.perf_counter()
    with CASES.open(encoding="utf-8") as lines:
        for line in lines:
            case = json.loads(line)
            options = case["options"]
            report = validator.check_text(
                case["item"], case["entry"], today=options["today"], stage=options["stage"], told=options["told"]
            )
            assert report == case["report"], f"{case['item']} {case['entry']}"
            compared += 1
    rate = compared / (time.perf_counter() - start)
    print(f"python: {compared} reports compared, {rate:.0f} a second with reading and comparing")
    assert compared > 10_000


def test_failures_have_codes(validator):
    for call, code in [
        (lambda: validator.check("a/b", "{}", today="2026-09-01"), "item-unknown"),
        (lambda: validator.check(ITEM, "{", today="2026-09-01"), "entry-unreadable"),
        (lambda: validator.check(ITEM, "{}", today="soon"), "options-invalid"),
        (lambda: validator.check(b"\xff", "{}", today="2026-09-01"), "no-utf-8"),
        (lambda: validator.load_pack("{}"), "pack-unreadable"),
        (lambda: validator.form("a/b"), "item-unknown"),
    ]:
        with pytest.raises(ValidatorError) as raised:
            call()
        assert raised.value.code == code


def test_values_and_forms(validator):
    report = validator.check(ITEM, {"elements": {"ban_gong_dian_hua": "12"}}, today="2026-09-01", told=True)
    issue = next(issue for issue in report["issues"] if issue["code"] == "phone-invalid")
    assert set(issue["message"]) == {"zh-CN", "en"}
    assert validator.form(ITEM)["format"] == "gongkai-form/1"
    assert validator.version()["interface"] == 1


def test_readings(validator):
    entry = {"title": " 第一小学 ", "elements": {"xue_xiao_ming_cheng": "<第一小学>", "ban_gong_dian_hua": "0736-7111111"}}
    reading = validator.reading(ITEM, entry)
    assert reading["format"] == "gongkai-reading/1" and reading["title"] == "第一小学"
    assert {"type": "phones", "numbers": ["0736-7111111"]} in [fact["value"] for fact in reading["elements"]]
    html = validator.reading_html(ITEM, entry, lang="en")
    assert "<dd>&lt;第一小学&gt;</dd>" in html
    assert validator.reading("a/b", entry)["elements"][0]["name"] == "xue_xiao_ming_cheng"
    with pytest.raises(ValidatorError) as raised:
        validator.reading(ITEM, "{")
    assert raised.value.code == "entry-unreadable"


def test_threads_take_turns(validator):
    entries = [json.dumps({"title": f"第{number}小学"}) for number in range(200)]
    reports = {}

    def judge(entry):
        reports[entry] = validator.check_text(ITEM, entry, today="2026-09-01")

    threads = [threading.Thread(target=judge, args=(entry,)) for entry in entries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = validator.check_text(ITEM, entries[0], today="2026-09-01")
    assert len(reports) == len(entries) and reports[entries[0]] == expected


def test_a_validator_that_fails_says_so():
    validator = Validator(MODULE)
    with pytest.raises(ValidatorError) as raised:
        # More than its memory may hold.
        validator._store.set_limits(memory_size=2_000_000)
        validator.load_pack(b" " * 16_000_000)
    assert raised.value.code == "validator-trapped"
    with pytest.raises(ValidatorError):
        validator.version()
    assert Validator(validator).version()["interface"] == 1


def test_memory_stays_flat(validator):
    entry = json.dumps({"elements": {"xue_xiao_di_zhi": "字" * 100_000}})
    sizes = []
    for _ in range(3):
        for _ in range(100):
            validator.check_text(ITEM, entry, today="2026-09-01")
        sizes.append(validator._memory.data_len(validator._store))
    assert sizes[0] == sizes[-1]
