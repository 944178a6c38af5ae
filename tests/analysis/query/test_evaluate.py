from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.analysis.query.evaluate import evaluate
from jejak.analysis.query.hits import Hits
from jejak.analysis.query.lookups import Marked, Members
from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model.corpus import Corpus
from jejak.model.query import Query
from support.corpora import BlockRow, Row, corpora, corpus, spans
from support.examples import examples
from support.naive_query import Answers, Hit, Naive, segments
from support.queries import queries


def listed(hits: Hits) -> list[Hit]:
    columns = (hits.source, hits.start, hits.end, hits.coding)
    return list(zip(*(column.tolist() for column in columns), strict=True))


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    marked = draw(
        st.lists(st.tuples(st.integers(900, 903), spans), max_size=3, unique_by=lambda m: m[0])
    )
    found = Answers(
        words=draw(st.lists(spans, max_size=5)),
        memo_codings=draw(st.lists(st.integers(100, 112), max_size=3)),
        marked=marked,
    )
    found.sets = {
        "sources": Members("source", draw(st.sampled_from((("s0",), ("s1", "s2"))))),
        "cases": Members("case", draw(st.sampled_from(((), ("k1",))))),
        "codes": Members("code", draw(st.sampled_from((("c0",), ("c4", "c1"))))),
        "Round 1": Members("segment", marked=Marked(np.array([], np.int64), *segments(marked))),
    }
    return found


@settings(max_examples=examples(400), deadline=None)
@given(queries, corpora, answers())
def test_it_finds_what_a_naive_reading_finds(query: Query, study: Corpus, said: Answers) -> None:
    # segments of codings come first among the keys, so that marks meet coded segments too
    said.marked = [(key - 900 if key < 902 else key, span) for key, span in said.marked]
    said.sets["Round 1"] = Members(
        "segment", marked=Marked(np.array([], np.int64), *segments(said.marked))
    )
    assert listed(evaluate(query, study, said)) == Naive(study, said)(query)


STUDY = corpus(
    [
        Row(0, 0, 4, code=0, coder=0, case=0, weight=60),
        Row(0, 2, 6, code=3, coder=1, case=0),
        Row(0, 8, 10, code=2, coder=1, case=1),
        Row(1, 0, 4, code=3, coder=0, day=18_390),
    ],
    [BlockRow(0, 0, 7, speaker=0, case=0), BlockRow(0, 8, 12, speaker=1)],
)


def found(query: str, said: Answers | None = None) -> list[int]:
    return [hit[3] for hit in listed(evaluate(query, STUDY, said or Answers()))]


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("code:Akses", [0, 2]),
        ("code:=Akses", [0]),
        ("code:akses and coder:g", [2]),
        ("code:Akses and code:Anonim", [0]),
        ("code:Akses and not code:Anonim", [2]),
        ("not code:Anonim", [2]),
        ("not not code:Anonim", [0, 1, 3]),
        ("code:Anonim or coder:Galih", [1, 2, 3]),
        ("code:Akses near(2) code:Anonim", [0, 2]),
        ("code:Akses follows(1) code:Anonim", []),
        ("code:Akses follows(2) code:Anonim", [2]),
        ("code:Anonim precedes(2) code:Akses", [1]),
        ("code:Akses near(1 block) code:Anonim", [0, 2]),
        ("code:Akses near(0 blocks) code:Anonim", [0]),
        ("weight > 50", [0]),
        ("not weight > 50", [1, 2, 3]),
        ("created >= 2020-05-01 and created < 2020-06", [3]),
        ('case = "sari"', [0, 1]),
        ("case.role != seller", [0, 1]),
        ("block.speaker = Penanya", [2]),
        ("coder:R and coder:G", []),
    ],
)
def test_each_rule(query: str, rows: list[int]) -> None:
    assert found(query) == rows


def test_words_that_nobody_coded_have_a_case_but_no_coder() -> None:
    said = Answers(words=[(0, 3, 5), (0, 10, 12), (2, 1, 2)])
    assert len(found('text:"x" and case = Sari', said)) == 1
    assert found('text:"x" and coder:R', said) == []
    assert len(found('text:"x" and not coder:R', said)) == 3
    assert listed(evaluate('text:"x" and not code:*', STUDY, said)) == [
        (0, 10, 12, -1),
        (2, 1, 2, -1),
    ]


def test_a_set_filled_by_a_query() -> None:
    said = Answers(
        sets={
            "hits": Members("segment", query="code:Akses and coder:R"),
            "their sources": Members("source", query='in set:"hits"'),
            "their cases": Members("case", query="code:Murah"),
            "their codes": Members("code", query="coder:R"),
            "filter": Members("segment", query="coder:G"),
        }
    )
    with pytest.raises(Conflict, match="Murah"):
        found('in set:"their cases"', said)
    said.sets["their cases"] = Members("case", query="code:Akses/Biaya")
    assert found("in set:hits", said) == [0]
    assert found('in set:"their sources"', said) == [0, 1, 2]
    assert found('code:* and not in set:"their sources"', said) == [3]
    assert found('in set:"their cases"', said) == [2]
    assert found('in set:"their codes" and coder:G', said) == [1]
    assert found("code:Anonim and in set:filter", said) == [1]


def test_a_set_that_leads_back_to_itself() -> None:
    said = Answers(
        sets={
            "a": Members("segment", query="code:Akses or in set:b"),
            "b": Members("segment", query="in set:A"),
            "A": Members("segment", query="in set:b"),
        }
    )
    with pytest.raises(InvalidInput) as caught:
        found("in set:a", said)
    assert caught.value.code == "set-in-itself"


@pytest.mark.parametrize(
    ("query", "code", "near"),
    [
        ("code:Anonin", "unknown-code", "Anonim"),
        ("coder:Rini", "unknown-coder", "Rina"),
        ("case.rolle = x", "unknown-attribute", "role"),
        ("source.knd = x", "unknown-attribute", "kind"),
        ("block.speakr = x", "unknown-attribute", "speaker"),
        ("case = Sary", "unknown-case", "Sari"),
        ("source in (W-01, W-03)", "unknown-source", "W-02"),
        ("origin = rules", "unknown-origin", "rule"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(query: str, code: str, near: str) -> None:
    with pytest.raises(NotFound) as caught:
        found(query)
    assert caught.value.code == code
    assert f"“{near}”" in caught.value.hint


def test_an_ambiguous_code_lists_its_paths() -> None:
    with pytest.raises(Conflict) as caught:
        found("code:murah")
    assert caught.value.code == "ambiguous-code"
    assert "“Akses/Biaya/Murah”" in caught.value.hint
    assert "“Anonim/Murah”" in caught.value.hint


def test_an_empty_study() -> None:
    for query in ("code:*", "not code:Akses", "coder:R", "block.time > 2020", "text:x", "memo:*"):
        assert len(evaluate(query, corpus(), Answers())) == 0
    assert len(evaluate("text:x or code:*", corpus(), Answers(words=[(0, 1, 2)]))) == 1
    assert len(evaluate("text:x and not coder:R", corpus(), Answers(words=[(0, 1, 2)]))) == 1
