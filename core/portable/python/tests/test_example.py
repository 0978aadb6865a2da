"""The example of the handbook, run as it is printed there."""

import os
from pathlib import Path

# ANCHOR: example
from gongkai import Validator


def load(dist):
    validator = Validator(dist / "gongkai_validator.wasm")
    validator.load_pack((dist / "packs/24-compulsory-education.json").read_bytes())
    validator.load_calendar((dist / "calendar.json").read_bytes())
    return validator


def problems(validator, entry):
    report = validator.check("24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu", entry, told=True)
    return [(issue["path"], issue["message"]["zh-CN"]) for issue in report["issues"] if issue["blocks"]]
# ANCHOR_END: example


def test_the_example_finds_the_telephone_number():
    found = problems(load(Path(os.environ["GONGKAI_DATA"])), {"elements": {"ban_gong_dian_hua": "12"}})
    assert "不是有效电话号码" in dict(found)["/elements/ban_gong_dian_hua"]
