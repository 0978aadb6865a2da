"""What ``manage.py check`` says of the set-up."""

import pytest
from django.core.checks import run_checks
from django.test import override_settings


def said():
    return {message.id: message for message in run_checks()}


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "PRC", "Asia/Urumqi", "Asia/Chongqing", "Asia/Harbin"])
def test_chinese_clocks_are_fine(zone):
    with override_settings(TIME_ZONE=zone):
        assert said() == {}


@pytest.mark.parametrize("zone", ["UTC", "Hongkong", "Asia/Taipei", "Asia/Tokyo", "America/Chicago"])
def test_other_clocks_are_warned_of(zone):
    with override_settings(TIME_ZONE=zone):
        [(name, message)] = said().items()
    assert name == "gongkai_wagtail.W001" and zone in message.msg and "Asia/Shanghai" in message.hint and not message.is_serious()


def test_missing_data_are_an_error():
    with override_settings(GONGKAI_DIST="/nowhere"):
        assert list(said()) == ["gongkai.E002"]
