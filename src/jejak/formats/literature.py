"""The door for literature: recognise a file of works, read it apart and within limits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from ..errors import InvalidInput, UnreadableSource
from . import REFERENCES
from .reference_format import Csl, ReferenceReading
from .worker import shared

__all__ = ["MOST_BYTES", "read_literature", "read_there", "reference_endings", "write_literature"]

MOST_BYTES = 50_000_000
_SIGNS = (
    ("ris", re.compile(rb"^\s*(\xef\xbb\xbf)?TY  -", re.MULTILINE)),
    ("csl", re.compile(rb"^\s*(\xef\xbb\xbf)?[\[{]\s*[\[{\"]")),
    ("bibtex", re.compile(rb"^\s*@\w+\s*[{(]", re.MULTILINE)),
)


def reference_endings() -> dict[str, str]:
    """The endings of files of literature, each with the name of its format."""
    return {ending: name for name, format in REFERENCES.all().items() for ending in format.endings}


def read_literature(data: bytes, name: str = "", as_format: str | None = None) -> ReferenceReading:
    """The works of a file of that name; its content decides the format, else its ending.

    Raises :class:`UnreadableSource`, :class:`NotFound` (unknown format).
    """
    if len(data) > MOST_BYTES:
        most = MOST_BYTES // 1_000_000
        raise UnreadableSource("too-large", f"The file has more than {most} MB.", "Split it.")
    found = as_format or _recognised(data, name)
    REFERENCES.get(found)
    return cast(ReferenceReading, shared.call("jejak.formats.literature:read_there", found, data))


def read_there(format: str, data: bytes) -> ReferenceReading:
    """The works of a file, in the process that this is called in."""
    return REFERENCES.get(format).read(data)


def write_literature(works: Sequence[Csl], ending: str) -> bytes:
    """Works as a file with that ending (.ris, .bib, .json). Raises :class:`InvalidInput`."""
    endings = reference_endings()
    if ending.lower() not in endings:
        raise InvalidInput(
            "unknown-ending",
            f"Literature cannot be written as {ending or 'a file without an ending'}.",
            f"Use one of: {', '.join(endings)}.",
        )
    return REFERENCES.get(endings[ending.lower()]).write(works)


def _recognised(data: bytes, name: str) -> str:
    for format, sign in _SIGNS:
        if sign.search(data[:100_000]):
            return format
    found = reference_endings().get(Path(name).suffix.lower())
    if found is None:
        raise UnreadableSource(
            "no-references",
            "The file holds no literature that can be read.",
            "Use RIS (.ris), BibTeX (.bib) or CSL-JSON (.json).",
        )
    return found
