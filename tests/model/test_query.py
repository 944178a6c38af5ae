from __future__ import annotations

import pytest

from jejak.errors import InvalidInput
from jejak.model.query import (
    And,
    CodeIs,
    Compare,
    Not,
    Or,
    Query,
    Related,
    TextIs,
    code,
    coder,
    compare,
    finding,
    in_set,
    memo,
    stem,
    text,
)


def test_queries_are_put_together_like_sentences() -> None:
    query = code("Anonymity").overlaps(code("Price")) & ~coder("Rina S") | memo()
    assert str(query) == 'code:Anonymity overlaps code:Price and not coder:"Rina S" or memo:*'
    assert str(code("A") & (code("B") | code("C"))) == "code:A and (code:B or code:C)"
    assert str(code("A") & (code("B") & code("C"))) == "code:A and (code:B and code:C)"
    assert str(~(code("A") | code())) == "not (code:A or code:*)"
    assert str(~code("A").within(text("x"))) == 'not code:A within text:"x"'
    assert str((~code("A")).within(text("x"))) == '(not code:A) within text:"x"'


def test_each_relation_has_its_method() -> None:
    a, b = code("A"), code("B", below=False)
    assert [
        str(query)
        for query in (
            a.overlaps(b), a.within(b), a.contains(b), a.equals(b), a.follows(b, 1),
            a.precedes(b, 2), a.near(b, 3), a.near(b, 1, "blocks"),
        )
    ] == [
        f"code:A {relation} code:=B"
        for relation in (
            "overlaps", "within", "contains", "equals", "follows(1)", "precedes(2)", "near(3)",
            "near(1 blocks)",
        )
    ]  # fmt: skip


def test_each_condition_has_its_word() -> None:
    assert str(stem("anonim")) == "stem:anonim"
    assert str(finding("F3")) == "finding:F3"
    assert str(in_set("Round 1")) == 'in set:"Round 1"'
    assert str(memo('said "no"')) == r'memo:"said \"no\""'
    assert str(text("a/b", regex=True)) == r"text:/a\/b/"
    assert str(compare("case.role", "in", "a b", "in")) == 'case.role in ("a b", "in")'
    assert str(compare("weight", ">", 50)) == "weight > 50"
    assert str(compare("case.tahun lahir", "=", 1990)) == 'case."tahun lahir" = 1990'


def test_terms_that_say_the_same_are_the_same() -> None:
    a, b, c = code("A"), code("B"), code("C")
    assert (a | b) | c == a | (b | c) == Or((a, b, c))
    assert (a & b) & c == And((a, b, c))
    assert a & (b & c) != And((a, b, c))
    assert TextIs(r"a\/b", "regex") == TextIs("a/b", "regex")
    assert CodeIs(None, below=False) == CodeIs(None)


def test_a_slash_after_a_backslash_that_is_itself_escaped_is_kept() -> None:
    assert str(TextIs(r"a\\/b", "regex")) == r"text:/a\\\/b/"


def nothing(*parts: object) -> Query:
    return parts[0](*parts[1:])  # type: ignore[operator,no-any-return]


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ((CodeIs, " "), "query-empty"),
        ((TextIs, ""), "query-empty"),
        ((TextIs, "a(", "regex"), "bad-regex"),
        ((TextIs, "a\\", "regex"), "bad-regex"),
        ((Compare, "person", "x", "=", ("1",)), "unknown-field"),
        ((Compare, "weight", "x", "=", ("1",)), "unknown-field"),
        ((Compare, "block", "", "=", ("1",)), "unknown-field"),
        ((Compare, "case", "x", "~", ("1",)), "unknown-operator"),
        ((Compare, "case", "x", "=", ("1", "2")), "query-values"),
        ((Compare, "case", "x", "in", ()), "query-values"),
        ((And, (CodeIs(None),)), "query-terms"),
        ((Or, ()), "query-terms"),
        ((Related, CodeIs(None), "beside", CodeIs(None)), "unknown-relation"),
        ((Related, CodeIs(None), "near", CodeIs(None)), "query-distance"),
        ((Related, CodeIs(None), "within", CodeIs(None), 3), "query-distance"),
        ((Related, CodeIs(None), "follows", CodeIs(None), 3, "blocks"), "query-distance"),
        ((Related, CodeIs(None), "near", CodeIs(None), -1), "negative-distance"),
    ],
)
def test_what_makes_no_sense_is_refused_when_it_is_made(parts: tuple[object], error: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        nothing(*parts)
    assert caught.value.code == error


def test_queries_may_be_kept_in_sets() -> None:
    assert len({code("A"), code("A"), Not(code("A"))}) == 2
