"""Who tagged what in Taguette, and when: its list of commands, from the first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .rows import Row

__all__ = ["Act", "Acts"]


@dataclass(frozen=True, slots=True)
class Act:
    """That somebody did something then."""

    login: str
    when: datetime | None


_NOBODYS = Act("", None)


class Acts:
    """What the commands of a project tell of its tags and highlights."""

    def __init__(self, commands: Iterable[Row], project: int | None) -> None:
        self._tagged: dict[int, dict[int, Act]] = {}
        self._made: dict[tuple[str, int], Act] = {}
        # A tag that was merged into another, and that other.
        self._merged: dict[int, int] = {}
        for row in commands:
            if row.whole("project_id") == project:
                payload = _payload(row)
                self._note(row, payload, Act(row.text("user_login"), row.moment("date")))

    def tagged(self, highlight: int | None, tag: int | None) -> Act:
        """Who gave a highlight that tag first."""
        tags = self._tagged.get(highlight or 0, {})
        if tag in tags:
            return tags[tag]
        came = (act for other, act in tags.items() if self._became(other) == tag)
        return next(came, self.made("highlight", highlight))

    def made(self, kind: str, number: int | None) -> Act:
        """Who made a ``tag``, ``highlight`` or ``document``."""
        return self._made.get((kind, number or 0), _NOBODYS)

    def _note(self, row: Row, payload: Mapping[str, Any], act: Act) -> None:
        what = payload.get("type")
        if what == "highlight_add":
            # Fields had shorter names before 2021.
            number = _number(payload, "highlight_id", "id")
            self._made.setdefault(("highlight", number), act)
            there = self._tagged.get(number, {})
            tags = [tag for tag in payload.get("tags") or [] if isinstance(tag, int)]
            self._tagged[number] = {tag: there.get(tag, act) for tag in tags}
        elif what == "tag_add":
            self._made.setdefault(("tag", _number(payload, "tag_id", "id")), act)
        elif what == "document_add":
            self._made.setdefault(("document", row.whole("document_id") or 0), act)
        elif what == "tag_merge":
            source = _number(payload, "src_tag_id", "src")
            self._merged[source] = _number(payload, "dest_tag_id", "dest")

    def _became(self, tag: int) -> int:
        seen = {tag}
        while tag in self._merged and self._merged[tag] not in seen:
            tag = self._merged[tag]
            seen.add(tag)
        return tag


def _payload(row: Row) -> Mapping[str, Any]:
    try:
        found = json.loads(row.text("payload") or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _number(payload: Mapping[str, Any], *names: str) -> int:
    return next((payload[name] for name in names if isinstance(payload.get(name), int)), 0)
