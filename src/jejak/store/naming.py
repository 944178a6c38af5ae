"""Where a name stands as a name: in queries, in mentions, in the titles of forms.

There the program put it, or asks for it, and it can be replaced without harming what was written.
In free prose the same letters may be another word; that is for a person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from ..model.identity import name_key

__all__ = ["MARKED", "Naming"]

_STRING = r'"(?:\\.|[^"\\])*"|“(?:\\.|[^”\\])*”'
_WORD = r'[^\s()"“”,=<>!:*/\\]+'
# A query is read as far as what is asked for: a field, words in the text, something else by its
# name, a number of near(5); then what is wanted of it.
_PART = re.compile(
    rf"(?P<field>\b(?:case|source|block|created|weight|origin)(?![^\s.()\"“”,=<>!:*]))"
    rf"(?:\s*\.\s*(?P<of>{_STRING}|[^\s.()\"“”,=<>!:*/\\]+))?"
    rf"|(?P<words>\b(?:text|stem)\s*:)"
    rf"|(?P<other>\b(?:code|coder|memo|finding|set)\s*:|\b(?:near|follows|precedes)\s*\()"
    rf"|(?P<wanted>{_STRING}|{_WORD})",
    re.IGNORECASE | re.DOTALL,
)
# Fields whose values are names of people or of material.
_NAMES = {("case", ""), ("case", "name"), ("source", ""), ("source", "name"), ("block", "speaker")}
_MENTION = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\(jejak:([a-z]+)/([0-9a-f-]{36})\)", re.IGNORECASE)
# Fields with queries in them, by (kind, field).
MARKED = {("finding", "scope"), ("set", "query"), ("display", "settings")}


class Naming:
    """The names that go, what stands in their place, and the things that bore them.

    ``cases`` and ``others`` are GUIDs: a mention of one of the first is called ``mark`` afterwards,
    of one of the others (a source, a passage) ``gap``.
    """

    def __init__(
        self,
        names: Iterable[str],
        mark: str,
        gap: str,
        cases: Collection[str],
        others: Collection[str],
    ) -> None:
        shown = [name.strip() for name in names if name.strip()]
        self._keys = {name_key(name) for name in shown}
        self._mark, self._gap = mark, gap
        self._cases, self._others = cases, others
        words = "|".join(re.escape(key) for key in sorted(self._keys, key=len, reverse=True))
        self._words = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None

    def stands_in(self, value: object) -> bool:
        """Whether one of the names is a word of a text, or of any text in a list or mapping."""
        if isinstance(value, str):
            return self._words is not None and bool(self._words.search(name_key(value)))
        if isinstance(value, Mapping):
            return any(self.stands_in(part) for pair in value.items() for part in pair)
        return isinstance(value, list | tuple) and any(self.stands_in(part) for part in value)

    def without(self, kind: str, field: str, value: Any) -> Any:
        """The value of a field with nothing called by its name any more; the same where nothing is."""
        if (kind, field) in MARKED:
            return self._asked(value)
        if not isinstance(value, str):
            return value
        if (kind, field) == ("memo", "title"):
            return self._titled(value)
        return _MENTION.sub(self._mentioned, value)

    def _asked(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {
                key: self._query(part) if key == "filter" and isinstance(part, str) else part
                for key, part in value.items()
            }
        return self._query(value) if isinstance(value, str) else value

    def _query(self, query: str) -> str:
        named = False
        parts, at = [], 0
        for found in _PART.finditer(query):
            if found["wanted"] is None:
                field = (found["field"] or "").lower(), name_key(_plain(found["of"] or ""))
                named = field in _NAMES or found["words"] is not None
            elif named and name_key(_plain(found[0])) in self._keys:
                token = found[0]
                told = f"{token[0]}{self._mark}{token[-1]}" if token[0] in '"“' else self._mark
                parts += [query[at : found.start()], told]
                at = found.end()
        return "".join([*parts, query[at:]])

    def _titled(self, title: str) -> str:
        form, colon, name = title.partition(": ")
        return f"{form}: {self._mark}" if colon and name_key(name) in self._keys else title

    def _mentioned(self, found: re.Match[str]) -> str:
        _, kind, guid = found.groups()
        guid = guid.lower()
        if guid not in self._cases and guid not in self._others:
            return found[0]
        label = self._mark if guid in self._cases else self._gap
        escaped = label.replace("[", "\\[").replace("]", "\\]")
        return f"[{escaped}](jejak:{kind}/{guid})"


def _plain(token: str) -> str:
    return (
        re.sub(r"\\(.)", r"\1", token[1:-1], flags=re.DOTALL) if token[:1] in {'"', "“"} else token
    )
