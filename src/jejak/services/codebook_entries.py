"""Codebook entries as files hold them: ready frames and codebooks of one's own, in YAML or tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from ..errors import InvalidInput, NotFound
from ..formats.shipped import shipped
from ..model import Code
from ..model.code import path_part
from ..model.identity import name_key

__all__ = ["Entry", "Frame", "entries_of_yaml", "frame", "frames", "to_yaml"]

_FIELDS = ("short", "definition", "when_to_use", "when_not_to_use")


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of a codebook file, in one language; ``path`` names its place in the tree. A file of
    another program may give it a ``guid``: a code that has it is the same, wherever it stands."""

    path: str
    colour: str = ""
    codable: bool = True
    short: str = ""
    definition: str = ""
    when_to_use: str = ""
    when_not_to_use: str = ""
    examples: tuple[str, ...] = ()
    guid: str = ""

    def fields(self) -> dict[str, object]:
        """What the entry says of its code beside name, place and colour."""
        texts: dict[str, object] = {name: getattr(self, name) for name in _FIELDS}
        return {**texts, "examples": self.examples}


@dataclass(frozen=True, slots=True)
class Frame:
    """A ready frame: its name, title and description by language, and the parsed file."""

    name: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    source: str
    content: Mapping[str, Any]

    def entries(self, language: str) -> list[Entry]:
        """Its entries in a language."""
        return list(_entries(self.content.get("codes", []), language, ""))


@cache
def frames() -> tuple[Frame, ...]:
    """The ready frames that ship with Jejak: whatever lies in its folder ``frames``."""
    return tuple(map(_frame, shipped("frames")))


def frame(name: str) -> Frame:
    """The ready frame of that name. Raises :class:`NotFound`."""
    for found in frames():
        if name_key(found.name) == name_key(name):
            return found
    names = ", ".join(f.name for f in frames())
    raise NotFound("no-such-frame", f"There is no ready frame “{name}”.", f"There are: {names}.")


def _frame(content: Mapping[str, Any]) -> Frame:
    return Frame(
        content["name"],
        content["title"],
        content["description"],
        content.get("source", ""),
        content,
    )


def entries_of_yaml(text: str, language: str) -> tuple[str, list[Entry]]:
    """The title and entries of a codebook file in YAML. Raises :class:`InvalidInput`."""
    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        raise InvalidInput("bad-yaml", f"The codebook is no valid YAML{where}.") from None
    if not isinstance(content, dict) or not isinstance(content.get("codes"), list):
        raise InvalidInput("no-codes", "The codebook has no list “codes”.")
    title = _in(content.get("title", content.get("name", "")), language)
    return title, list(_entries(content["codes"], language, ""))


def _in(value: Any, language: str) -> Any:
    if isinstance(value, dict):
        return value.get(language) or next(iter(value.values()), "")
    return value or ""


def _entries(codes: list[Mapping[str, Any]], language: str, above: str) -> Iterator[Entry]:
    for code in codes:
        if not isinstance(code, dict) or not code.get("name"):
            raise InvalidInput("nameless-code", "A code of the codebook has no name.")
        path = above + path_part(str(_in(code["name"], language)))
        examples = _in(code.get("examples"), language) or []
        yield Entry(
            path=path,
            colour=str(code.get("colour") or ""),
            codable=bool(code.get("codable", True)),
            examples=tuple(str(example) for example in examples),
            **{name: str(_in(code.get(name), language)) for name in _FIELDS},
        )
        yield from _entries(code.get("children") or [], language, path + "/")


def to_yaml(title: str, codes: list[Code]) -> str:
    """A codebook as a YAML file that :func:`entries_of_yaml` reads; codes come depth first."""
    made: dict[str | None, list[dict[str, Any]]] = {None: []}
    for code in codes:
        entry: dict[str, Any] = {"name": code.name, "colour": code.colour}
        if not code.codable:
            entry["codable"] = False
        entry |= {name: getattr(code, name) for name in _FIELDS if getattr(code, name)}
        if code.examples:
            entry["examples"] = list(code.examples)
        made[code.guid] = entry.setdefault("children", [])
        made[code.parent].append(entry)
    content = {"title": title, "codes": _without_empty(made[None])}
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)


def _without_empty(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for entry in entries:
        children = entry.pop("children")
        if children:
            entry["children"] = _without_empty(children)
    return entries
