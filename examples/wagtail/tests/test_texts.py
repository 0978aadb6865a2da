"""Every text for people is there in Chinese too, and readers get the language they ask for."""

import gettext
import re
from pathlib import Path

import pytest
from django.urls import reverse

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ["gongkai_wagtail", "disclosure", "county"]
MARKED = re.compile(r'''(?:\b_\(|{%\s*translate\s+)"([^"]+)"''')


@pytest.mark.parametrize("folder", FOLDERS)
def test_texts_are_translated(folder):
    with (ROOT / folder / "locale/zh_Hans/LC_MESSAGES/django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    files = [file for pattern in ("*.py", "*.html") for file in (ROOT / folder).rglob(pattern)]
    marked = {text for file in files for text in MARKED.findall(file.read_text(encoding="utf-8"))}
    assert marked and {text for text in catalogue._catalog if text} <= marked, "texts that nobody sees any more"
    han = re.compile("[\u4e00-\u9fff]")
    assert [text for text in marked if not han.search(catalogue.gettext(text))] == []


def test_readers_choose(client, draft, right):
    page = draft(right)
    page.get_latest_revision().publish()
    assert "公开渠道" in client.get(page.url).content.decode()
    client.post(reverse("set_language"), {"language": "en"})
    text = client.get(page.url).content.decode()
    assert '<html lang="en">' in text and "proactive disclosure" in text and "About this information" in text and right["title"] in text
