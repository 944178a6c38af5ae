"""What every part of a project file has in common on its way out: escaped text, what is beside a thing, which
memos are about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from ...model import Code, Coding, Link, Memo, Relation, Segment, User
from ...model.identity import moment_of
from ...model.keepsake import Keepsake
from ...model.parcel import Tally
from ..projects import Outgoing
from .coming_cases import REPRESENTED
from .kept import FORMAT, restored
from .told import Told
from .xml_out import tag, text_of

__all__ = ["Going"]

_NOTHING: Mapping[str, Any] = {}
_MOMENTS = 4096


class Going:
    """One study on its way out."""

    def __init__(self, study: Outgoing, tally: Tally) -> None:
        self.study, self.tally, self.told = study, tally, Told()
        self._beside: dict[str, dict[str, Any]] = {}
        for one in study.each(Keepsake, format=FORMAT):
            self._merge(one)
        # Things that stand for what the origin lacked are not written.
        self.absent = {guid for guid, kept in self._beside.items() if kept.get("absent")}
        self.told.silent = {guid for guid, kept in self._beside.items() if kept.get("silent")}
        # What described a selection, as a memo here.
        self.comments = {
            str(kept["description of"]): guid
            for guid, kept in self._beside.items()
            if "description of" in kept
        }
        self._made: dict[tuple[str, datetime], str] = {}
        self._memos: dict[str, list[str]] = defaultdict(list)
        spoken = set(self.comments.values())
        for link in study.each(Link, role="memo"):
            if link.owner_kind == Memo.KIND and link.owner not in spoken:
                self._memos[link.target].append(link.owner)

    def _merge(self, one: Keepsake) -> None:
        there = self._beside.setdefault(one.owner, {})
        for name, value in one.content.items():
            if name == "extra":
                there[name] = [*there.get(name, ()), *value]  # type: ignore[misc]
            elif name == "in":
                places = there.setdefault(name, {})
                for place, elements in value.items():  # type: ignore[attr-defined]
                    places[place] = [*places.get(place, ()), *elements]
            else:
                there.setdefault(name, value)
        if "undated" in there:
            self.told.undated = moment_of(str(there["undated"]))

    def beside(self, guid: str) -> Mapping[str, Any]:
        """What is kept beside something."""
        return self._beside.get(guid, _NOTHING)

    def plain(self, guid: str) -> bool:
        """Whether nothing but what it is coded with is told of a segment."""
        return guid not in self._beside and guid not in self._memos and guid not in self.comments

    def by(self, coding: Coding) -> str:
        """Who coded and when, as attributes."""
        made = coding.user, coding.created
        if made not in self._made:
            if len(self._made) == _MOMENTS:
                self._made.clear()
            told = self.told.made(*made)
            self._made[made] = "".join(f' {name}="{value}"' for name, value in told.items())
        return self._made[made]

    def attributes(self, guid: str, ours: Mapping[str, str]) -> Mapping[str, str]:
        """The attributes of something as they are written."""
        kept = self._beside.get(guid)
        return restored(ours, kept) if kept else ours

    def refer(self, memo: str, about: Iterable[str]) -> None:
        """Let a memo be about some things."""
        for one in about:
            self._memos[one].append(memo)

    def about(self, guid: str) -> str:
        """The references to the memos about something."""
        return "".join(tag("NoteRef", {"targetGUID": memo}) for memo in self._memos.get(guid, ()))

    def unexpected(self, guid: str) -> str:
        """The elements of something that nobody expected."""
        return "".join(f"{one}\n" for one in self.beside(guid).get("extra", ()))

    def held(self, study: str, place: str) -> str:
        """The elements of a list of the project that have no place in a study."""
        return "".join(f"{one}\n" for one in self.beside(study).get("in", {}).get(place, ()))

    # -- people and codes --------------------------------------------------------------------------

    def users(self) -> Iterator[str]:
        """Everybody."""
        for one in self.study.each(User):
            if one.guid not in self.absent:
                self.tally.written[User.KIND] += 1
                yield tag(
                    "User",
                    self.attributes(one.guid, self.told.user(one)),
                    self.unexpected(one.guid),
                )

    def codes(self) -> str:
        """All codes, each within the one above it."""
        from ..refi_codebook import described

        below: dict[str | None, list[Code]] = defaultdict(list)
        for one in self.study.each(Code):
            if one.guid not in self.absent:
                below[one.parent].append(one)

        def written(parent: str | None) -> str:
            found = []
            for one in sorted(below[parent], key=lambda code: code.position):
                kept, ours = self.beside(one.guid), described(one)
                own, theirs = kept.get("description") or (None, None)
                description = (theirs or "") if own == ours else ours
                inside = (
                    text_of("Description", description) + self.about(one.guid) + written(one.guid)
                )
                self.tally.written[Code.KIND] += 1
                found.append(tag("Code", self.attributes(one.guid, self.told.code(one)),
                                 inside + self.unexpected(one.guid)))  # fmt: skip
            return "".join(found)

        return written(None)

    def links(self) -> Iterator[str]:
        """Relations between things that such a file has."""
        for one in self.study.each(Relation):
            if one.type == REPRESENTED and (one.origin_kind, one.target_kind) == ("case", "code"):
                continue
            if {one.origin_kind, one.target_kind} <= _LINKED:
                self.tally.written[Relation.KIND] += 1
                yield tag("Link", self.attributes(one.guid, self.told.link(one)),
                          self.about(one.guid) + self.unexpected(one.guid))  # fmt: skip

    @property
    def codings(self) -> Mapping[str, Sequence[Coding]]:
        """All codings by their segments."""
        return self._coded[0]

    @property
    def weighted(self) -> Sequence[Coding]:
        """The codings that have a weight."""
        return self._coded[1]

    @cached_property
    def _coded(self) -> tuple[dict[str, list[Coding]], list[Coding]]:
        # There may be a million: they are gone through once.
        by_segment: dict[str, list[Coding]] = defaultdict(list)
        weighted: list[Coding] = []
        for one in self.study.each(Coding):
            by_segment[one.segment].append(one)
            if one.weight is not None:
                weighted.append(one)
        return by_segment, weighted

    def selected(
        self, name: str, one: Segment, attributes: Mapping[str, str], codings: Iterable[Coding]
    ) -> str:
        """What is selected, with what it is coded with."""
        self.tally.written[Segment.KIND] += 1
        comment = self.comments.get(one.guid)
        inside = text_of("Description", self._body(comment)) if comment else ""
        inside += "".join(map(self.coding, codings))
        return tag(name, attributes, inside + self.about(one.guid) + self.unexpected(one.guid))

    def _body(self, memo: str) -> str:
        return next((one.body for one in self.study.each(Memo, guid=memo)), "")

    def named(self, one: Segment, ours: dict[str, str], words: str) -> dict[str, str]:
        """The attributes of a stretch of text, which may be called by the beginning of its words."""
        cut = self.beside(one.guid).get("cut")
        return ours | {"name": words[: int(cut[0])] + str(cut[1])} if cut else ours

    def coding(self, one: Coding) -> str:
        """A coding."""
        self.tally.written[Coding.KIND] += 1
        if one.guid not in self._beside and one.guid not in self._memos:
            # Most are nothing more; there may be a million.
            return (
                f'<Coding guid="{one.guid}"{self.by(one)}><CodeRef targetGUID="{one.code}"/>'
                "</Coding>\n"
            )
        inside = (
            tag("CodeRef", {"targetGUID": one.code})
            + self.about(one.guid)
            + self.unexpected(one.guid)
        )
        return tag("Coding", self.attributes(one.guid, self.told.coding(one)), inside)


# Between what there may be links.
_LINKED = frozenset({
    "code", "source", "segment", "coding", "memo", "case", "set", "user", "attribute", "relation", "display",
    "node", "edge",
})  # fmt: skip
