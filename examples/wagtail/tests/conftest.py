"""A site with the menu and the list of schools, an editor, and entries that are right and wrong."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from disclosure.models import SCHOOLS, EntryPage, ItemPage
from django.utils import timezone, translation


@pytest.fixture(autouse=True)
def chinese():
    """The language of the site, whatever a reader of an earlier test has asked for."""
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def schools(db, monkeypatch):
    """The page below which schools stand."""
    monkeypatch.setenv("PASSWORD", "a password of the tests")
    call_command("begin", verbosity=0)
    return ItemPage.objects.get()


@pytest.fixture
def editor(client, schools):
    """A browser that the editor has signed in with."""
    client.force_login(get_user_model().objects.get(username="editor"))
    return client


@pytest.fixture
def right():
    """An entry that may become public today."""
    today = timezone.localdate().isoformat()
    pack, item = SCHOOLS.split("/")
    return {
        "format": "gongkai-entry/1",
        "pack": pack,
        "edition": "2019.1",
        "item": item,
        "title": "示例县第一小学",
        "publisher": "示例县教育局",
        "formed_on": today,
        "attribute": "proactive",
        "elements": {
            "xue_xiao_ming_cheng": "示例县第一小学",
            "xue_xiao_di_zhi": "示例县人民路1号",
            "ban_xue_ceng_ci": ["小学"],
            "ban_xue_lei_xing": "小学",
            "ban_gong_dian_hua": "0736-7111111",
        },
        "channels": [{"channel": "政府网站", "published_on": today}],
        "author": "张三",
        "reviewed_by": "李四",
        "reviewed_on": today,
    }


@pytest.fixture
def wrong(right):
    """The same with a telephone number that is none."""
    return json.loads(json.dumps(right).replace("0736-7111111", "12"))


@pytest.fixture
def draft(schools):
    """Makes a draft with an entry, as the editor does."""

    def make(entry, parent=schools):
        page = EntryPage(entry=entry, live=False)
        parent.add_child(instance=page)
        page.save_revision(clean=False)
        return page

    return make
