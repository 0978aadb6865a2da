"""Pages: the menu, a list for each item, an entry, and an article that quotes entries."""

from django.core.exceptions import ValidationError
from django.db import models
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.blocks import RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from gongkai_wagtail import catalogue
from gongkai_wagtail.block import EntryBlock
from gongkai_wagtail.field import EntryField
from gongkai_wagtail.panel import EntryPanel
from gongkai_wagtail.refusal import title_of
from gongkai_wagtail.widget import ItemSelect

SCHOOLS = "24-compulsory-education/yi-wu-jiao-yu-xue-xiao-ming-lu"


class MenuPage(Page):
    """The first page of the site: the menu of all domains and items."""

    max_count = 1
    subpage_types = ["disclosure.ItemPage", "disclosure.ArticlePage"]

    class Meta:
        verbose_name = _("disclosure menu")


class ItemPage(Page):
    """Where editors find the entries of an item; citizens read the list that ``gongkai_wagtail`` makes of them."""

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

    def serve(self, request, *args, **kwargs):
        return redirect("gongkai_wagtail:item", *self.item.split("/"))


class EntryPage(Page):
    """One entry; its title is the title of the page."""

    entry = EntryField()

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
