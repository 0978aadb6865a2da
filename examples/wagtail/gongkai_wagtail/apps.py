"""The app: connects the rule, and says at start what is not set up."""

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
        from .rule import guard

        pre_save.connect(guard, dispatch_uid="gongkai_wagtail.rule")
        checks.register(_data_is_there)


def _data_is_there(**_kwargs):
    """Without the validator nothing can be published, which is better heard at the start."""
    from . import configuration

    try:
        folder = configuration.folder()
    except AttributeError:
        return [checks.Error("GONGKAI_DIST is not set", hint="It names the folder of the widgets.", id="gongkai.E001")]
    missing = [name for name in ("gongkai_validator.wasm", "calendar.json", "navigation.json", "packs") if not (folder / name).exists()]
    if missing:
        return [checks.Error(f"{folder} lacks {', '.join(missing)}", hint="Build it: cargo xtask build.", id="gongkai.E002")]
    return []
