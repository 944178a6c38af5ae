"""Every error Jejak raises on purpose, drawn as a tree.

JejakError (code, message, hint)
├ InvalidInput (ValueError)          what was asked makes no sense
├ NotFound (LookupError)             no such study, source, code, case …
├ Conflict                           name taken, stale revision, something later rests on it
├ NotAllowed (PermissionError)       not entitled to it
├ UnreadableSource                   a file that is encrypted, corrupt or hostile
├ StoreFailure                       the study file: locked, newer, truncated, disk full
└ MissingExtra (ImportError)         an optional part of the program is not installed

There are few classes and many codes. A code is stable: it is the key of a translation and the
anchor of a section in the reference of errors.
"""

from __future__ import annotations

import re

__all__ = [
    "Conflict",
    "InvalidInput",
    "JejakError",
    "MissingExtra",
    "NotAllowed",
    "NotFound",
    "StoreFailure",
    "UnreadableSource",
]


# Of what was given so much is told, on one line.
_LONGEST = 100
_GIVEN = re.compile("“([^“”]*)”")


def brief(text: str) -> str:
    """A text with what it quotes on one line and no longer than it takes to know what is meant."""
    return _GIVEN.sub(lambda found: f"“{_cut(found[1])}”", text)


def _cut(given: str) -> str:
    line = re.sub(r"\s*[\n\r\t]\s*", " ", given)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


class JejakError(Exception):
    """What happened (``message``), its stable ``code``, and what to do about it (``hint``).

    Both are texts, or messages that are told in the reader's language (``said`` holds them as given).
    ``at`` is the character of what was given that the error is about, where it is about one.
    """

    at: int | None = None

    def __init__(self, code: str, message: object, hint: object = "") -> None:
        self.code = code
        self.said = (message, hint)
        self.message = brief(str(message))
        self.hint = brief(str(hint))
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InvalidInput(JejakError, ValueError):
    """What was asked makes no sense as it stands."""


class NotFound(JejakError, LookupError):
    """Nothing answers to that name or GUID."""


class Conflict(JejakError):
    """It clashes with what is there: a taken name, a stale revision, later work that rests on it."""


class NotAllowed(JejakError, PermissionError):
    """The person is not entitled to it."""


class UnreadableSource(JejakError):
    """A file that cannot be read as material: encrypted, corrupt, empty or hostile."""


class StoreFailure(JejakError):
    """The study file itself: not a study, truncated, from a newer version, locked, disk full."""


class MissingExtra(JejakError, ImportError):
    """An optional part of Jejak is not installed; the hint names the extra to install."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(
            "missing-extra",
            f"{purpose} needs the optional part “{extra}”, which is not installed.",
            f"Install it with: pip install 'jejak[{extra}]'",
        )
        self.extra = extra
