"""The one command that makes a display."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping

from .settings import FILTER

__all__ = ["command"]


def command(kind: str, settings: Mapping[str, object], study: str, output: str = "") -> str:
    """``jejak display STUDY KIND …`` as one types it into a shell."""
    words = ["jejak", "display", study, kind, *_options(settings)]
    return shlex.join([*words, "-o", output] if output else words)


def _options(settings: Mapping[str, object]) -> Iterator[str]:
    for name, value in settings.items():
        if name == FILTER:
            yield from ("--filter", str(value))
            continue
        for one in value if isinstance(value, list | tuple) else [value]:
            said = ("no", "yes")[one] if isinstance(one, bool) else one
            yield from ("--set", f"{name}={said}")
