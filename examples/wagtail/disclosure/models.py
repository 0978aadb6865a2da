"""Pages: the menu, a list for each item, an entry, and an article that quotes entries."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.blocks import RichTextBlock
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page

from gongkai_wagtail import catalogue
from gongkai_wagtail.block import EntryBlock
from gongkai_wagtail.field import EntryField
from gongkai_wagtail.judge import NoVerdict, judge
from gongkai_wagtail.panel import EntryPanel
from gongkai_wagtail.refusal import title_of
from gongkai_wagtail.widget import ItemSelect

SCHOOLS = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu"


class MenuPage(RoutablePageMixin, Page):
    """The menu of all domains and items; below it each item has an address, whether anything is public or not."""

    max_count = 1
    subpage_types = ["disclosure.ItemPage", "disclosure.ArticlePage"]

    class Meta:
        verbose_name = _("disclosure menu")

    def item_address(self) -> str:
        """The address of an item with ``{domain}`` and ``{item}``."""
        return f"{self.url}{{domain}}/{{item}}/"

    @path("<slug:domain>/<slug:item>/")
    def item(self, request, domain, item):
        """The list of the item, or what the guideline asks for while no list was made."""
        name = f"{domain}/{item}"
        if name not in catalogue.item_names():
            raise Http404
        page = ItemPage.objects.live().child_of(self).filter(item=name).first()
        if page:
            return redirect(page.url)
        return self.render(request, template="disclosure/item_page.html", context_overrides=item_context(name))


class ItemPage(Page):
    """The list of what is public of one item; its entries stand below it."""

    item = models.CharField(_("item"), max_length=255)

    parent_page_types = ["disclosure.MenuPage"]
    subpage_types = ["disclosure.EntryPage"]
    content_panels = [*Page.content_panels, FieldPanel("item", widget=ItemSelect)]

    class Meta:
        verbose_name = _("list of an item")

    def clean(self):
        super().clean()
        if self.item not in catalogue.item_names():
            raise ValidationError({"item": _("There is no such item.")})

    def get_context(self, request, *args, **kwargs):
        entries = EntryPage.objects.live().child_of(self).order_by("-first_published_at")
        return {**super().get_context(request, *args, **kwargs), **item_context(self.item), "entries": entries}


def item_context(name: str) -> dict:
    """What the page of an item shows of the guideline."""
    try:
        model = judge().form(name)
    except NoVerdict as error:
        raise Http404 from error
    domain, item = catalogue.item_names()[name]
    return {"domain_name": domain, "item_name": item, "guidance": model["guidance"], "channels": model["channels"]}


class EntryPage(Page):
    """One entry; its title is the title of the page."""

    entry = EntryField(_("entry"))

    parent_page_types = ["disclosure.ItemPage"]
    subpage_types = []
    content_panels = [EntryPanel("entry")]
    # The address follows from the title.
    promote_panels = []
    api_fields = [APIField("entry", writable=True)]

    class Meta:
        verbose_name = _("entry")

    def gongkai_item(self, parent=None) -> str:
        """An entry is of the item of the list that it stands below."""
        parent = parent or self.get_parent()
        return parent.specific.item if parent and issubclass(parent.specific_class, ItemPage) else ""

    def can_move_to(self, parent):
        """Below another list it would be an entry of another item."""
        return super().can_move_to(parent) and self.gongkai_item(parent) == self.gongkai_item()

    def full_clean(self, *args, **kwargs):
        self._take_title()
        super().full_clean(*args, **kwargs)

    def save(self, *args, **kwargs):
        if kwargs.get("update_fields") is None:
            self._take_title()
        super().save(*args, **kwargs)

    def _take_title(self) -> None:
        title = title_of(self.entry)[:255]
        if title != self.title:
            self.title = self.draft_title = title
            # Until somebody can have noted the address, it follows the title.
            if self.first_published_at is None:
                self.slug = ""


class ArticlePage(Page):
    """Text with entries in it."""

    body = StreamField([("text", RichTextBlock(label=_("Text"))), ("school", EntryBlock(item=SCHOOLS, label=_("School")))])

    parent_page_types = ["disclosure.MenuPage"]
    subpage_types = []
    content_panels = [*Page.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("article with entries")
