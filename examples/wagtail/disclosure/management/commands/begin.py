"""Makes the first pages and the first account of the example site."""

import os
import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page, Site

from disclosure.models import SCHOOLS, ItemPage, MenuPage


class Command(BaseCommand):
    """The menu as the first page of the site, the list of schools below it, and an account that may publish."""

    help = "Makes the menu, the list of schools and the account `editor`; its password comes from PASSWORD or is printed."

    @transaction.atomic
    def handle(self, *args, **options):
        if MenuPage.objects.exists():
            self.stdout.write("the site has begun already")
            return
        site = Site.objects.get(is_default_site=True)
        welcome = site.root_page
        root = Page.get_first_root_node()
        menu = root.add_child(instance=MenuPage(title="基层政务公开", slug="disclosure"))
        menu.add_child(instance=ItemPage(title="义务教育学校名录", slug="schools", item=SCHOOLS))
        site.root_page = menu
        site.save()
        if welcome.pk != root.pk:
            welcome.delete()

        password = os.environ.get("PASSWORD") or secrets.token_urlsafe(9)
        editor = get_user_model().objects.create_user("editor", password=password)
        editor.groups.add(Group.objects.get(name="Moderators"))
        self.stdout.write(f"account: editor, password: {password}" if "PASSWORD" not in os.environ else "account: editor")
