"""What Wagtail looks for in every app: here the words of the history."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter


@hooks.register("register_log_actions")
def refused(actions):
    """The entry in a page's history when its plan was cancelled."""

    @actions.register_action("gongkai.refuse")
    class Refused(LogFormatter):
        label = _("Refuse publishing")

        def format_message(self, log_entry):
            reasons = "; ".join(log_entry.data.get("reasons", []))
            return _("Not published as planned: %(reasons)s") % {"reasons": reasons}
