"""The pages of the disclosure catalogue."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """The pages of the disclosure catalogue."""

    name = "disclosure"
    default_auto_field = "django.db.models.BigAutoField"
