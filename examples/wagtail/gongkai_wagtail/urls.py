"""Addresses of the pages for citizens; a site includes them, such as at ``gongkai/``."""

from django.urls import path

from .views import ItemView, MenuView

app_name = "gongkai_wagtail"
urlpatterns = [
    path("", MenuView.as_view(), name="menu"),
    path("<slug:domain>/<slug:item>/", ItemView.as_view(), name="item"),
]
