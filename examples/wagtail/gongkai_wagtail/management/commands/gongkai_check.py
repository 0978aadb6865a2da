"""Looks for public entries with errors: what came in past the rule, or was right by the rules of its day."""

import json

from django.apps import apps
from django.core.management.base import BaseCommand
from wagtail.models import DraftStateMixin

from gongkai_wagtail.entries import entries_of, fields_of
from gongkai_wagtail.refusal import PublishingRefused, require_publishable, title_of


class Command(BaseCommand):
    """One line of JSON for each entry; exit 1 when there is one."""

    help = "Checks all public entries; prints one line of JSON for each with an error, and ends with 1 when there is one."

    def handle(self, *args, **options):
        wrong = 0
        for model in apps.get_models():
            if not fields_of(model):
                continue
            public = {"live": True} if issubclass(model, DraftStateMixin) else {}
            for instance in model._base_manager.filter(**public).iterator():
                for held in entries_of(instance):
                    try:
                        require_publishable(held.item, held.entry)
                    except PublishingRefused as refusal:
                        wrong += 1
                        where = {"model": model._meta.label, "pk": instance.pk, "field": held.field}
                        line = {**where, "title": title_of(held.entry), "report": refusal.report}
                        self.stdout.write(json.dumps(line, ensure_ascii=False))
        if wrong:
            raise SystemExit(1)
