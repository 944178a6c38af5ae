"""Entities of a crate, side by side as RO-Crate wants them; every word in them is fit to leave."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..discretion import Discretion
from .vocabulary import CONTEXT

__all__ = ["Graph", "at", "entity"]

Node = dict[str, Any]


def at(address: str) -> Node:
    """A reference to another entity."""
    return {"@id": address}


def entity(guid: str) -> str:
    """The address of what has a GUID in the study: the same wherever it is told of."""
    return f"urn:uuid:{guid}"


class Graph:
    """The entities of a crate by address, in words that are fit to leave."""

    def __init__(self, discretion: Discretion) -> None:
        self.text = discretion.text
        self.quoted = discretion.quotation
        self._literature = discretion.literature
        self._nodes: dict[str, Node] = {}

    def add(self, address: str, types: str | Iterable[str], **properties: object) -> Node:
        """A new entity. ``prefix__term`` is ``prefix:term``; nothing is said where there is nothing.
        Its address as a reference."""
        return self._add(address, types, properties, self.text)

    def add_work(self, address: str, types: str, **properties: object) -> Node:
        """The same of a published work."""
        return self._add(address, types, properties, self._literature)

    def _add(
        self,
        address: str,
        types: str | Iterable[str],
        properties: Mapping[str, object],
        tell: Callable[[str], str],
    ) -> Node:
        given = {name.replace("__", ":"): _fit(value, tell) for name, value in properties.items()}
        kept = {name: value for name, value in given.items() if value not in (None, "", [])}
        kind = types if isinstance(types, str) else list(types)
        self._nodes[address] = {"@id": address, "@type": kind, **kept}
        return at(address)

    def facts(self, owner: str, given: Mapping[str, object]) -> list[Node]:
        """Named values of an entity, each an entity of its own; what is more than one value is JSON."""
        return [
            self.add(
                f"{owner}#{number}", "PropertyValue", name=name,
                value=value if isinstance(value, str | int | float | bool) else _json(value),
            )
            for number, (name, value) in enumerate(given.items(), 1)
        ]  # fmt: skip

    def document(self) -> bytes:
        """The whole as JSON-LD."""
        whole = {"@context": CONTEXT, "@graph": list(self._nodes.values())}
        return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _fit(value: object, tell: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return tell(value)
    if isinstance(value, list | tuple):
        return [_fit(one, tell) for one in value]
    return value


def _json(value: object) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False, default=str)
