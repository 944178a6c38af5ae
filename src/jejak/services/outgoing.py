"""A study as it leaves in a file of another form: whole, or without what is not to leave."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, BinaryIO, TypeVar

from ..errors import NotFound
from ..model import Record, Source
from ..model.codec import spec_of
from ..model.parcel import Original
from ..store import Rows
from ..store.history_lines import former_contents, history_lines
from ..store.originals import PIECE, load_original, original_length
from ..store.texts import digest_of
from .redacted import Carried, Redacted

__all__ = ["RedactedStudy", "WholeStudy"]

R = TypeVar("R", bound=Record)


class WholeStudy:
    """Everything in one view of a study."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def each(self, record: type[R], **equals: object) -> Iterator[R]:
        """The entities of a kind whose fields have those values, in the order they were made."""
        return self.rows.each(record, **equals)

    def values(self, record: type[Record]) -> Iterator[Sequence[tuple[Any, ...]]]:
        """All entities of a kind as values of their fields, some at a time."""
        return self.rows.values(record)

    def count(self, record: type[Record]) -> int:
        """How many entities of a kind leave."""
        return self.rows.count(record)

    def text(self, digest: str) -> str:
        """The text of a source."""
        return self.rows.text(digest)

    def original(self, digest: str) -> Original:
        """The file that a source came from. Raises :class:`NotFound`."""
        length = original_length(self.rows.conn, digest)

        def opened() -> BinaryIO:
            return io.BufferedReader(_Pieces(self.rows, digest, length), PIECE)

        return Original(digest, length, opened)

    def history(self) -> Iterator[Mapping[str, object]]:
        """The history, a change a line."""
        return history_lines(self.rows)

    def former(self) -> tuple[Sequence[str], Sequence[str]]:
        """The digests of the texts and of the files that the history alone still names."""
        return former_contents(self.rows.conn)


class _Pieces(io.RawIOBase):
    """A kept file, read piece by piece."""

    def __init__(self, rows: Rows, digest: str, length: int) -> None:
        self._rows, self._digest, self._length, self._at = rows, digest, length, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        end = min(self._at + len(buffer), self._length)
        piece = load_original(self._rows.conn, self._digest, self._at, end)
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


class RedactedStudy:
    """What of a study strangers may have, with its texts as they leave; no original file leaves."""

    def __init__(self, redacted: Redacted, carried: dict[str, Carried]) -> None:
        self._kinds: dict[str, list[Record]] = {}
        self._texts: dict[str, str] = {}
        self._ordered: dict[tuple[str, str], dict[object, list[Record]]] = {}
        for one in redacted.all():
            self._kinds.setdefault(one.KIND, []).append(self._worded(one, carried))

    def _worded(self, one: Record, carried: dict[str, Carried]) -> Record:
        if not isinstance(one, Source):
            return one
        text = carried[one.guid].text
        digest = digest_of(text)
        self._texts[digest] = text
        return replace(one, text=digest, length=len(text))

    def each(self, record: type[R], **equals: object) -> Iterator[Any]:
        """The entities of a kind whose fields have those values, in the order they were made."""
        found = self._kinds.get(record.KIND, ())
        for number, (name, value) in enumerate(equals.items()):
            if number:
                found = [one for one in found if getattr(one, name) == value]
            else:
                found = self._by(record, name).get(value, ())
        yield from found

    def _by(self, record: type[Record], name: str) -> Mapping[object, list[Record]]:
        """The entities of a kind by the value of a field: a source asks for its own among all passages."""
        key = record.KIND, name
        if key not in self._ordered:
            self._ordered[key] = {}
            for one in self._kinds.get(record.KIND, ()):
                self._ordered[key].setdefault(getattr(one, name), []).append(one)
        return self._ordered[key]

    def values(self, record: type[Record]) -> Iterator[Sequence[tuple[Any, ...]]]:
        """All entities of a kind as values of their fields."""
        told = attrgetter(*spec_of(record.KIND).names)
        yield [told(one) for one in self._kinds.get(record.KIND, ())]

    def count(self, record: type[Record]) -> int:
        """How many entities of a kind leave."""
        return len(self._kinds.get(record.KIND, ()))

    def text(self, digest: str) -> str:
        """The text of a source."""
        return self._texts[digest]

    def original(self, digest: str) -> Original:
        """No file leaves: raises :class:`NotFound`."""
        raise NotFound("original-missing", f"The file {digest[:8]}… does not leave the study.")

    def history(self) -> Iterator[Mapping[str, object]]:
        """The history does not leave."""
        return iter(())

    def former(self) -> tuple[Sequence[str], Sequence[str]]:
        """Nor does what it alone names."""
        return (), ()
