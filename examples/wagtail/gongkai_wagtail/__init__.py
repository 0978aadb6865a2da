"""Entries of grassroots government disclosure (基层政务公开) in Wagtail: edited by a form, judged before they are public."""
