"""Where a name stands as a name: in queries, in mentions, in the titles of forms, in networks.

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
    rf"|(?P<other>\b(?:code|coder|memo|finding|event|rating|network|set)\s*:"
    rf"|\b(?:near|follows|precedes)\s*\()"
    rf"|(?P<wanted>{_STRING}|{_WORD})",
    re.IGNORECASE | re.DOTALL,
)
# Fields whose values are names of people or of material.
_NAMES = {("case", ""), ("case", "name"), ("source", ""), ("source", "name"), ("block", "speaker")}
# Settings of displays that are headings of one's own.
_HEADINGS = {"row_headings", "column_headings"}
_MENTION = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\(jejak:([a-z]+)/([0-9a-f-]{36})\)", re.IGNORECASE)
# Fields with queries in them, by (kind, field).
MARKED = {
    ("finding", "scope"), ("set", "query"), ("display", "settings"), ("node", "test"),
    ("search", "query"), ("rule", "condition"), ("rule", "consequence"), ("quantity", "query"),
    ("quantity", "base"),
}  # fmt: skip


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
        if kind == "snapshot":
            return self._keyed(value)
        if not isinstance(value, str):
            return value
        if (kind, field) == ("memo", "title"):
            return self._titled(value)
        if (kind, field) == ("node", "label") and name_key(value) in self._keys:
            return self._mark
        return _MENTION.sub(self._mentioned, value)

    def _keyed(self, value: Any) -> Any:
        """Keys of headings, however deep they lie, none of which says a name any more."""
        if isinstance(value, str):
            return self._mark if self.stands_in(value) else value
        if isinstance(value, Mapping):
            return {key: self._keyed(part) for key, part in value.items()}
        return [self._keyed(one) for one in value] if isinstance(value, list | tuple) else value

    def _asked(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {key: self._setting(key, part) for key, part in value.items()}
        return self._query(value) if isinstance(value, str) else value

    def _setting(self, name: str, value: Any) -> Any:
        if name == "filter" and isinstance(value, str):
            return self._query(value)
        if name in _HEADINGS and isinstance(value, list | tuple):
            return [self._heading(line) if isinstance(line, str) else line for line in value]
        return value

    def _heading(self, line: str) -> str:
        """A heading of one's own, “Title” or “Title = query”."""
        title, equals, query = line.partition(" = ")
        told = self._mark if name_key(title) in self._keys else title
        return f"{told}{equals}{self._query(query)}"

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
