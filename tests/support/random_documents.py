"""Documents made at random, of every kind of block, and the words that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import strategies as st

from jejak.documents.document import (
    Abstract,
    Bibliography,
    Bullets,
    Citation,
    Column,
    Document,
    Facts,
    Figure,
    Fold,
    Front,
    Mark,
    Note,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Section,
    Table,
    Turn,
    Work,
)

__all__ = ["documents", "words_of"]

# Words of letters and of signs that are orders to one program or another.
_WORD = st.from_regex(r"[A-Za-z]{3,9}[0-9]{2}", fullmatch=True)
_SIGN = st.sampled_from(
    ["#", "$", "*", "_", "\\", "@a", "{", "}", "[", "]", "%", "&", "<b>", "~", "^", "`", "//", "--", "=", "1.", "|"]
)  # fmt: skip
_TEXT = st.lists(_WORD | _SIGN | _WORD, min_size=1, max_size=5).map(" ".join)
_LINK = st.sampled_from([None, "s0", "q0", "nowhere"])
_RUN = st.builds(Run, _TEXT, st.booleans(), st.booleans(), st.booleans(), _LINK)
_MARK = st.builds(Mark, _TEXT, st.sampled_from(["good", "fair", "poor", "none"]))
_PLAIN = st.lists(_RUN, min_size=1, max_size=2).map(tuple)
_INLINE = st.lists(
    _RUN | _MARK | st.builds(Note, _PLAIN) | st.builds(Citation, _TEXT, link=_LINK), max_size=3
).map(tuple)
_SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='9' height='9'/></svg>"
_ANCHOR = st.sampled_from(["", "q0", "q1"])


def _tables() -> st.SearchStrategy[Table]:
    return st.integers(1, 4).flatmap(
        lambda n: st.builds(
            Table,
            st.lists(st.builds(Column, _TEXT, st.booleans()), min_size=n, max_size=n).map(tuple),
            st.lists(
                st.lists(_PLAIN | st.just(()), min_size=n, max_size=n).map(tuple), max_size=4
            ).map(tuple),
            _TEXT | st.just(""),
            closing=st.booleans(),
        )
    )


def documents(png: bytes) -> st.SearchStrategy[Document]:
    """Any document, its pictures being that one."""
    quotes = st.builds(
        Quote, _TEXT, _TEXT, lead=_TEXT | st.just(""), tail=_TEXT | st.just(""),
        speaker=_TEXT | st.just(""),
        previous=st.lists(st.builds(Turn, _TEXT, _TEXT), max_size=1).map(tuple),
        details=st.lists(st.tuples(_TEXT, _PLAIN), max_size=2).map(tuple), anchor=_ANCHOR,
        translation=_TEXT | st.just(""), language=st.sampled_from(["", "id", "ar-EG", "x"]),
    )  # fmt: skip
    simple = st.one_of(
        st.builds(Paragraph, _INLINE, st.sampled_from(["plain", "note"])),
        st.builds(Notice, _TEXT, _PLAIN),
        st.builds(Bullets, st.lists(_INLINE, max_size=3).map(tuple), st.booleans()),
        st.builds(Facts, st.lists(st.tuples(_TEXT, _PLAIN), max_size=3).map(tuple)),
        _tables(),
        st.builds(Figure, _TEXT, _TEXT, st.just(lambda: _SVG), st.just(lambda: png)),
        quotes,
        st.builds(Bibliography, st.lists(st.builds(Work, _PLAIN, _TEXT | st.just("")), max_size=2).map(tuple)),
        st.just(PageBreak()),
    )  # fmt: skip

    def grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        blocks = st.lists(inner, max_size=3).map(tuple)
        return st.one_of(
            st.builds(Fold, _TEXT, blocks),
            st.builds(
                Section, st.sampled_from(["s0", "s1", "s2"]), _TEXT, blocks, _TEXT | st.just(""),
                st.booleans(), st.booleans(),
            ),
        )  # fmt: skip

    blocks = st.recursive(simple, grown, max_leaves=6)
    sections = st.lists(
        st.builds(Section, st.sampled_from(["s0", "s1"]), _TEXT, st.lists(blocks, max_size=3).map(tuple)),
        max_size=3,
    ).map(tuple)  # fmt: skip
    abstracts = st.lists(
        st.builds(Abstract, _TEXT, st.sampled_from(["id", "en"]),
                  st.lists(simple, max_size=1).map(tuple), st.lists(_TEXT, max_size=2).map(tuple), _TEXT),
        max_size=1,
    ).map(tuple)  # fmt: skip
    fronts = st.none() | st.builds(
        Front, st.lists(_TEXT, max_size=2).map(tuple), _TEXT, st.lists(_TEXT, max_size=2).map(tuple), _TEXT
    )  # fmt: skip
    return st.builds(
        Document, st.sampled_from(["id", "en"]), _TEXT, _TEXT, abstracts, sections, st.just("Contents"),
        _TEXT, front=fronts, numbered=st.booleans(), tables=st.just("Tables"), figures=st.just("Figures"),
    )  # fmt: skip


_NAMES = {"anchor", "link", "language", "style", "tone", "translated", "contents", "alt"}
_FOUND = re.compile(r"[A-Za-z]{3,9}[0-9]{2}")


def words_of(part: Any) -> Iterator[str]:
    """Every word of letters and figures that a reader must find."""
    if isinstance(part, str):
        yield from _FOUND.findall(part)
    elif isinstance(part, tuple | list):
        for one in part:
            yield from words_of(one)
    elif is_dataclass(part) and not isinstance(part, type):
        silent = _silent(part)
        for one in fields(part):
            if one.name not in _NAMES | silent:
                yield from words_of(getattr(part, one.name))


def _silent(part: Any) -> set[str]:
    """What is said only beside something else, which this lacks."""
    if isinstance(part, Abstract) and not part.keywords:
        return {"keyword"}
    alone = isinstance(part, Quote) and not (
        part.lead or part.tail or part.previous or part.following
    )
    return {"speaker"} if alone else set()
