"""Random queries about the small studies of :mod:`support.corpora`."""

from __future__ import annotations

from hypothesis import strategies as st

from jejak.model.query import (
    And,
    CodeIs,
    CoderIs,
    Compare,
    EventIs,
    FindingIs,
    InSet,
    MemoIs,
    Not,
    Or,
    Query,
    RatingIs,
    Related,
    TextIs,
)

ALIKE = ("=", "!=", "in", "contains", "<", "<=", ">", ">=")
ORDERED = ("=", "!=", "in", "<", "<=", ">", ">=")
DATES = ("2020", "2020-05", "2020-05-02", "2021-01-03", "1970-01-01")


def compared(
    subject: str, name: str, operators: tuple[str, ...], values: tuple[str, ...]
) -> st.SearchStrategy[Query]:
    def build(operator: str, chosen: list[str]) -> Query:
        return Compare(subject, name, operator, tuple(chosen if operator == "in" else chosen[:1]))

    chosen = st.lists(st.sampled_from(values), min_size=1, max_size=2)
    return st.builds(build, st.sampled_from(operators), chosen)


comparisons = st.one_of(
    compared("case", "", ("=", "!=", "in"), ("Sari", "BUDI")),
    compared("case", "", ("contains", "<", ">="), ("a", "ud", "c")),
    compared("case", "role", ALIKE, ("consumer", "seller")),
    compared("case", "kind", ALIKE, ("person", "group")),
    compared("case", "age", ORDERED, ("31", "31.5", "40.5")),
    compared("case", "joined", ORDERED, DATES),
    compared("case", "Tahu Aturan", ("=", "!=", "in"), ("ya", "tidak", "true")),
    compared("source", "", ("=", "!=", "in"), ("w-01", "Catatan")),
    compared("source", "kind", ALIKE, ("interview", "observation")),
    compared("source", "language", ALIKE, ("id", "en", "")),
    compared("source", "collected", ORDERED, DATES),
    compared("source", "hour", ORDERED, ("14:30", "09:05:10", "09:05")),
    compared("block", "speaker", ALIKE, ("Sari", "penanya", "a")),
    compared("block", "kind", ALIKE, ("paragraph", "turn")),
    compared("block", "time", ORDERED, DATES),
    compared("created", "", ORDERED, DATES),
    compared("weight", "", ORDERED, ("50", "51", "0")),
    compared("origin", "", ORDERED, ("hand", "in vivo", "rule")),
    compared("start", "", ORDERED, ("0", "7", "20")),
    compared("end", "", ORDERED, ("0", "7", "20")),
)

codes = st.one_of(
    st.just(CodeIs(None)),
    st.builds(
        CodeIs,
        st.sampled_from(("Akses", "biaya", "Akses/Biaya", "anonim/murah", "BIAYA LAIN")),
        st.booleans(),
    ),
)

leaves: st.SearchStrategy[Query] = st.one_of(
    codes,
    codes,
    st.sampled_from(
        (TextIs("x"), TextIs("a|/b", "regex"), TextIs("buat", "stem"), TextIs("anak", "word"))
    ),
    st.sampled_from(
        (MemoIs(), MemoIs("murah sekali"), FindingIs("F1"), EventIs("a b"), RatingIs("Risk"))
    ),
    st.builds(InSet, st.sampled_from(("sources", "cases", "codes", "Round 1"))),
    st.builds(CoderIs, st.sampled_from(("Rina", "g", "GALIH"))),
    comparisons,
)


def related(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    plain = st.sampled_from(("overlaps", "within", "contains", "equals"))
    far = st.sampled_from(("follows", "precedes", "near"))
    return st.one_of(
        st.builds(Related, parts, plain, parts),
        st.builds(Related, parts, far, parts, st.integers(0, 6)),
        st.builds(
            Related,
            parts,
            st.just("near"),
            parts,
            st.integers(0, 3),
            st.sampled_from(("words", "blocks")),
        ),
        st.builds(
            Related,
            parts,
            st.sampled_from(("follows", "precedes")),
            parts,
            st.integers(0, 3),
            st.just("words"),
        ),
    )


def combined(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(And, several), st.builds(Or, several), st.builds(Not, parts), related(parts)
    )


queries = st.recursive(leaves, combined, max_leaves=6)
