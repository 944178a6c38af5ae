"""Codebooks of the REFI-QDA standard (``.qdc``), which NVivo, ATLAS.ti, MAXQDA and others read and write.

A code has there a name, a colour, whether it can be applied, and one description. What Jejak keeps of a
code beside goes out in the description under fixed headings and comes back as what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from ..errors import InvalidInput
from ..model.identity import as_guid
from .zipped import local, parse_xml

__all__ = ["DescribedCode", "described", "fields_of", "read_refi_codebook", "refi_codebook_bytes"]

_NAMESPACE = "urn:QDA-XML:codebook:1.0"
# The fields of a description under their headings; the last may come several times.
_HEADINGS = {
    "Brief definition": "short",
    "Full definition": "definition",
    "When to use": "when_to_use",
    "When not to use": "when_not_to_use",
    "Example": "examples",
}
_HEADED = re.compile(rf"({'|'.join(_HEADINGS)}): ?(.*)")
_MASKED = re.compile(rf"\\+(?:{'|'.join(_HEADINGS)}):")
_NEEDS_MASK = re.compile(rf"\\*(?:{'|'.join(_HEADINGS)}):")
# What no XML can hold.
_UNHELD = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class DescribedCode:
    """A code as such a file has it; ``above`` are the names of the codes above it, the outermost first.
    ``guid`` and ``colour`` are empty where there is none that can be read."""

    guid: str
    name: str
    above: tuple[str, ...]
    colour: str
    codable: bool
    description: str


def read_refi_codebook(content: bytes) -> list[DescribedCode]:
    """The codes of a file, depth first; siblings of one name are numbered from the second on.

    Raises :class:`.UnreadableSource` for what is no XML or defines entities, :class:`InvalidInput` for
    XML that holds no codebook, :class:`MissingExtra`.
    """
    root = parse_xml(content)
    book = next((one for one in root.iter() if local(one.tag) == "Codes"), None)
    if local(root.tag) not in {"CodeBook", "Project"} or book is None:
        raise InvalidInput("no-codes", "The file holds no codebook of the REFI-QDA standard.")
    return list(_codes(book, ()))


def _codes(of: Any, above: tuple[str, ...]) -> Iterator[DescribedCode]:
    names: set[str] = set()
    for one in (child for child in of if local(child.tag) == "Code"):
        name = _own_name(" ".join((one.get("name") or "").split()), names)
        told = next((child for child in one if local(child.tag) == "Description"), None)
        yield DescribedCode(
            guid=_guid(one.get("guid") or ""),
            name=name,
            above=above,
            colour=_colour(one.get("color") or ""),
            codable=(one.get("isCodable") or "true").strip().casefold() not in {"false", "0"},
            description="" if told is None else "".join(told.itertext()),
        )
        yield from _codes(one, (*above, name))


def _own_name(name: str, taken: set[str]) -> str:
    """The name, or with a number where a sibling has it already."""
    if not name:
        raise InvalidInput("nameless-code", "A code of the codebook has no name.")
    number, own = 1, name
    while own.casefold() in taken:
        number += 1
        own = f"{name} ({number})"
    taken.add(own.casefold())
    return own


def _guid(text: str) -> str:
    """A GUID as Jejak writes it; nothing where it is none."""
    try:
        return as_guid(text)
    except InvalidInput:
        return ""


def _colour(text: str) -> str:
    colour = text.strip()
    if not _COLOUR.fullmatch(colour):
        return ""
    return colour if len(colour) == 7 else "#" + "".join(sign * 2 for sign in colour[1:])


def fields_of(description: str) -> dict[str, Any]:
    """What a description says, by field; one without our headings is a full definition."""
    found: list[tuple[str, list[str]]] = [("definition", [])]
    for line in description.split("\n"):
        headed = _HEADED.fullmatch(line)
        if headed:
            found.append((_HEADINGS[headed[1]], [headed[2]]))
        else:
            found[-1][1].append(line[1:] if _MASKED.match(line) else line)
    fields: dict[str, Any] = dict.fromkeys(_HEADINGS.values(), "") | {"examples": ()}
    for name, lines in found:
        text = "\n".join(lines)
        if name == "examples":
            fields[name] += (text,)
        elif text:
            fields[name] = f"{fields[name]}\n{text}" if fields[name] else text
    return fields


def described(code: Any) -> str:
    """What there is to say of a code as one text that :func:`fields_of` takes apart again."""
    if code.definition and not (
        code.short or code.when_to_use or code.when_not_to_use or code.examples
    ):
        return _masked(code.definition)
    said = [
        (heading, text)
        for heading, name in _HEADINGS.items()
        for text in (code.examples if name == "examples" else (getattr(code, name),))
        if text
    ]
    return "\n".join(f"{heading}: {_masked(text, inside=True)}" for heading, text in said)


def _masked(text: str, *, inside: bool = False) -> str:
    """A text none of whose lines begins as a heading does; the first line is no such line ``inside`` a
    field."""
    lines = text.split("\n")
    return "\n".join(
        f"\\{line}" if _NEEDS_MASK.match(line) and not (inside and number == 0) else line
        for number, line in enumerate(lines)
    )


def refi_codebook_bytes(codes: Sequence[Any]) -> bytes:
    """Codes, depth first, as a file that :func:`read_refi_codebook` reads: the same each time.

    Raises :class:`InvalidInput` for a code with a character that no XML can hold.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<CodeBook xmlns="{_NAMESPACE}" origin="Jejak">',
        "<Codes>",
    ]
    open_: list[str] = []
    for code in codes:
        while open_ and open_[-1] != code.parent:
            lines.append("</Code>")
            open_.pop()
        lines.append(
            f"<Code guid={quoteattr(code.guid)} name={quoteattr(_held(code, code.name))}"
            f' isCodable="{str(code.codable).lower()}" color={quoteattr(code.colour)}>'
        )
        if text := _held(code, described(code)):
            lines.append(f"<Description>{escape(text, {chr(13): '&#13;'})}</Description>")
        open_.append(code.guid)
    lines += ["</Code>"] * len(open_)
    return "\n".join([*lines, "</Codes>", "</CodeBook>", ""]).encode()


def _held(code: Any, text: str) -> str:
    found = _UNHELD.search(text)
    if found:
        raise InvalidInput(
            "no-such-character", f"“{code.name}” holds the character U+{ord(found[0]):04X}, which no .qdc can hold.",
            "Take it out, or write the codebook as .yaml.",
        )  # fmt: skip
    return text
