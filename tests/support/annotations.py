"""Studies of a few records that go through a format of annotation, and what comes of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from jejak.formats import PROJECTS
from jejak.formats.projects import ProjectOptions
from jejak.model import Code, Coding, Link, Memo, Record, Relation, Segment, Source, User
from jejak.model.parcel import Tally

__all__ = ["Records", "away", "back", "spans_of", "studies"]

_TEXTS = st.text('ab é😀\n\t|/"\\龍e\u0301\u202b', min_size=1, max_size=30)
_PATHS = ("Tema", "Tema/Murah 😀", "Lain | dua", "a b")


@dataclass
class Records:
    """A study as it leaves, of these records and texts."""

    records: list[Record]
    texts: dict[str, str]

    def each(self, record: type[Any], **equals: object) -> Iterator[Any]:
        for one in self.records:
            if isinstance(one, record) and all(getattr(one, k) == v for k, v in equals.items()):
                yield one

    def text(self, digest: str) -> str:
        return self.texts[digest]

    def history(self) -> Iterator[Any]:
        return iter(())

    def former(self) -> Any:
        return (), ()

    def original(self, digest: str) -> Any:
        raise AssertionError(digest)


class _Folder:
    def __init__(self, path: Path) -> None:
        self._path = path

    def put(self, name: str, content: Iterable[bytes]) -> None:
        path = self._path / name if name else self._path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(content))


@dataclass(frozen=True)
class _Opened:
    path: Path

    def tables(self, within: str = "") -> Any:
        raise AssertionError(within)


def away(format: str, study: Records, path: Path) -> Tally:
    """Write a study in a format."""
    tally = Tally(format)
    write = PROJECTS.get(format).write
    assert write
    write(study, _Folder(path), tally)
    return tally


def back(format: str, path: Path, **answers: str) -> tuple[Records, Tally]:
    """What a format reads."""
    found = PROJECTS.get(format)
    records: list[Record] = []
    texts: dict[str, str] = {}
    assert found.recognise(path), format
    assert found.read
    parcel = found.read(_Opened(path), ProjectOptions(answers))
    for batch in parcel.batches:
        records += batch.records
        texts |= {hashlib.sha256(text.encode()).hexdigest(): text for text in batch.texts}
    return Records(records, texts), parcel.tally


def spans_of(study: Records) -> list[tuple[Any, ...]]:
    """What is coded: source, words with their place, path of the code, coder, weight, memo, and with
    what it is tied."""
    codes = {one.guid: one for one in study.each(Code)}
    users = {one.guid: one.name for one in study.each(User)}
    sources = {one.guid: one for one in study.each(Source)}
    segments = {one.guid: one for one in study.each(Segment)}
    memos = {one.guid: one.body for one in study.each(Memo)}
    notes = {one.target: memos[one.owner] for one in study.each(Link)}
    ties = [(one.type, one.origin, one.target) for one in study.each(Relation)]

    def path(guid: str) -> str:
        code = codes[guid]
        return f"{path(code.parent)}/{code.name}" if code.parent else code.name

    found = {}
    for one in study.each(Coding):
        segment = segments[one.segment]
        source = sources[segment.source]
        words = study.text(source.text)[segment.start : segment.end]
        place = source.name, segment.start, segment.end, words
        found[one.guid] = (
            *place,
            path(one.code),
            users[one.user],
            one.weight,
            notes.get(one.guid, ""),
        )
    return sorted(
        (
            (*what, tuple(sorted(repr((type, *found[b][1:5])) for type, a, b in ties if a == guid)))
            for guid, what in found.items()
        ),
        key=repr,
    )


@st.composite
def studies(draw: st.DrawFn, *, plain: bool = False) -> Records:
    """Random small studies; ``plain`` ones without weights, memos and relations."""
    users = [User(name="Rina"), User(name="Budi S 😀")]
    codes = {path: Code(name=path.rpartition("/")[2]) for path in _PATHS}
    codes["Tema/Murah 😀"] = Code(name="Murah 😀", parent=codes["Tema"].guid)
    records: list[Record] = [*users, *codes.values()]
    texts: dict[str, str] = {}
    for number in range(draw(st.integers(1, 3))):
        text = draw(_TEXTS)
        digest = hashlib.sha256(text.encode()).hexdigest()
        texts[digest] = text
        source = Source(name=f"S {number} 😀", text=digest, length=len(text))
        records.append(source)
        before: Coding | None = None
        drawn = draw(
            st.sets(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 9)), max_size=4)
        )
        for start, end in sorted({(a, min(a + b, len(text))) for a, b in drawn}):
            segment = Segment(source=source.guid, start=start, end=end)
            coding = Coding(
                segment=segment.guid, code=draw(st.sampled_from(list(codes.values()))).guid,
                user=draw(st.sampled_from(users)).guid,
                weight=None if plain else draw(st.sampled_from([None, 0, 70])),
            )  # fmt: skip
            records += [segment, coding]
            if not plain and draw(st.booleans()):
                memo = Memo(
                    title="m",
                    body=draw(st.sampled_from(["satu\n\\dua", "😀\ttiga"])),
                    user=users[0].guid,
                )
                records += [
                    memo,
                    Link(
                        role="memo",
                        owner_kind="memo",
                        owner=memo.guid,
                        target_kind="coding",
                        target=coding.guid,
                    ),
                ]
            elif not plain and before is not None:
                records.append(
                    Relation(
                        type="leads to",
                        origin_kind="coding",
                        origin=before.guid,
                        target_kind="coding",
                        target=coding.guid,
                    )
                )
            before = coding
    return Records(records, texts)
