"""Checklists as their files hold them: items with their numbers, in two languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...errors import NotFound
from ...formats.shipped import shipped
from ...model.identity import name_key

__all__ = ["Asked", "Checklist", "Domain", "checklist", "checklists"]

Told = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """An item: what it is about and what it asks, by language; ``fill`` names what the study can say
    to it, empty where only a person can."""

    number: str
    topic: Told
    asks: Told
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Domain:
    """Items that belong together; ``standard`` is what Miles & Huberman call the same. Nothing is
    missed where those of an ``optional`` one are not on record."""

    title: Told
    items: tuple[Asked, ...]
    standard: Told | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """A checklist with its domains; ``short`` is how people call it, ``source`` where it was published."""

    name: str
    short: str
    title: Told
    about: Told
    source: str
    domains: tuple[Domain, ...]

    @property
    def items(self) -> tuple[Asked, ...]:
        """All items in their order."""
        return tuple(one for domain in self.domains for one in domain.items)

    def item(self, number: str) -> Asked:
        """The item of that number. Raises :class:`NotFound`."""
        wanted = name_key(number)
        for one in self.items:
            if name_key(one.number) == wanted:
                return one
        first, last = self.items[0].number, self.items[-1].number
        raise NotFound(
            "no-such-item",
            f"{self.name} has no item “{number}”.",
            f"Its items go from {first} to {last}.",
        )


@cache
def checklists() -> tuple[Checklist, ...]:
    """The checklists that ship with Jejak: whatever lies in its folder ``checklists``."""
    return tuple(map(_checklist, shipped("checklists")))


def checklist(name: str) -> Checklist:
    """The checklist of that name. Raises :class:`NotFound`."""
    for found in checklists():
        if found.name == name_key(name):
            return found
    names = ", ".join(found.name for found in checklists())
    raise NotFound("no-such-checklist", f"There is no checklist “{name}”.", f"There are: {names}.")


def _checklist(content: Mapping[str, Any]) -> Checklist:
    domains = tuple(
        Domain(
            one["title"],
            tuple(
                Asked(item["number"], item["topic"], item["asks"], item.get("fill", ""))
                for item in one["items"]
            ),
            one.get("standard"),
            one.get("optional", False),
        )
        for one in content["domains"]
    )
    return Checklist(
        content["name"],
        content["short"],
        content["title"],
        content["about"],
        content["source"],
        domains,
    )
