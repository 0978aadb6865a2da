"""Entries as readers see them: every value in the shape of its kind, nothing left out, nothing that runs."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import override_settings

from disclosure.models import SCHOOLS
from gongkai_wagtail import catalogue, reading
from gongkai_wagtail.judge import Judge, judge


def drawn(entry):
    html = Template("{% load gongkai %}{% gongkai_entry entry %}").render(Context({"entry": entry}))
    return BeautifulSoup(html, "html.parser")


def test_an_entry_is_read(right):
    page = drawn(right)
    article = page.select_one("article.gongkai-entry")
    names = [name.text for name in article.find_all("dt")]
    assert names[:2] == ["学校名称", "学校地址"] and "公开渠道" in names
    assert article.select_one("a[href='tel:0736-7111111']").text == "0736-7111111" and "主动公开" in article.text
    assert "张三" not in page.text
    assert article.select_one(f"time[datetime='{right['formed_on']}']")


def test_nothing_runs(right):
    script = "<script>alert(1)</script>"
    right["elements"]["xue_xiao_di_zhi"] = script
    right["channels"][0]["proof"] = "javascript:alert(1)"
    page = drawn(right)
    assert not page.find("script") and script in page.text and "javascript:alert(1)" in page.text
    assert [link["href"] for link in page.find_all("a")] == ["tel:0736-7111111"]


def entry_of(name, elements):
    pack, item = name.split("/")
    return {"pack": pack, "item": item, "elements": elements}


def test_links_lead_to_the_web_alone():
    library = "13-public-legal-services/fa-lv-fa-gui-he-an-li-jian-suo-fu-wu"
    subsidies = "23-agricultural-subsidies/nong-ji-gou-zhi-bu-tie"

    def links(address):
        url = entry_of(library, {"dian_xing_an_li_ku_wang_zhi_huo_lian_jie": address})
        document = entry_of(subsidies, {"zheng_ce_yi_ju": [{"title": "通知", "link": address}]})
        channel = {"pack": "24-compulsory-education", "channels": [{"channel": "政府网站", "proof": address}]}
        pages = [drawn(entry) for entry in (url, document, {**channel, "item": SCHOOLS.split("/")[1]}, channel)]
        return [[link["href"] for link in page.find_all("a")] for page in pages]

    assert links("https://example.org/") == [["https://example.org/"]] * 4
    for address in ("javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,x"):
        assert links(address) == [[]] * 4


def values_of(kind_type):
    """The first item with an element of that type, and what is drawn for a value of it."""
    for name in sorted(catalogue.item_names()):
        fields = [field for section in judge().form(name)["sections"] for field in section["fields"]]
        for field in fields:
            if field["path"].startswith("/elements/") and field["kind"]["type"] == kind_type:
                page = drawn(entry_of(name, {field["path"][10:]: sample(field["kind"])}))
                return page.select_one("article > dl > div > dd")
    raise AssertionError(f"no item has {kind_type}")


def test_values_have_the_shapes_of_their_kinds():
    assert values_of("date").select_one("time[datetime='2026-09-01']").text == "2026年9月1日"
    assert [item.text for item in values_of("list").select("ul > li")] == ["甲", "乙"]
    assert values_of("money").text.strip() == "1,234,567.50 元"
    assert values_of("boolean").text.strip() == "是"
    assert values_of("document").select_one("li > a[href='https://example.org/1']").text == "通知"
    table = values_of("table")
    assert table.select("[role=region][aria-label][tabindex='0'] > table")
    assert len(table.select("th[scope=col]")) == len(table.select("tbody td")) > 1
    group = values_of("group")
    assert group.select("dl > div > dt") and all(part.text.strip() for part in group.select("dl > div > *"))


def test_elements_stand_under_their_headings():
    name = "09-affordable-housing/nian-du-ji-hua"
    fields = [field for section in judge().form(name)["sections"] for field in section["fields"]]
    keys = [field["path"][10:] for field in fields if field["path"].startswith("/elements/")]
    entry = entry_of(name, dict.fromkeys(keys, "文字"))
    headings = {fact["heading"] for fact in reading.read(entry)["elements"] if fact.get("heading")}
    page = drawn(entry)
    below = page.select("dl.gongkai-part")
    assert headings and headings == {part.parent.find_previous_sibling("dt").text for part in below}
    assert not [name for part in below for name in part.find_all("dt") if name.text.startswith(tuple(headings))]


def test_an_entry_without_its_item_is_read(right):
    right["item"] = "gone"
    right["elements"] |= {"x-own": "内部", "kong": [" ", {}], "biao": [{"甲": 1}, {"甲": "<b>"}]}
    right["nil"] = {"reason": "无新增"}
    page = drawn(right)
    assert "0736-7111111" in page.text and "甲：1、甲：<b>" in page.text and "无新增" in page.text and "政府网站" in page.text
    assert "内部" not in page.text and "kong" not in page.text and "张三" not in page.text
    assert not page.select("a, b")


@override_settings(GONGKAI_DIST="/nowhere")
def test_an_entry_is_read_without_the_validator(right, monkeypatch):
    monkeypatch.setattr(reading, "judge", lambda judge=Judge(): judge)
    assert "0736-7111111" in drawn(right).text


SAMPLES = {
    "date": "2026-09-01",
    "period": {"start": "2026-09-01", "end": "2026-09-30"},
    "money": {"amount": "1234567.50", "unit": "元"},
    "number": 42,
    "boolean": True,
    "url": "https://example.org/",
    "choices": ["甲", "乙"],
    "list": ["甲", "乙"],
    "document": [{"title": "通知", "number": "示政发〔2026〕1号", "date": "2026-09-01", "link": "https://example.org/1"}],
}


def sample(kind):
    if kind["type"] == "group":
        return {field["key"]: sample(field["kind"]) for field in kind["fields"]}
    if kind["type"] == "table":
        return [{column["key"]: sample(column["kind"]) for column in kind["columns"]}]
    return SAMPLES.get(kind["type"], "文字")


@pytest.mark.parametrize("name", sorted(catalogue.item_names()))
def test_every_item_can_be_read(name):
    """With values of the right kind nothing is left as JSON, and with values of any other nothing is lost."""
    model = judge().form(name)
    fields = [field for section in model["sections"] for field in section["fields"]]
    elements = {field["path"][10:]: sample(field["kind"]) for field in fields if field["path"].startswith("/elements/")}
    entry = entry_of(name, elements)
    page = drawn(entry)
    assert len(elements_in(page)) == len(elements)
    assert "{" not in page.text and "[" not in page.text
    odd = drawn({**entry, "elements": {key: {"x": ["甲", 7]} for key in elements}})
    assert len(elements_in(odd)) == len(elements)


def elements_in(page):
    alone = [row for row in page.select("article > dl > div") if not row.select("dd > dl.gongkai-part")]
    return alone + page.select("dl.gongkai-part > div")


def test_odd_entries_are_read():
    for entry in (None, [], "x", {"elements": 1, "channels": {}}, {"pack": 1, "item": None, "elements": {"a": "b"}}):
        assert drawn(entry).select_one("article.gongkai-entry")


def test_comparison(right, wrong):
    before, after = reading.plain(right), reading.plain(wrong)
    assert [row for row in after if row not in before] == [("办公电话", "12")]
    assert [row for row in before if row not in after] == [("办公电话", "0736-7111111")]


def test_comparison_sees_every_part():
    """What a reader could notice makes a difference, and what is the same makes none."""
    name = "23-agricultural-subsidies/nong-ji-gou-zhi-bu-tie"
    document = {"title": "通知", "number": "1号", "date": "2026-09-01", "link": "https://example.org/1"}

    def told(**changed):
        entry = entry_of(name, {"zheng_ce_yi_ju": [{**document, **changed}]})
        return reading.plain({**entry, "channels": [{"channel": "政府网站", "published_on": "2026-09-01", "proof": "https://a.example/"}]})

    assert told()[1] == ("公开渠道", "政府网站 2026年9月1日 https://a.example/")
    changes = {"title": "通告", "number": "2号", "date": "2026-09-02", "link": "https://example.org/2"}
    for key, value in changes.items():
        [(_name, text)] = [row for row in told(**{key: value}) if row not in told()]
        assert "2" in text if key != "title" else "通告" in text
