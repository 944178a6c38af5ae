"""A study on its way out as a REFI-QDA project."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import IO

from ...model import KINDS, StudyInfo, say
from ...model.parcel import Tally
from ..projects import Outgoing, Sink
from ..zip_writing import zip_pieces
from .archive_files import Files
from .beyond import beyond
from .going import Going
from .going_graphs import graphs
from .going_sources import GoingSources
from .going_ties import cases, notes, sets
from .going_variables import values_of, variables
from .whole import NAME, whole_lines
from .xml_out import NAMESPACE, tag, text_of

__all__ = ["write_project"]

_PIECE = 1 << 16
# What the project file itself tells, wholly or in its way.
_TOLD = frozenset({
    "study", "user", "source", "segment", "code", "coding", "memo", "case", "attribute", "value", "set",
    "relation", "display", "node", "edge", "link", "keepsake",
})  # fmt: skip


def write_project(study: Outgoing, sink: Sink, tally: Tally) -> None:
    """Write a study as a project, and beside it what only Jejak reads."""
    for kind, record in KINDS.items():
        count = study.count(record)
        if count:
            tally.read[kind] = count
            if kind not in _TOLD:
                tally.note("apart", say("This has no place in the form; it travels in {file}, which only Jejak reads.",
                                        file=NAME), kind)  # fmt: skip
    sink.put("", zip_pieces(_files(study, tally)))


def _files(study: Outgoing, tally: Tally) -> Iterator[tuple[str, Iterable[bytes]]]:
    files, hashed = Files(), hashlib.sha256()

    def project() -> Iterator[bytes]:
        for piece in _bytes(_project(Going(study, tally), files)):
            hashed.update(piece)
            yield piece

    yield "project.qde", project()
    said: dict[str, tuple[str, bool]] = {}
    for name, (digest, text) in files.held.items():
        if digest in files.said:
            yield name, [files.said[digest].encode("utf-8", "replace")]
            continue
        said[name] = digest, text
        yield name, [_text(study, digest)] if text else _pieces(study, digest)
    texts, originals = study.former()
    for digests, text in ((texts, True), (originals, False)):
        for digest in digests:
            name = f"Jejak/{digest}.txt" if text else f"Jejak/{digest}"
            said[name] = digest, text
            yield name, [_text(study, digest)] if text else _pieces(study, digest)
    yield NAME, whole_lines(study, hashed.hexdigest(), said)


def _text(study: Outgoing, digest: str) -> bytes:
    return study.text(digest).encode("utf-8", "surrogatepass")


def _pieces(study: Outgoing, digest: str) -> Iterator[bytes]:
    with study.original(digest).open() as stream:
        yield from iter(lambda: _read(stream), b"")


def _read(stream: IO[bytes]) -> bytes:
    return stream.read(1 << 20)


def _bytes(parts: Iterable[str]) -> Iterator[bytes]:
    """Text as pieces of bytes that are worth being written."""
    held: list[str] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part)
        if size > _PIECE:
            yield "".join(held).encode("utf-8", "replace")
            held, size = [], 0
    yield "".join(held).encode("utf-8", "replace")


def _project(going: Going, files: Files) -> Iterator[str]:
    study = going.study
    info = next(study.each(StudyInfo))
    going.tally.written[StudyInfo.KIND] += 1
    attributes = dict(going.attributes(info.guid, going.told.project(info))) | {"origin": "Jejak"}
    head = tag("Project", {"xmlns": NAMESPACE, **attributes}, "-").partition(">-<")[0]
    yield f'<?xml version="1.0" encoding="utf-8"?>\n{head}>\n'
    beyond_it = list(beyond(going))
    for guid, _, about in beyond_it:
        going.refer(guid, about)
    yield from _list(going, info.guid, "Users", going.users())
    codes = going.codes()
    yield f"<CodeBook>\n<Codes>\n{codes}</Codes>\n</CodeBook>\n" if codes else ""
    values = values_of(going)
    yield from _list(going, info.guid, "Variables", variables(going))
    yield from _list(going, info.guid, "Cases", cases(going, values))
    yield from _list(going, info.guid, "Sources", GoingSources(going, files, values).written())
    yield from _list(
        going, info.guid, "Notes", notes(going, files), [told for _, told, _ in beyond_it]
    )
    yield from _list(going, info.guid, "Links", going.links())
    yield from _list(going, info.guid, "Sets", sets(going))
    yield from _list(going, info.guid, "Graphs", graphs(going))
    yield (
        text_of("Description", info.description)
        + going.about(info.guid)
        + going.held(info.guid, "Project")
    )
    yield "</Project>\n"


def _list(
    going: Going, study: str, name: str, elements: Iterable[str], more: Iterable[str] = ()
) -> Iterator[str]:
    """A list of the project, which is not there where nothing is in it."""
    begun = False
    for element in _all(elements, more, going.held(study, name)):
        if not begun:
            begun = True
            yield f"<{name}>\n"
        yield element
    if begun:
        yield f"</{name}>\n"


def _all(elements: Iterable[str], more: Iterable[str], held: str) -> Iterator[str]:
    yield from elements
    yield from more
    if held:
        yield held
