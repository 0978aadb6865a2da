"""Settings of the example site: Wagtail on SQLite with ``gongkai_wagtail`` in it."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parents[1]

# --- gongkai_wagtail ---
GONGKAI_DIST = Path(os.environ.get("GONGKAI_DIST") or BASE_DIR.parents[1] / "wasm-widgets/dist")
GONGKAI_PUBLISHER = "示例县教育局"
GONGKAI_REGION = "430703"

# --- the site ---
SECRET_KEY = os.environ.get("SECRET_KEY") or get_random_secret_key()
DEBUG = os.environ.get("DEBUG", "1") == "1"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
WAGTAIL_SITE_NAME = "示例县"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"

INSTALLED_APPS = [
    "disclosure",
    # Before Wagtail, whose command publish_scheduled it takes the place of.
    "gongkai_wagtail",
    "wagtail.api.v3",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.sites",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "county.policy.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "gongkai_wagtail.middleware.RefusalMiddleware",
]
X_FRAME_OPTIONS = "SAMEORIGIN"
ROOT_URLCONF = "county.urls"
WSGI_APPLICATION = "county.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "county/templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
# Widgets of forms are drawn by templates of apps, that of gongkai_wagtail among them.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("DATABASE") or BASE_DIR / "county.sqlite",
        # Editors and readers come at the same time: who writes waits for his turn instead of failing.
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": "PRAGMA journal_mode=WAL;"},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "county/locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "county/static", ("gongkai", GONGKAI_DIST)]
MEDIA_ROOT = BASE_DIR / "media"
MEDIA_URL = "/media/"

# Milliseconds after which Wagtail saves a draft by itself; 0: never.
WAGTAIL_AUTOSAVE_INTERVAL = int(os.environ.get("AUTOSAVE_INTERVAL") or 500)
