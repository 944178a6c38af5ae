"""Passages of sources, and the codings on them."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Code, Coding, Record, Segment, Source, User
from ..model.anchors import check_span
from ..services.coding import CodingService
from ..services.memos import Memos
from ..services.retrieval import FoundSegment, Retrieval
from ..store import Store
from ..store.lookups import code_paths
from .handle import Handle, guid_of
from .tabular import Table

__all__ = ["CodingHandle", "Passage", "codings_table"]


class CodingHandle(Handle[Coding]):
    """A coding: one code on one passage by one coder."""

    def __init__(self, store: Store, user: str, guid: str) -> None:
        super().__init__(store, user, Coding, guid)

    @property
    def name(self) -> str:
        """The code's path, and the coder: ``Triple-A/Anonymity (Rina)``."""
        return f"{self.code} ({self.coder})"

    @property
    def code(self) -> str:
        """The path of its code."""
        return code_paths(self._store.all(Code))[self.record.code]

    @property
    def coder(self) -> str:
        """The name of who coded."""
        return self._store.get(User, self.record.user).name

    @property
    def weight(self) -> int | None:
        """0 to 100, or ``None``."""
        return self.record.weight

    @property
    def passage(self) -> Passage:
        """The words it lies on."""
        segment = self._store.get(Segment, self.record.segment)
        source = self._store.get(Source, segment.source)
        return Passage(self._store, self._user, source, segment.start, segment.end)

    def update(
        self,
        *,
        start: int | None = None,
        end: int | None = None,
        weight: int | str | None = "keep",
        code: Handle[Record] | str | None = None,
    ) -> None:
        """Move its boundaries (code points), weigh it, or give it another code.

        Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        wanted = None if code is None else guid_of(code)
        CodingService(self._store, self._user).update(
            self.guid, start=start, end=end, weight=weight, code=wanted
        )

    def memo(self, body: str, title: str = "") -> None:
        """Write a jotting about this coding."""
        Memos(self._store, self._user).add(title, body, "jotting", [("coding", self.guid)])

    def remove(self) -> None:
        """Take the coding away."""
        CodingService(self._store, self._user).remove([self.guid])


class Passage:
    """A stretch ``[start, end)`` of a source's text, in code points; it stays where it is."""

    def __init__(self, store: Store, user: str, source: Source, start: int, end: int) -> None:
        check_span(start, end, source.length)
        self._store = store
        self._user = user
        self.source = source
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        """Its words."""
        return self._store.text(self.source.text, self.start, self.end)

    def context(self, characters: int = 80) -> tuple[str, str]:
        """The words before it and after it."""
        found = self._told(characters)
        return found.before, found.after

    @property
    def codes(self) -> tuple[str, ...]:
        """The paths of the codes on exactly this passage, by anyone."""
        paths = code_paths(self._store.all(Code))
        return tuple(paths[guid] for guid in self._told(0).codes)

    @property
    def coders(self) -> tuple[str, ...]:
        """Who coded exactly this passage."""
        return self._told(0).coders

    @property
    def case(self) -> str | None:
        """The name of the case whose words it is."""
        return self._told(0).case_name

    @property
    def codings(self) -> Table[CodingHandle]:
        """The codings on exactly this passage, by anyone."""
        guids = self._told(0).codings
        return codings_table(
            self._store, [CodingHandle(self._store, self._user, guid) for guid in guids]
        )

    def code(
        self, *codes: Handle[Record] | str, memo: str = "", weight: int | None = None
    ) -> tuple[CodingHandle, ...]:
        """Put codes (handles, names, paths or GUIDs) on it; ``weight`` is 0 to 100.

        What this user has coded so already stays as it is. Raises :class:`NotFound`,
        :class:`InvalidInput`, :class:`Conflict` (several codes have that name).
        """
        applied = CodingService(self._store, self._user).apply(
            self.source, self.start, self.end, [guid_of(code) for code in codes],
            weight=weight, memo=memo,
        )  # fmt: skip
        return tuple(CodingHandle(self._store, self._user, one.coding.guid) for one in applied)

    def uncode(self, *codes: Handle[Record] | str) -> int:
        """Take this user's codings with those codes (all, without any) off; how many went."""
        with self._store.read() as rows:
            there = rows.among(Coding, "guid", self._told(0).codings)
        paths = code_paths(self._store.all(Code))
        names = [guid_of(code) for code in codes]
        going = [
            coding.guid
            for coding in there
            if coding.user == self._user and (not names or _answers(coding, paths, names))
        ]
        return CodingService(self._store, self._user).remove(going) if going else 0

    def _told(self, context: int) -> FoundSegment:
        found = Retrieval(self._store, self._user)
        return found.at(self.source.guid, self.start, self.end, context)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Passage) and self._place == other._place

    def __hash__(self) -> int:
        return hash(self._place)

    @property
    def _place(self) -> tuple[str, int, int]:
        return self.source.guid, self.start, self.end

    def __repr__(self) -> str:
        words = " ".join(self.text.split())
        shown = words if len(words) <= 60 else words[:57] + "…"
        return f"<Passage {self.source.name} {self.start}–{self.end} “{shown}”>"


def _answers(coding: Coding, paths: dict[str, str], names: Sequence[str]) -> bool:
    path = paths[coding.code].casefold()
    wanted = [name.casefold() for name in names]
    return coding.code in names or any(path == w or path.endswith("/" + w) for w in wanted)


def codings_table(store: Store, codings: Sequence[CodingHandle]) -> Table[CodingHandle]:
    """Codings told with their code, coder, weight and time."""
    paths = code_paths(store.all(Code))
    names = {user.guid: user.name for user in store.all(User)}

    def tell(coding: CodingHandle) -> tuple[object, ...]:
        one = coding.record
        return one.guid, paths[one.code], names[one.user], one.weight, one.origin, one.created

    types = {
        "guid": "text", "code": "text", "coder": "text", "weight": "whole", "origin": "text",
        "created": "moment",
    }  # fmt: skip
    return Table(codings, types, tell)
