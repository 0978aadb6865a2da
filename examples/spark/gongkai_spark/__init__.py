"""Entries of grassroots government disclosure (基层政务公开), checked and counted with Spark."""
