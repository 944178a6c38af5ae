"""A project on its way in, packed into batches: each record once, after what it refers to."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ...model import (
    Coding,
    Link,
    Memo,
    ReadBlock,
    Record,
    Relation,
    Segment,
    Set,
    Source,
    StudyInfo,
    User,
    say,
)
from ...model.identity import now
from ...model.parcel import Batch, Original
from ...model.reading import block_of
from .names import Names, guid_of
from .rows import Row
from .telling import Telling, shown

__all__ = ["Packing"]

# Who did what nobody is named for.
_NOBODY = "unknown"


class Packing:
    """Gathers records, texts and files until they are taken as a batch.

    ``project`` identifies the project wherever it is read again; GUIDs are made of it.
    """

    def __init__(self, project: str, telling: Telling) -> None:
        self.telling = telling
        self.project = project
        self._records: list[Record] = []
        self._texts: list[str] = []
        self._originals: list[Original] = []
        self._there: set[str] = set()
        self._users: dict[str, str] = {}
        self._names = Names("user", telling)
        self._sources = Names("source", telling)
        self._sets = Names("set", telling)

    def study(self, title: str, about: str, created: datetime | None) -> None:
        """Pack the study itself, with what it says of itself."""
        guid = self.guid("study")
        self.add(
            StudyInfo(
                guid=guid, title=Names("study", self.telling).own(title),
                description=about, created=created or now(),
            )
        )  # fmt: skip

    def guid(self, *parts: object) -> str:
        """A GUID for a thing of this project."""
        return guid_of(self.project, *parts)

    def guid_of_row(self, kind: str, row: Row, number: object) -> str:
        """A GUID for what a row tells of. When it was made stands beside its number: in copies of a project
        that people went on with apart, the next number is given to different things."""
        return self.guid(kind, number, row.text("date") or row.text("name"))

    def add(self, record: Record) -> bool:
        """Pack a record, unless one of its GUID is packed already; whether it was."""
        if record.guid in self._there:
            return False
        self._there.add(record.guid)
        self._records.append(record)
        return True

    def there(self, guid: str) -> bool:
        """Whether a record of that GUID was packed."""
        return guid in self._there

    def user(self, name: str) -> str:
        """The GUID of a person by the name or login the origin has. Where nobody is named it was the
        only one there is; of several it is not known who."""
        called = " ".join(name.split())
        if not called and len(self._users) == 1:
            return next(iter(self._users.values()))
        called = called or _NOBODY
        if called not in self._users:
            guid = self.guid("user", called)
            self._users[called] = guid
            self.telling.tally.read["user"] += called != _NOBODY
            self.add(User(guid=guid, name=self._names.own(called)))
        return self._users[called]

    def first_user(self) -> str:
        """The GUID of the person named first, for what is the project's own."""
        return next(iter(self._users.values()), None) or self.user("")

    def source(
        self,
        guid: str,
        name: str,
        text: str,
        *,
        blocks: tuple[ReadBlock, ...] = (),
        original: Original | None = None,
        created: datetime | None = None,
        where: str = "",
        **fields: Any,
    ) -> Source:
        """Pack a source with its text and blocks; ``fields`` are those of a source."""
        source = Source(
            guid=guid,
            name=self._sources.own(name, where),
            text=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            length=len(text),
            original=original.digest if original else None,
            created=created or now(),
            **fields,
        )
        if self.add(source):
            self._texts.append(text)
            self._originals += [original] if original else []
            for number, block in enumerate(blocks, 1):
                self.add(block_of(block, guid, number, guid_of("block", guid, number)))
        return source

    def text_segment(self, source: str, start: int, end: int) -> str:
        """The GUID of the passage ``[start, end)`` of a source, packed where it is new."""
        return self.segment(source, "text", start, end)

    def segment(
        self,
        source: str,
        anchor: str,
        start: int,
        end: int,
        region: Mapping[str, object] | None = None,
    ) -> str:
        """The GUID of a segment with that anchor, packed where it is new."""
        parts = sorted((region or {}).items())
        guid = self.guid("segment", source, anchor, start, end, parts)
        self.add(
            Segment(
                guid=guid, source=source, anchor=anchor, start=start, end=end, region=region or {}
            )
        )
        return guid

    def coding(
        self, segment: str, code: str, user: str, created: datetime | None, where: str
    ) -> str:
        """The GUID of a coding, packed where it is new; that there were two alike is told."""
        guid = self.guid("coding", segment, code, user)
        coding = Coding(
            guid=guid, segment=segment, code=code, user=user, created=created or now(),
            origin="imported",
        )  # fmt: skip
        if not self.add(coding):
            message = say("The same passage is coded twice with the same code by the same person.")
            self.telling.note("same-coding", message, where)
        return guid

    def memo(
        self,
        guid: str,
        title: str,
        body: str,
        user: str,
        created: datetime | None = None,
        kind: str = "theoretical",
        about: tuple[str, str] | None = None,
    ) -> None:
        """Pack a memo, and what it is about (kind and GUID)."""
        self.telling.tally.read["memo"] += 1
        self.add(
            Memo(
                guid=guid, title=shown(title), body=body, kind=kind, user=user,
                created=created or now(),
            )
        )  # fmt: skip
        if about is not None:
            self.link("memo", ("memo", guid), about)

    def memo_of_coding(self, coding: str, body: str, user: str, created: datetime | None) -> None:
        """Pack what somebody wrote about a coding."""
        guid = self.guid("memo", coding)
        # The same coding may be there twice, with something written about each.
        guid = self.guid("memo", coding, body) if self.there(guid) else guid
        title = body.strip().split("\n")[0]
        self.memo(guid, title, body, user, created, about=("coding", coding))

    def link(
        self, role: str, owner: tuple[str, str], target: tuple[str, str], position: int = 0
    ) -> None:
        """Pack that an owner has a target in a role; both are kind and GUID."""
        self.add(
            Link(
                guid=self.guid("link", role, owner[1], target[1]),
                role=role,
                owner_kind=owner[0],
                owner=owner[1],
                target_kind=target[0],
                target=target[1],
                position=position,
            )
        )

    def relation(
        self, type: str, origin: str, target: str, kind: str = "segment", memo: str = ""
    ) -> None:
        """Pack that one thing is related to another of the same kind (GUIDs)."""
        self.telling.tally.read["relation"] += 1
        self.add(
            Relation(
                guid=self.guid("relation", type, origin, target), type=type,
                origin_kind=kind, origin=origin, target_kind=kind, target=target, memo=memo,
            )
        )  # fmt: skip

    def set_of_sources(self, name: str, sources: list[str], where: str = "") -> None:
        """Pack a set with those sources."""
        self.telling.tally.read["set"] += 1
        guid = self.guid("set", "source", name)
        if self.add(Set(guid=guid, name=self._sets.own(name, where), of="source")):
            for position, source in enumerate(dict.fromkeys(sources), 1):
                self.link("member", ("set", guid), ("source", source), position)

    def batch(self) -> Batch:
        """What was gathered; from here on anew."""
        made = Batch(self._records, self._texts, self._originals)
        self._records, self._texts, self._originals = [], [], []
        return made
