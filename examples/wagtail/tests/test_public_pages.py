"""The pages for citizens: the menu, the public entries of an item, what the guideline asks for."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import override_settings
from django.urls import reverse
from wagtail.models import PageViewRestriction, Site

from disclosure.models import SCHOOLS, ArticlePage, EntryPage, MenuPage
from gongkai_wagtail import catalogue, public, views
from gongkai_wagtail.judge import Judge

LAWS = "24-compulsory-education/jiao-yu-fa-lv"


def address(item):
    return reverse("gongkai_wagtail:item", args=item.split("/"))


def drawn(client, item=SCHOOLS, page=None):
    answer = client.get(address(item), {"page": page} if page else {})
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def listed(html):
    return [link.text for link in html.select(".gongkai-entries a")]


@pytest.fixture
def publish(draft, right):
    """Makes a public entry with this title."""

    def make(title):
        page = draft({**right, "title": title})
        page.get_latest_revision().publish()
        return EntryPage.objects.get(pk=page.pk)

    return make


def test_pages_carry_the_policy(client, publish):
    page = publish("第一小学")
    for path in ("/", reverse("gongkai_wagtail:menu"), address(SCHOOLS), address(LAWS), page.url):
        answer = client.get(path)
        assert answer.status_code == 200
        assert "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" in answer.headers["Content-Security-Policy"]
        html = BeautifulSoup(answer.content, "html.parser")
        assert not html.select("style, [style], script:not([src])")
        assert html.select_one("header a[href='/']"), "the page does not stand in the site's own"


def test_the_menu_leads_to_the_lists(client, publish):
    page = publish("第一小学")
    menu = BeautifulSoup(client.get(reverse("gongkai_wagtail:menu")).content, "html.parser")
    assert menu.select_one("gongkai-nav")["href-template"] == "/gongkai/{domain}/{item}/"
    links = [link["href"] for link in menu.select("gongkai-nav a")]
    assert len(links) == len(catalogue.item_names()) and address(SCHOOLS) in links
    [link] = drawn(client).select(".gongkai-entries a")
    assert link["href"] == page.url and page.get_parent().url in client.get(page.url).content.decode()
    assert client.get(page.get_parent().url).url == address(SCHOOLS), "the page of the list leads to the list"


def test_the_newest_come_first_and_pages_are_short(client, publish):
    titles = [f"第{number}小学" for number in range(1, 24)]
    for title in titles:
        publish(title)
    first, second = drawn(client), drawn(client, page=2)
    assert listed(first) == titles[:2:-1] and listed(second) == titles[2::-1]
    assert first.select_one("nav.gongkai-pages a[rel=next]")["href"] == "?page=2" and not first.select("a[rel=prev]")
    assert second.select_one("nav.gongkai-pages a[rel=prev]")["href"] == "?page=1" and not second.select("a[rel=next]")
    assert client.get(address(SCHOOLS), {"page": 3}).status_code == 404


def test_what_is_not_public_is_not_listed(client, draft, right, publish):
    draft({**right, "title": "草稿"})
    secret, gone, moved = publish("内部"), publish("撤回"), publish("别处")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    gone.unpublish()
    assert listed(drawn(client)) == ["别处"]
    # Another site's entries are that site's.
    menu = MenuPage.objects.get()
    root = menu.get_root()
    Site.objects.create(hostname="testserver", root_page=root.add_child(instance=ArticlePage(title="另一站", body="[]")))
    Site.clear_site_root_paths_cache()
    assert listed(drawn(client)) == [] and moved.live


def test_entries_in_streams_are_listed(client, schools, right, publish):
    publish("第一小学")
    other = {**right, "title": "不是学校", "item": "jiao-yu-fa-lv"}
    blocks = [("text", "<p>yi-wu-jiao-yu-xue-xiao-ming-lu</p>"), ("school", {**right, "title": "甲校"}), ("school", {**right, "title": "乙校"})]
    menu = MenuPage.objects.get()
    article = menu.add_child(instance=ArticlePage(title="文章", body=blocks))
    menu.add_child(instance=ArticlePage(title="只有文字", body=blocks[:1]))
    assert public.entries_on(ArticlePage(title="", body=[("school", other)]), SCHOOLS) == []
    html = drawn(client)
    assert sorted(listed(html)) == ["乙校", "甲校", "第一小学"]
    assert [link["href"] for link in html.select(".gongkai-entries a") if "校" == link.text[1:]] == [article.url] * 2


def test_nothing_is_said_in_words(client, schools):
    html = drawn(client, LAWS)
    assert "尚无公开内容" in html.text and not html.select(".gongkai-entries") and "公开依据" in html.text
    client.post(reverse("set_language"), {"language": "en"})
    html = drawn(client, LAWS)
    assert "Nothing has been published here yet." in html.text and "Legal basis" in html.text


@pytest.mark.parametrize("item", ["24-compulsory-education/none", "none/yi-wu-jiao-yu-xue-xiao-ming-lu"])
def test_an_unknown_item_is_not_found(client, schools, item):
    assert client.get(address(item)).status_code == 404


def test_lists_are_read_without_the_validator(client, publish, monkeypatch):
    publish("第一小学")
    with override_settings(GONGKAI_DIST="/nowhere"):
        monkeypatch.setattr(views, "judge", lambda judge=Judge(): judge)
        html = drawn(client)
    assert listed(html) == ["第一小学"] and "公开依据" not in html.text


def test_a_site_without_a_base_of_its_own_has_pages_too(client, publish, settings):
    publish("第一小学")
    [engine] = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": []}]
    html = drawn(client)
    assert listed(html) == ["第一小学"] and html.select_one("html[lang=zh-CN] main > h1") and not html.select("header")


def test_the_address_of_the_menu_can_be_the_sites_own():
    html = Template('{% load gongkai %}{% gongkai_nav "/x/{domain}/{item}" %}').render(Context())
    assert BeautifulSoup(html, "html.parser").select_one("gongkai-nav a")["href"].startswith("/x/0")
