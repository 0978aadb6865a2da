"""Wagtail's command of the same name, of which one wrong entry would keep all that is due from being published."""

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.management.commands.publish_scheduled import Command as PublishScheduled
from wagtail.models import Revision

from gongkai_wagtail.refusal import PublishingRefused
from gongkai_wagtail.rule import require_all_publishable


class Command(PublishScheduled):
    """An entry that was right when it was planned may be wrong by now: its plan is cancelled, and the log says why."""

    help = "Publishes what is due; what may no longer become public stays a draft, and its history says why."

    def handle(self, *args, **options):
        for revision in Revision.objects.filter(approved_go_live_at__lt=timezone.now()):
            try:
                require_all_publishable(revision.as_object())
            except PublishingRefused as refusal:
                self.stderr.write("; ".join(refusal.messages))
                if not options["dryrun"]:
                    _cancel(revision, refusal)
        super().handle(*args, **options)


def _cancel(revision: Revision, refusal: PublishingRefused) -> None:
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    data = {"reasons": refusal.messages}
    log(instance=revision.as_object(), action="gongkai.refuse", revision=revision, data=data)
