"""Elements as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

__all__ = ["NAMESPACE", "quoted", "tag", "text_of", "writable"]

NAMESPACE = "urn:QDA-XML:project:1.0"
# What no XML can hold.
# What means something in an attribute, or cannot stand there.
_TELLING = re.compile("[^ !#-%\x27-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")
_UNHELD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> bool:
    """Whether XML can hold a text as it is."""
    return _UNHELD.search(text) is None


def quoted(value: str) -> str:
    """The value of an attribute, within its quotation marks."""
    if _TELLING.search(value) is None:
        return f'"{value}"'
    return quoteattr(_UNHELD.sub("�", value))


def tag(name: str, attributes: Mapping[str, str], inside: str = "") -> str:
    """An element. What XML cannot hold is written as �."""
    told = "".join(f" {_named(key, number)}={quoted(value)}"
                   for number, (key, value) in enumerate(attributes.items()))  # fmt: skip
    return f"<{name}{told}>{inside}</{name}>\n" if inside else f"<{name}{told}/>\n"


def _named(key: str, number: int) -> str:
    """The name of an attribute; one of another namespace brings that along."""
    if not key.startswith("{"):
        return key
    space, _, name = key[1:].partition("}")
    if space == "http://www.w3.org/XML/1998/namespace":
        return f"xml:{name}"
    return f"xmlns:n{number}={quoteattr(space)} n{number}:{name}"


def text_of(name: str, text: str) -> str:
    """An element that holds a text; nothing for none."""
    if not text:
        return ""
    return f"<{name}>{escape(_UNHELD.sub('�', text), {chr(13): '&#13;'})}</{name}>\n"
