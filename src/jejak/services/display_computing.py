"""A display computed as everywhere it is shown: in the workspace, in a file, in a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..analysis.query.asking import asked_of_text
from ..displays import DisplayKind
from ..displays.by_attributes import queries_of, saying_attributes
from ..displays.mending import MEND, Mended, mended, nothing_left
from ..displays.settings import resolved
from ..errors import Conflict, InvalidInput, NotFound
from ..model import Display, say
from ..model.corpus import Corpus
from ..model.shape import Matrix
from ..store import Rows
from .display_filter import display_filter
from .former import FormerNames
from .set_names import set_queries
from .sheets import with_sheets

__all__ = ["computed", "followed", "refuse_missing"]

# What a query says that asks for an attribute, by name or through something else.
_ASKING = ("case.", "source.", "set:", "rating:")
_REFUSALS = (InvalidInput, NotFound, Conflict)


def computed(
    rows: Rows,
    corpus: Corpus,
    kind: DisplayKind,
    given: Mapping[str, object],
    coders: Sequence[str] | None = None,
) -> Matrix:
    """A display of a kind with settings as they were given. What in them was merged or renamed since
    is followed, what is gone left out, and its notes say so.

    Settings that a saved display holds and that cannot be read any more give an empty display that
    says why. Else raises as :func:`~jejak.displays.settings.resolved` and :func:`display_filter`.
    """
    corpus = with_sheets(rows, corpus, kind, coders)
    try:
        return _made(rows, corpus, kind, given)
    except _REFUSALS as error:
        if not _kept_so(rows, corpus, kind, given):
            raise
        why = say("It cannot be shown as it was saved: {why}", why=error.message)
        return nothing_left(kind, given, [why])


def followed(rows: Rows, corpus: Corpus, kind: DisplayKind, given: Mapping[str, object]) -> Mended:
    """Settings with what the history knows of what is gone from them."""
    return mended(kind, given, corpus, FormerNames(rows, corpus))


def refuse_missing(found: Mended) -> None:
    """Raise :class:`InvalidInput` where nothing sensible is left of settings."""
    if found.missing is not None:
        raise InvalidInput("nothing-left", str(found.missing), str(MEND))


def _made(rows: Rows, corpus: Corpus, kind: DisplayKind, given: Mapping[str, object]) -> Matrix:
    found = followed(rows, corpus, kind, given)
    if found.missing is not None:
        return nothing_left(kind, given, [*found.notes, found.missing])
    values = resolved(kind, found.settings, corpus)
    matrix = kind.compute(corpus, values, display_filter(rows, corpus, given))
    if found.notes:
        notes = (*found.notes, *matrix.caption.notes)
        matrix = replace(matrix, caption=replace(matrix.caption, notes=notes))
    told = saying_attributes(matrix, kind, values)
    return _saying_asked(rows, told, queries_of(matrix, kind, values))


def _saying_asked(rows: Rows, matrix: Matrix, queries: Iterable[str]) -> Matrix:
    """The matrix that names the attributes which its queries ask for through sets, as those are now,
    or of which its headings say nothing."""
    texts = [text for text in queries if any(word in text for word in _ASKING)]
    if not texts:
        return matrix
    filled = set_queries(rows)
    asked = sorted({one for text in texts for one in asked_of_text(text, filled)})
    return replace(matrix, attributes=tuple(dict.fromkeys((*matrix.attributes, *asked))))


def _kept_so(rows: Rows, corpus: Corpus, kind: DisplayKind, given: Mapping[str, object]) -> bool:
    """Whether what cannot be read is what a saved display holds, not what somebody asked beside it."""
    for display in rows.all(Display, kind=kind.name):
        kept = display.settings
        if kept and all(given.get(name) == value for name, value in kept.items()):
            try:
                _made(rows, corpus, kind, kept)
            except _REFUSALS:
                return True
    return False
