"""Checks entries of grassroots government disclosure against the national guidelines."""

from .validator import Validator, ValidatorError

__all__ = ["Validator", "ValidatorError"]
__version__ = "0.1.0"
