"""Large answers as columns: a list for each field, no object for each row."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from ..model import Block, Case, Source
from ..store.case_columns import cases_as_columns
from ..store.revisions import revisions
from ..store.source_codings import codings_of, codings_of_source
from ..study import Study
from .forms.sources import CodingColumns
from .kept import Kept

__all__ = ["case_columns", "coding_columns", "columns_of", "text_content"]


def coding_columns(study: Study, source: str, coders: list[str] | None = None) -> Kept:
    """The codings of a source, those of some people alone if asked; the answer's
    ETag is that of the codings and of the text they are on, so that changes elsewhere do not make it
    another."""
    with study.store.view() as rows:
        version = study.store.head
        columns = {
            "text": rows.get(Source, source).text,
            **codings_of_source(rows, source, coders, study.store.sight.apart()),
        }
    mark = hashlib.sha256(msgspec.json.encode(columns)).hexdigest()[:32]
    return Kept({"version": version, **columns}, mark)


def columns_of(study: Study, codings: list[str]) -> CodingColumns:
    """Some codings as the same columns."""
    with study.store.view() as rows:
        return CodingColumns(version=study.store.head, text="", **codings_of(rows, codings))


def text_content(study: Study, source: Source) -> dict[str, Any]:
    """A source's text with its blocks."""
    with study.store.view() as rows:
        source = rows.get(Source, source.guid)
        text, blocks = study.sources.text(source), study.sources.blocks(source)
    return {
        "guid": source.guid,
        "digest": source.text,
        "length": source.length,
        "text": text,
        "blocks": _columns(blocks),
    }


def _columns(blocks: list[Block]) -> dict[str, list[Any]]:
    fields = ("number", "kind", "start", "end", "speaker", "level", "label")
    plain = {name: [getattr(block, name) for block in blocks] for name in fields}
    times = [None if block.time is None else block.time.isoformat() for block in blocks]
    return {**plain, "time": times}


def case_columns(study: Study) -> Kept:
    """All cases as columns, with the change that last wrote each."""
    with study.store.view() as rows:
        columns, values = cases_as_columns(rows)
        written = revisions(rows, Case.KIND)
        revision = [written[guid] for guid in columns["guid"]]
        version = study.store.head
    return Kept({"version": version, "revision": revision, **columns, "values": values})
