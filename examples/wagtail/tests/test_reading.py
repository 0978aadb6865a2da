"""Public pages: every value in the shape of its kind, nothing left out, nothing that runs."""

import json

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template

from disclosure.models import SCHOOLS
from gongkai_wagtail import catalogue, reading
from gongkai_wagtail.judge import judge


def drawn(entry):
    html = Template("{% load gongkai %}{% gongkai_entry entry %}").render(Context({"entry": entry}))
    return BeautifulSoup(html, "html.parser")


def test_an_entry_is_read(right):
    page = drawn(right)
    article = page.select_one("article.gongkai-entry")
    names = [name.text for name in article.find_all("dt")]
    assert names[:2] == ["学校名称", "学校地址"] and "公开渠道" in names
    assert article.select_one("a[href='tel:0736-7111111']") and "主动公开" in article.text
    assert article.select_one(f"time[datetime='{right['formed_on']}']")


def test_nothing_runs(right):
    script = "<script>alert(1)</script>"
    right["elements"]["xue_xiao_di_zhi"] = script
    right["channels"][0]["proof"] = "javascript:alert(1)"
    page = drawn(right)
    assert not page.find("script") and script in page.text and "javascript:alert(1)" in page.text
    assert not [link for link in page.find_all("a") if link["href"].startswith("javascript")]


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
    pack, item = name.split("/")
    model = judge().form(name)
    fields = [field for section in model["sections"] for field in section["fields"]]
    elements = {field["path"][10:]: sample(field["kind"]) for field in fields if field["path"].startswith("/elements/")}
    entry = {"pack": pack, "item": item, "elements": elements}
    page = drawn(entry)
    assert len(page.select("article > dl > div")) == len(elements)
    assert "{" not in page.text and "[" not in page.text
    odd = drawn({**entry, "elements": {key: {"x": ["甲", 7]} for key in elements}})
    assert len(odd.select("article > dl > div")) == len(elements)


def test_odd_entries_are_read():
    for entry in (None, [], "x", {"elements": 1, "channels": {}}, {"pack": 1, "item": None, "elements": {"a": "b"}}):
        assert drawn(entry).select_one("article.gongkai-entry")


def test_comparison(right, wrong):
    before, after = reading.plain(right), reading.plain(wrong)
    assert [row for row in after if row not in before] == [("办公电话", "12")]


def test_pages(client, draft, right):
    page = draft(right)
    page.get_latest_revision().publish()
    for address in ("/", f"/{SCHOOLS}/", "/24-compulsory-education/jiao-yu-fa-lv/", page.url):
        answer = client.get(address, follow=True)
        assert answer.status_code == 200
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" in policy
        html = BeautifulSoup(answer.content, "html.parser")
        assert not html.select("style, [style], script:not([src])")
    assert client.get("/24-compulsory-education/none/").status_code == 404
    assert json.dumps(right["title"], ensure_ascii=False)[1:-1] in client.get(f"/{SCHOOLS}/", follow=True).content.decode()
