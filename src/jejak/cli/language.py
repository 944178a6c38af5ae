"""The language commands speak: Indonesian where the system says so, else English."""

from __future__ import annotations

import os

import click

from ..i18n import LANGUAGES, translate
from ..model import Message

__all__ = ["language", "note", "tell"]

# The first that is set decides, as it does for other programs; JEJAK_LANG is for Jejak alone.
_VARIABLES = ("JEJAK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def language() -> str:
    """The language of what is printed: ``en`` or ``id``."""
    said = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    wanted = said.replace("-", "_").partition("_")[0].partition(".")[0].casefold()
    return wanted if wanted in LANGUAGES else "en"


def tell(message: Message | str) -> str:
    """A message in that language."""
    return translate(message, language())


def note(message: Message | str) -> None:
    """Say something beside the output, on stderr."""
    click.echo(tell(message), err=True)
