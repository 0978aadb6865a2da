"""What the editor's page says: each thing once, in the language of the editor."""

import json

from bs4 import BeautifulSoup
from django.db import models
from django.test.utils import isolate_apps
from django.urls import reverse

from gongkai_wagtail.field import EntryField
from gongkai_wagtail.refusal import PublishingRefused, require_publishable


def refused(editor, schools, entry):
    address = reverse("wagtailadmin_pages:add", args=("disclosure", "entrypage", schools.pk))
    typed = {"entry": json.dumps(entry), "action-publish": "1", "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    return BeautifulSoup(editor.post(address, typed).content, "html.parser")


def test_reasons_are_said_once(editor, schools, wrong):
    html = refused(editor, schools, wrong)
    [message] = html.select(".error-message")
    assert "不能发布" in message.text and "下面" in message.text and "电话" not in message.text
    form = html.select_one("gongkai-form")
    assert json.loads(form["report"])["verdict"] == "blocked"
    # Read where the form cannot be drawn; a form that is drawn hides what is inside of it.
    [reasons] = form.find_all(recursive=False)
    assert "不是有效电话号码" in reasons.text
    form.extract()
    assert "不是有效电话号码" not in html.text


def test_without_a_verdict_the_editor_is_told(editor, schools, right, monkeypatch):
    def fails(_item, entry):
        raise PublishingRefused(entry, None)

    monkeypatch.setattr("gongkai_wagtail.form_field.require_publishable", fails)
    html = refused(editor, schools, right)
    assert [message.text.strip() for message in html.select(".error-message")] == [f"“{right['title']}”无法校验，没有发布；草稿已保留。"]


def test_blocks_are_told_both(wrong):
    try:
        require_publishable(f"{wrong['pack']}/{wrong['item']}", wrong)
    except PublishingRefused as error:
        told = error.as_json_data()
    assert "电话" in told["messages"][0] and "电话" not in told["brief"] and told["report"]["verdict"] == "blocked"


@isolate_apps("gongkai_wagtail")
def test_the_field_is_called_an_entry():
    class School(models.Model):
        entry = EntryField(item="24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu")
        budget = EntryField()
        other = EntryField("名录")

        class Meta:
            app_label = "gongkai_wagtail"

    names = [School._meta.get_field(name).verbose_name for name in ("entry", "budget", "other")]
    assert [str(name) for name in names] == ["条目", "budget", "名录"]
    assert "verbose_name" not in School._meta.get_field("entry").deconstruct()[3], "migrations would differ by language"


def test_so_is_its_panel(editor, schools):
    address = reverse("wagtailadmin_pages:add", args=("disclosure", "entrypage", schools.pk))
    html = BeautifulSoup(editor.get(address).content, "html.parser")
    assert "条目*" in [" ".join(heading.text.split()) for heading in html.select(".w-panel__heading")]
