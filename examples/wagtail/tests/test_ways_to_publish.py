"""All ways to make an entry public, each with one that is wrong and one that is right."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import APIToken, GroupApprovalTask, Page, PageLogEntry, Workflow, WorkflowPage, WorkflowTask

from disclosure.models import ArticlePage, EntryPage, MenuPage
from gongkai_wagtail.refusal import PublishingRefused


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def reports_of(response):
    """The reports in the forms that came back."""
    forms = BeautifulSoup(response.content, "html.parser").find_all("gongkai-form")
    return [json.loads(form["report"]) for form in forms if form.get("report")]


def typed_in(response):
    """What stands in the text area of the page that came back."""
    area = BeautifulSoup(response.content, "html.parser").find("textarea", {"name": "entry"})
    return area.text.removeprefix("\n").removesuffix("\n")


def post(entry, **more):
    """What the editor's form posts."""
    text = entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False)
    return {"entry": text, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, **more}


def add_address(parent):
    return reverse("wagtailadmin_pages:add", args=("disclosure", "entrypage", parent.pk))


def test_programs(draft, wrong, right):
    page = draft(wrong)
    for way in (
        lambda: page.save_revision().publish(),
        lambda: page.get_latest_revision().publish(),
        lambda: PublishPageRevisionAction(page.get_latest_revision()).execute(),
        lambda: page.publish(page.get_latest_revision()),
    ):
        with pytest.raises(PublishingRefused):
            way()
    for save in ({}, {"clean": False}, {"clean": False, "update_fields": ["live"]}):
        page = EntryPage.objects.get(pk=page.pk)
        page.live = True
        with pytest.raises(ValidationError):
            page.save(**save)
    base = Page.objects.get(pk=page.pk)
    base.live = True
    with pytest.raises(PublishingRefused):
        base.save(clean=False)
    assert not is_live(page)

    page = EntryPage.objects.get(pk=page.pk)
    page.entry = right
    page.save_revision().publish()
    assert is_live(page) and EntryPage.objects.get(pk=page.pk).entry == right


def test_a_public_entry_stays_as_it_is(draft, wrong, right):
    page = draft(right)
    page.get_latest_revision().publish()
    page = EntryPage.objects.get(pk=page.pk)
    page.entry = wrong
    with pytest.raises(PublishingRefused):
        page.save_revision().publish()
    page = EntryPage.objects.get(pk=page.pk)
    assert page.live and page.entry == right
    assert page.get_latest_revision_as_object().entry == wrong


def test_new_pages(schools, wrong):
    with pytest.raises(PublishingRefused):
        schools.add_child(instance=EntryPage(entry=wrong))
    assert not EntryPage.objects.exists()


def test_an_entry_of_another_item(draft, right):
    right["item"] = "jiao-yu-fa-lv"
    page = draft(right)
    with pytest.raises(PublishingRefused) as refused:
        page.save_revision().publish()
    assert "item-mismatch" in {issue["code"] for issue in refused.value.report["issues"]}


def test_the_editor_keeps_what_was_typed(editor, schools, wrong, right):
    response = editor.post(add_address(schools), post(wrong, **{"action-publish": "1"}))
    assert response.status_code == 200 and not EntryPage.objects.exists()
    [report] = reports_of(response)
    assert [issue["path"] for issue in report["issues"] if issue["blocks"]] == ["/elements/ban_gong_dian_hua"]
    assert typed_in(response) == json.dumps(wrong, ensure_ascii=False)

    # A draft may be wrong.
    assert editor.post(add_address(schools), post(wrong)).status_code == 302
    page = EntryPage.objects.get()
    assert not page.live and page.entry == wrong and page.title == wrong["title"]

    edit = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    response = editor.post(edit, post(wrong, **{"action-publish": "1"}))
    assert response.status_code == 200 and not is_live(page) and reports_of(response)
    response = editor.post(edit, post(right, **{"action-publish": "1"}))
    assert response.status_code == 302 and EntryPage.objects.get().live


@pytest.mark.parametrize("typed", ['{"title": ', "[1]", '{"title": "\\ud800"}', "[" * 100_000, "NaN"])
def test_what_is_no_entry_comes_back_as_typed(editor, schools, typed):
    for action in ({}, {"action-publish": "1"}):
        response = editor.post(add_address(schools), post(typed, **action))
        assert response.status_code == 200 and not EntryPage.objects.exists()
        assert typed_in(response) == typed


def test_bulk_action(editor, draft, wrong, right):
    pages = [draft(right), draft({**wrong, "title": "示例县第二小学"})]
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    query = "?" + "&".join(f"id={page.pk}" for page in pages)
    response = editor.post(address + query, {"include_descendants": ""}, follow=True)
    assert [is_live(page) for page in pages] == [False, False]
    assert "示例县第二小学" in " ".join(str(message) for message in response.context["messages"])

    assert editor.post(address + f"?id={pages[0].pk}").status_code == 302
    assert is_live(pages[0])


def test_below_a_page_published_in_bulk(editor, schools, draft, wrong):
    page = draft(wrong)
    schools.unpublish()
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    editor.post(f"{address}?id={schools.pk}", {"include_descendants": "on"})
    assert not is_live(page) and not is_live(schools)


def test_planning(draft, wrong, right):
    later = timezone.now() + timedelta(days=1)
    page = draft(wrong)
    page.go_live_at = later
    with pytest.raises(PublishingRefused):
        page.save_revision().publish()
    with pytest.raises(PublishingRefused):
        page.save_revision(approved_go_live_at=later)
    page.entry = right
    page.save_revision().publish()
    assert not is_live(page) and EntryPage.objects.get(pk=page.pk).approved_schedule


def test_the_schedule(draft, right, wrong, capsys):
    """What was right when it was planned and is wrong by now keeps nothing else from being published."""
    due, fine = draft(right), draft({**right, "title": "示例县第二小学"})
    for page in (due, fine):
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()
        revision = page.get_latest_revision()
        entry = wrong if page == due else revision.content["entry"]
        content = {**revision.content, "entry": entry, "go_live_at": None}
        past = timezone.now() - timedelta(minutes=5)
        type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=past, content=content)
    call_command("publish_scheduled")
    assert not is_live(due) and is_live(fine)
    assert not EntryPage.objects.get(pk=due.pk).approved_schedule
    assert PageLogEntry.objects.filter(page=due.pk, action="gongkai.refuse").count() == 1
    assert right["title"] in capsys.readouterr().err


@pytest.fixture
def workflow(schools):
    """A workflow with one approval, which the editor may give too."""
    user = get_user_model().objects.get(username="editor")
    task = GroupApprovalTask.objects.create(name="审核")
    task.groups.set(user.groups.all())
    workflow = Workflow.objects.create(name="审核")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=schools)
    return workflow


def test_submitting_for_moderation(editor, draft, workflow, wrong, right):
    page = draft(right)
    edit = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    response = editor.post(edit, post(wrong, **{"action-submit": "1"}))
    assert response.status_code == 200 and reports_of(response)
    assert EntryPage.objects.get(pk=page.pk).current_workflow_state is None
    assert editor.post(edit, post(right, **{"action-submit": "1"})).status_code == 302
    assert EntryPage.objects.get(pk=page.pk).current_workflow_state is not None


def test_workflow(editor, draft, workflow, wrong):
    page = draft(wrong)
    workflow.start(page, get_user_model().objects.get(username="editor"))
    task_state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=(page.pk, "approve", task_state.pk))
    response = editor.post(address, follow=True)
    assert not is_live(page)
    assert page.title in " ".join(str(message) for message in response.context["messages"])
    task_state.refresh_from_db()
    assert task_state.status == task_state.STATUS_IN_PROGRESS


def test_copies(editor, schools, draft, right, wrong):
    page = draft(right)
    page.get_latest_revision().publish()
    page = EntryPage.objects.get(pk=page.pk)
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert copy.live
    # Put there past the rule.
    EntryPage.objects.filter(pk=page.pk).update(entry=wrong)
    page = EntryPage.objects.get(pk=page.pk)
    with pytest.raises(PublishingRefused):
        page.copy(update_attrs={"slug": "copy-2"}, keep_live=True, copy_revisions=False)
    with pytest.raises(PublishingRefused):
        page.create_alias(parent=schools, update_slug="alias")


def test_api(client, schools, draft, wrong, right):
    editor = get_user_model().objects.get(username="editor")
    _token, secret = APIToken.create_token(user=editor, name="tests")
    headers = {"authorization": f"Bearer {secret}"}

    def call(method, path, body=None):
        return getattr(client, method)(f"/api/v3/{path}", json.dumps(body or {}), content_type="application/json", headers=headers)

    page = draft(wrong)
    answer = call("post", f"pages/{page.pk}/actions/publish/")
    assert answer.status_code == 422 and "12" not in answer.json()["errors"][0]["msg"] and not is_live(page)

    meta = {"type": "disclosure.EntryPage", "parent_id": schools.pk, "action": "publish"}
    answer = call("post", "pages/", {"meta": meta, "title": "x", "entry": wrong})
    assert answer.status_code == 422 and EntryPage.objects.count() == 1
    answer = call("patch", f"pages/{page.pk}/", {"meta": {"type": "disclosure.EntryPage", "action": "publish"}, "entry": wrong})
    assert answer.status_code == 422 and not is_live(page)
    answer = call("patch", f"pages/{page.pk}/", {"meta": {"type": "disclosure.EntryPage", "action": "publish"}, "entry": right})
    assert answer.status_code == 200, answer.content
    assert is_live(page)


def test_streams(schools, wrong, right):
    menu = MenuPage.objects.get()
    article = ArticlePage(title="学校", body=[{"type": "school", "value": wrong}], live=False)
    menu.add_child(instance=article)
    with pytest.raises(PublishingRefused):
        article.save_revision().publish()
    article.body = [{"type": "school", "value": right}]
    article.save_revision().publish()
    assert is_live(article)
    assert ArticlePage.objects.get().body.raw_data[0]["value"] == right


@override_settings(GONGKAI_DIST="/nowhere")
def test_without_a_verdict_nothing_is_published(draft, right, monkeypatch):
    from gongkai_wagtail import judge

    fresh = judge.Judge()
    monkeypatch.setattr("gongkai_wagtail.refusal.judge", lambda: fresh)
    page = draft(right)
    with pytest.raises(PublishingRefused) as refused:
        page.save_revision().publish()
    assert refused.value.report is None and not is_live(page)


def test_what_came_in_past_the_rule_is_found(draft, right, wrong, capsys):
    page = draft(right)
    page.get_latest_revision().publish()
    call_command("gongkai_check")
    EntryPage.objects.filter(pk=page.pk).update(entry=wrong)
    with pytest.raises(SystemExit):
        call_command("gongkai_check")
    found = json.loads(capsys.readouterr().out)
    assert found["pk"] == page.pk and found["report"]["verdict"] == "blocked"


def test_a_public_page_can_be_kept_in_order_when_rules_have_become_stricter(draft, right, wrong):
    page = draft(right)
    page.get_latest_revision().publish()
    EntryPage.objects.filter(pk=page.pk).update(entry=wrong)
    page = EntryPage.objects.get(pk=page.pk)
    page.search_description = "x"
    page.save()
    page.save_revision()
    assert is_live(page)
