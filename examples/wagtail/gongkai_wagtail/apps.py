"""The app: connects the rule and the checks."""

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _


class GongkaiConfig(AppConfig):
    """Entries of grassroots government disclosure."""

    name = "gongkai_wagtail"
    verbose_name = _("Grassroots government disclosure")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .checks import data_is_there, days_are_chinese
        from .rule import guard

        pre_save.connect(guard, dispatch_uid="gongkai_wagtail.rule")
        checks.register(data_is_there)
        checks.register(days_are_chinese)
