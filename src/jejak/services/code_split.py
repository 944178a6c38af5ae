"""Which codings of a code are to become those of a new one."""

from __future__ import annotations

from collections.abc import Sequence

from ..analysis.query.evaluate import evaluate
from ..analysis.query.parse import parse
from ..errors import InvalidInput
from ..model import Code, Coding, Link
from ..model.corpus import Corpus
from ..model.query import And, CodeIs
from ..store import Change, Rows
from ..store.lookups import code_paths
from .study_lookups import StudyLookups

__all__ = ["chosen_codings", "take_examples"]


def chosen_codings(
    rows: Rows, code: Code, guids: Sequence[str], query: str | None, corpus: Corpus | None
) -> list[Coding]:
    """The codings of those GUIDs, or those of the code's own that a query finds.

    Raises :class:`InvalidInput` where there are none, or one is of another code.
    """
    if corpus is not None and query is not None:
        guids = _found(rows, code, query, corpus)
    codings = [rows.get(Coding, guid) for guid in dict.fromkeys(guids)]
    for coding in codings:
        if coding.code != code.guid:
            raise InvalidInput("not-its-coding", f"A coding is not one of “{code.name}”.")
    if not codings:
        raise InvalidInput(
            "nothing-to-split", f"None of the codings of “{code.name}” would go.",
            "Nothing was changed. Choose some passages, or another query.",
        )  # fmt: skip
    return codings


def _found(rows: Rows, code: Code, query: str, corpus: Corpus) -> list[str]:
    path = code_paths(rows.all(Code))[code.guid]
    asked = And((CodeIs(path, False), parse(query)))  # noqa: FBT003  (without those below)
    hits = evaluate(asked, corpus, StudyLookups(rows, corpus))
    keys = corpus.codings.coding[hits.coding[hits.coding >= 0]].tolist()
    found = (rows.guid_of(Coding.KIND, key) for key in keys)
    return [guid for guid in found if guid is not None]


def take_examples(change: Change, code: Code, made: Code) -> None:
    """Let exemplary passages that have the new code, and no longer the old one, exemplify it."""
    links = change.rows.all(Link, role="example", owner=code.guid)
    segments = [link.target for link in links]
    with_code = {
        (coding.code, coding.segment) for coding in change.rows.among(Coding, "segment", segments)
    }
    for link in links:
        if (made.guid, link.target) in with_code and (code.guid, link.target) not in with_code:
            change.set(link, owner=made.guid)
