"""What every part of a project file has in common on its way in: who is who, what was met before, what is
told of it."""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ...errors import InvalidInput
from ...model import Code, Link, Memo, Record, User, say
from ...model.identity import as_guid, clean_name, moment_of, name_key, now
from ...model.parcel import Batch, Original, Tally
from ..zipped import local
from .archive import Archive
from .counting import Decision
from .kept import differences, kept_beside
from .told import Told

__all__ = ["Coming", "Intake", "derived", "described_of", "parts"]

_USUAL = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SPACE = uuid.UUID("6f0d1a53-3a2e-5b61-9b0c-0d5a7a1f8e11")


def derived(*parts: str) -> str:
    """A GUID that the same parts always give."""
    return str(uuid.uuid5(_SPACE, "\x1f".join(parts)))


def parts(element: Any, name: str) -> list[Any]:
    """The children of that name."""
    return [one for one in element if local(one.tag) == name]


def described_of(element: Any) -> str | None:
    """What the description of an element says; ``None`` where it has none."""
    found = next((one for one in element if local(one.tag) == "Description"), None)
    return None if found is None else "".join(found.itertext())


@dataclass(slots=True)
class Coming:
    """The records of a batch while they are gathered."""

    records: list[Record] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    originals: list[Original] = field(default_factory=list)

    def batch(self) -> Batch:
        """The batch, what is referred to first."""
        return Batch(self.records, self.texts, self.originals)


class Intake:
    """One project on its way in."""

    def __init__(
        self, archive: Archive, tally: Tally, decision: Decision, about: Mapping[str, str]
    ) -> None:
        self.archive, self.tally, self.decision, self.about = archive, tally, decision, about
        self.told = Told()
        # When the import happens stands for every moment that the file does not tell.
        self.told.undated = self.moment = now()
        self.kinds: dict[str, str] = {}
        self.names: dict[str, Counter[str]] = {}
        # Memo links wait until the memos have come: (kind, GUID of what it is about, GUID of the memo).
        self.notes: list[tuple[str, str, str]] = []
        self.labels: dict[str, str] = {}
        self.undated = 0
        # Who and which code a spelling of a GUID means.
        self._people: dict[str | None, str] = {}
        self._codes: dict[str | None, str] = {}

    # -- identity ----------------------------------------------------------------------------------

    def guid(self, text: str | None, *salt: str) -> str:
        """A GUID of the file in the usual spelling; one made of its text and ``salt`` where it is none."""
        if text and _USUAL.fullmatch(text):
            return text
        try:
            return as_guid(text or "")
        except InvalidInput:
            return derived(text or "", *salt)

    def claim(self, text: str | None, kind: str, where: str) -> str:
        """The GUID of something new of a kind. One that is taken already, or is none, is replaced."""
        guid = text if text and _USUAL.fullmatch(text) else self.guid(text, kind, where)
        if not text:
            self.tally.note("no-guid", say("It has no GUID; it was given one."), where)
        if guid in self.kinds:
            number = 1
            while (other := derived(guid, kind, str(number))) in self.kinds:
                number += 1
            self.tally.note(
                "duplicate-guid", say("The GUID {guid} is there twice; this one was given another.",
                                      guid=guid), where,
            )  # fmt: skip
            guid = other
        self.kinds[guid] = kind
        return guid

    def free(self, kind: str, wanted: str, otherwise: str) -> str:
        """A name that nothing else of the kind has, from the one that the file gives."""
        try:
            name = clean_name(wanted, kind)
        except InvalidInput:
            name = otherwise
            self.tally.note(
                "no-name", say("It has no name; it is called “{name}”.", name=name), otherwise
            )
        taken = self.names.setdefault(kind, Counter())
        number, own = 1, name
        while taken[name_key(own)]:
            number += 1
            own = f"{name} ({number})"
        taken[name_key(own)] += 1
        if own != name:
            self.tally.note("same-name", say("The name is there twice; this one is called “{name}”.",
                                             name=own), name)  # fmt: skip
        return own

    # -- who and when ------------------------------------------------------------------------------

    def user(self, text: str | None, coming: Coming) -> str:
        """The GUID of who did something; somebody whom the file does not tell of joins the study."""
        known = self._people.get(text)
        if known is not None:
            return known
        self._people[text] = guid = self._somebody(text, coming)
        return guid

    def _somebody(self, text: str | None, coming: Coming) -> str:
        guid = self.guid(text, "user") if text else derived(self.about.get("name", ""), "nobody")
        if self.kinds.get(guid) != "user":
            guid = guid if guid not in self.kinds else derived(guid, "user")
            if self.kinds.get(guid) == "user":
                return guid
            self.kinds[guid] = "user"
            name = self.free("user", "Unknown", "Unknown")
            person = User(guid=guid, name=name, initials="?")
            coming.records.append(person)
            if text:
                coming.records += kept_beside("user", guid, {"absent": True})
                self.tally.note("unknown-user", say("Somebody did something whom the file does not name; "
                                                    "they are called “{name}”.", name=name), text)  # fmt: skip
            else:
                self.told.silent.add(guid)
                coming.records += kept_beside("user", guid, {"absent": True, "silent": True})
                self.tally.note("no-user", say("The file does not say who did this; they are called "
                                               "“{name}”.", name=name))  # fmt: skip
        return guid

    def when(self, text: str | None, where: str = "") -> datetime:
        """A moment of the file; that of the import where it tells none."""
        if text:
            try:
                return moment_of(text)
            except InvalidInput:
                self.tally.note(
                    "no-moment", say("“{text}” tells no date and time.", text=text), where
                )
        else:
            self.undated += 1
        return self.moment

    def author(self, coming: Coming) -> str:
        """Who made what nobody is named for: who made the project, else the first person there is."""
        maker = self.about.get("creatingUserGUID")
        if maker and self.kinds.get(self.guid(maker)) == "user":
            return self.guid(maker)
        first = next((guid for guid, kind in self.kinds.items() if kind == "user"), None)
        return first or self.user(None, coming)

    # -- what is beside ----------------------------------------------------------------------------

    def note_refs(self, element: Any, kind: str, guid: str) -> None:
        """The memos that an element says are about it."""
        for one in element:
            if local(one.tag) == "NoteRef":
                self.notes.append((kind, guid, self.guid(one.get("targetGUID"))))

    def beside(
        self,
        coming: Coming,
        element: Any,
        kind: str,
        guid: str,
        ours: Mapping[str, str],
        expected: frozenset[str],
        *,
        inside: Iterable[Any] | None = None,
        **content: Any,
    ) -> None:
        """Keep what an element says beyond ``ours``, and its children (those ``inside``, where some are known
        to be expected) that nobody ``expected``."""
        kept: dict[str, Any] = dict(content)
        changed = differences(element.attrib, ours)
        if changed:
            kept["attributes"] = changed
        unknown = [
            one for one in (element if inside is None else inside) if local(one.tag) not in expected
        ]
        if unknown:
            kept["extra"] = [*kept.get("extra", ()), *map(as_xml, unknown)]
            self.tally.note(
                "unknown-element", say("What it holds in <{name}> has no place in a study; it is kept for "
                                       "the way back.", name=local(unknown[0].tag)),
                f"{kind} {element.get('name') or guid}",
            )  # fmt: skip
        if kept:
            coming.records += kept_beside(kind, guid, kept)

    def memo_links(self) -> Iterator[Link]:
        """The links of memos to what they are about, once both have come."""
        for kind, guid, memo in self.notes:
            if self.kinds.get(memo) == Memo.KIND:
                yield Link(
                    guid=derived(memo, guid, "memo"), role="memo", owner_kind="memo", owner=memo,
                    target_kind=kind, target=guid,
                )  # fmt: skip
            else:
                self.tally.note("no-such-note", say("It refers to a memo that is not in the file."),
                                f"{kind} {guid}")  # fmt: skip

    def code(self, text: str | None, coming: Coming) -> str:
        """The GUID of a code that something is coded with; one that the file does not define is made."""
        known = self._codes.get(text)
        if known is not None:
            return known
        self._codes[text] = guid = self._code(text, coming)
        return guid

    def _code(self, text: str | None, coming: Coming) -> str:
        guid = self.guid(text, "code")
        if self.kinds.get(guid) == Code.KIND:
            return guid
        guid = guid if guid not in self.kinds else derived(guid, "code")
        if guid not in self.kinds:
            self.kinds[guid] = Code.KIND
            name = self.free("code", f"Missing code {guid[:8]}", "Missing code")
            coming.records.append(Code(guid=guid, name=name, created=self.moment))
            coming.records += kept_beside("code", guid, {"absent": True})
            self.tally.note("no-such-code", say("Something is coded with a code that the file does not define; "
                                                "it is called “{name}”.", name=name), text or "")  # fmt: skip
        return guid


def as_xml(element: Any) -> str:
    """An element as text, complete in itself."""
    from lxml import etree

    tail, element.tail = element.tail, None
    try:
        return str(etree.tostring(element, encoding="unicode"))
    finally:
        element.tail = tail
