#!/usr/bin/env python3
"""Django's command line for the example site."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

# The wrapper of the validator, where it is not installed as a package.
sys.path.append(str(Path(__file__).resolve().parents[2] / "core/portable/python"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "county.settings")
execute_from_command_line(sys.argv)
