"""What the displays of the method share: which concepts, roles and outcomes a study offers, and the
columns that are an analyst's to write in.

Each kind is a matrix of facets with the evidence counted and quoted; its cells wait for words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ..analysis.periods import GRAINS
from ..analysis.spans import Ints
from ..model.corpus import AttributeColumn, Corpus
from ..model.message import Message, say
from ..model.shape import Cell, CellText, Heading, Matrix, key_parts
from .display import DisplayFilter, Setting
from .matrix import Assembly, Facet, assemble
from .matrix.families.periods import GRAIN_WORDS

__all__ = ["CELL", "CODES", "FIRST_KNOWN", "FIRST_LIST", "HEADINGS", "NO_CODES", "ORDER", "PARTS", "PERIOD", "QUOTES", "ROLE", "TOP", "attribute_of", "components", "concepts", "only_columns", "open_columns",
           "outcome_of", "ranked", "role_of", "skeleton", "who"]  # fmt: skip

_MANY = (0, 1, 2, 3, 5)
# More names than these are not read in a cell.
_NAMED = 12

CODES = Setting(
    "codes",
    say("Codes (none chosen: the most used below the top)"),
    "codes",
    default=[],
    none=say("The most used"),
)
QUOTES = Setting(
    "quotes",
    say("Quotations in each cell"),
    "choice",
    tuple((str(n), say("{n}", n=n)) for n in _MANY),
    "2",
)
TOP = Setting("top", say("At most so many codes"), "number", default=12, most=300)
CELL = Setting(
    "cell",
    say("What a cell says"),
    "choice",
    (
        ("segments", say("Segments")),
        ("cases", say("Cases")),
        ("presence", say("Presence")),
        ("weight", say("Median weight")),
    ),
    "segments",
)

FIRST_KNOWN = say("The first rating, number or list")
ORDER = Setting(
    "order",
    say("Cases by (none: the first rating, number or list)"),
    "order",
    default="",
    none=FIRST_KNOWN,
)
PARTS = Setting(
    "codes",
    say("Codes (none chosen: those of the most used folder)"),
    "codes",
    default=[],
    none=say("The most used folder"),
)
NO_CODES = say("None yet")
FIRST_LIST = say("The first list of cases")
ROLE = Setting(
    "role",
    say("Roles (none chosen: the first list known of cases)"),
    "attribute",
    default="study",
    none=FIRST_LIST,
)
PERIOD = Setting(
    "period",
    say("Periods"),
    "choice",
    tuple((one, GRAIN_WORDS[one]) for one in GRAINS),
    "month",
)
HEADINGS = Setting(
    "headings",
    say("Columns of your own: Title, or Title = query (none: the usual ones)"),
    "lines",
    default=[],
    most=50,
)

# What marks the column that counts whatever there is, beside those that are to be written in.
EVIDENCE = "evidence"


def skeleton(
    corpus: Corpus,
    only: DisplayFilter,
    kind: str,
    rows: Sequence[Facet],
    columns: Sequence[Facet],
    settings: Mapping[str, Any],
    *,
    title: Message,
    usual: Mapping[str, Message] | None = None,
    row_order: str = "",
    column_order: str = "",
) -> Matrix:
    """A matrix of these facets with its quotations; codes stand under what they are below, and
    columns that a kind brings itself (``usual``, by key) are called in the reader's language."""
    how = Assembly(
        reducer=settings.get("cell", "segments"),
        top=500,
        row_order=row_order,
        column_order=column_order,
        totals=not usual,
        quotes=int(settings.get("quotes", "0")),
    )
    matrix = assemble(
        corpus, only, kind=kind, rows=rows, columns=columns, how=how, title=title,
        column_title=say("To be written") if usual else None,
        called=usual,
    )  # fmt: skip
    above = _folders(corpus)
    return replace(matrix, columns=tuple(_below(one, above) for one in matrix.columns))


def _below(heading: Heading, above: Mapping[str, str]) -> Heading:
    folder = above.get(heading.key)
    return replace(heading, group=folder, depth=0) if folder else heading


def _folders(corpus: Corpus) -> dict[str, str]:
    """The name at the top of the codebook that each code stands below."""
    codes = corpus.codes
    tops: list[str] = []
    for row, parent in enumerate(codes.parent.tolist()):
        tops.append(codes.name[row] if parent < 0 else tops[parent])
    return {guid: tops[row] for row, guid in enumerate(codes.guid) if int(codes.parent[row]) >= 0}


# --- what a study offers ---


def concepts(corpus: Corpus, settings: Mapping[str, Any], name: str = "codes") -> Facet:
    """The codes that were chosen, or the most used of those below the top of the codebook, each with
    all below it, in the codebook's order."""
    chosen = settings[name]
    if not chosen:
        codes = corpus.codes
        alone = codes.last.astype(np.int64) == np.arange(len(codes.guid)) + 1
        level = (codes.depth == 1) | ((codes.depth == 0) & alone)
        chosen = _most_used(corpus, np.flatnonzero(level), settings.get("top", 12))
    return Facet("code", codes=tuple(int(code) for code in chosen))


def components(corpus: Corpus, settings: Mapping[str, Any], name: str = "codes") -> Facet:
    """The codes that were chosen, or those right below the most used code at the top."""
    chosen = settings[name]
    if not chosen:
        codes = corpus.codes
        folders = np.flatnonzero(
            (codes.depth == 0) & (codes.last.astype(np.int64) > np.arange(len(codes.guid)) + 1)
        )
        above = _most_used(corpus, folders, 1)
        chosen = [
            row for row, parent in enumerate(codes.parent.tolist()) if above and parent == above[0]
        ]
    return Facet("code", codes=tuple(int(code) for code in chosen))


def _most_used(corpus: Corpus, among: Ints, most: int) -> list[int]:
    codes = corpus.codes
    count = np.bincount(corpus.codings.code, minlength=len(codes.guid))
    upto = np.append(0, np.cumsum(count))
    used = upto[codes.last[among]] - upto[among]
    order = np.lexsort((among, -used))[:most]
    return sorted(among[order][used[order] > 0].tolist())


def role_of(corpus: Corpus, chosen: str, but: Facet | None = None) -> Facet:
    """What cases are grouped by: as chosen, else their first attribute that is a list (``but`` one
    that is taken), else any, else their kind."""
    if chosen not in ("", "study"):
        return Facet.read(chosen)
    taken = but.by if but else ""
    own = [one for one in corpus.attributes if one.of == "case" and one.name != taken]
    found = [one for one in own if one.type == "list"] or own
    return Facet("case", found[0].name if found else "kind")


def outcome_of(corpus: Corpus, chosen: str) -> str:
    """What cases are put in order by: as chosen, else their first rating, number or ordered list, the
    highest first; nothing where there is none."""
    if chosen:
        return chosen
    own = [one for one in corpus.attributes if one.of == "case"]
    for type_ in ("rating", "number", "list"):
        for one in own:
            if one.type == type_:
                return f"-case.{one.name}"
    return ""


def attribute_of(corpus: Corpus, order: str) -> AttributeColumn | None:
    """The attribute of cases that an order goes by."""
    of, _, name = order.removeprefix("-").partition(".")
    return corpus.attribute(name) if of == "case" and name else None


def ranked(corpus: Corpus, matrix: Matrix, order: str, *, columns: bool = False) -> Matrix:
    """The matrix saying by its headings which value each case has of what it is ordered by."""
    attribute = attribute_of(corpus, order)
    if attribute is None:
        return matrix
    value = dict(zip(corpus.cases.guid, attribute.value, strict=True))
    side = matrix.columns if columns else matrix.rows
    told = tuple(
        replace(
            one,
            label=say("{name} ({value})", name=one.label, value=value[one.key] or say("not known")),
        )
        if one.key in value
        else one
        for one in side
    )
    known = (*matrix.attributes, ("case", attribute.name))
    if columns:
        return replace(matrix, columns=told, attributes=known)
    return replace(matrix, rows=told, attributes=known)


# --- columns ---


def open_columns(
    usual: Mapping[str, Message], own: Sequence[str], *, evidence: bool = True
) -> tuple[Facet, Mapping[str, Message]]:
    """Columns to write in: those of one's own, or the ``usual`` ones (key -> what they are called);
    before them one that counts and quotes the evidence of the row. With what they are called."""
    lines = [f"{EVIDENCE} = code:*"] if evidence else []
    titles = {EVIDENCE: say("Evidence")}
    if own:
        return Facet("own", lines=(*lines, *own)), titles
    return Facet("own", lines=(*lines, *usual)), {**titles, **usual}


def only_columns(matrix: Matrix, keep: Iterable[int]) -> Matrix:
    """The matrix with these columns alone, in this order."""
    kept = list(keep)
    place = {old: new for new, old in enumerate(kept)}

    def moved(cells: Mapping[tuple[int, int], Any]) -> dict[tuple[int, int], Any]:
        return {(r, place[c]): value for (r, c), value in cells.items() if c in place}

    cells: dict[tuple[int, int], Cell] = moved(matrix.cells)
    texts: dict[tuple[int, int], CellText] = moved(matrix.texts)
    totals = matrix.column_totals
    return replace(
        matrix,
        columns=tuple(matrix.columns[c] for c in kept),
        cells=cells,
        texts=texts,
        said=moved(matrix.said),
        column_totals=tuple(totals[c] for c in kept) if totals else (),
        row_totals=(),
        measures={name: moved(values) for name, values in matrix.measures.items()},
    )


def who(
    corpus: Corpus,
    only: DisplayFilter,
    matrix: Matrix,
    rows: Sequence[Facet],
    column: Facet,
) -> Matrix:
    """The matrix with the names of the cases that are in each cell."""
    fine = assemble(
        corpus, only, kind=matrix.kind, rows=rows, columns=[column, Facet("case")],
        how=Assembly(reducer="codings", top=500),
    )  # fmt: skip
    row_at = {one.key: at for at, one in enumerate(matrix.rows)}
    column_at = {one.key: at for at, one in enumerate(matrix.columns)}
    found: dict[tuple[int, int], list[str | Message]] = {}
    for (row, place), cell in sorted(fine.cells.items()):
        heading = fine.columns[place]
        at, to = row_at.get(fine.rows[row].key), column_at.get(key_parts(heading.key)[0])
        if cell.value and at is not None and to is not None:
            found.setdefault((at, to), []).append(heading.label)
    names = {
        place: (_named(labels, int(matrix.at(*place).value or 0)),)
        for place, labels in found.items()
    }
    return replace(matrix, said={**matrix.said, **names})


def _named(labels: list[str | Message], every: int) -> Message:
    """The first names of so many cases, and how many more there are."""
    shown = labels[:_NAMED]
    if every <= len(shown):
        return say("{names}", names=shown)
    return say("{names}", names=[*shown, say("{n} others", n=every - len(shown))])
