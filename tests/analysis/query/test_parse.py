from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.query.parse import DEEPEST, LONGEST, parse
from jejak.errors import InvalidInput
from jejak.model.query import (
    And,
    CodeIs,
    CoderIs,
    Compare,
    FindingIs,
    InSet,
    MemoIs,
    Not,
    Or,
    Query,
    Related,
    TextIs,
)
from support.queries import queries

A, B, C = CodeIs("A"), CodeIs("B"), CodeIs("C")
words = st.text(min_size=1).filter(str.strip)


@given(queries)
def test_the_canonical_text_parses_back(query: Query) -> None:
    assert parse(str(query)) == query


@given(words, st.booleans(), words)
def test_any_name_survives(name: str, below: bool, value: str) -> None:
    query = Or(
        (
            CodeIs(name, below), TextIs(name), TextIs(name, "stem"), MemoIs(name), FindingIs(name),
            InSet(name), CoderIs(name), Compare("case", name, "in", (value, "", name)),
        )
    )  # fmt: skip
    assert parse(str(query)) == query


@given(st.from_regex(r"([a-z/]|\\/|\\\\|\\d|\[/\]){1,8}", fullmatch=True))
def test_any_regular_expression_survives(pattern: str) -> None:
    query = TextIs(pattern, "regex")
    assert parse(str(query)) == query


WORDS = ("code:A", "text:/", '"', "(", ")", "and", "or", "not", "case", ".role", "=", "in", ",")
jumbles = st.lists(st.sampled_from((*WORDS, "near", "2", "x", "*"))).map(" ".join)


def read(text: str) -> Query | InvalidInput:
    try:
        return parse(text)
    except InvalidInput as error:
        return error


@given(st.text() | jumbles)
def test_any_text_is_a_query_or_says_where_it_is_none(text: str) -> None:
    found = read(text)
    if isinstance(found, Query):
        assert parse(str(found)) == found
    else:
        assert (found.code, "^" in found.message) == ("query-syntax", True)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("code:Anonymity", CodeIs("Anonymity")),
        ("CODE: =Anonymity", CodeIs("Anonymity", below=False)),
        ("code:*", CodeIs(None)),
        ("code:Akses/Biaya-murah", CodeIs("Akses/Biaya-murah")),
        ('code:"Biaya \\"murah\\" \\\\"', CodeIs('Biaya "murah" \\')),
        ("code:android", CodeIs("android")),
        ("code:and", CodeIs("and")),
        ("code:A and code:B or code:C", Or((And((A, B)), C))),
        ("code:A or code:B and code:C", Or((A, And((B, C))))),
        ("code:A and not code:B", And((A, Not(B)))),
        ("not code:A overlaps code:B", Not(Related(A, "overlaps", B))),
        ("(code:A and code:B) within code:C", Related(And((A, B)), "within", C)),
        (
            "code:A overlaps code:B near(2 blocks) code:C",
            Related(Related(A, "overlaps", B), "near", C, 2, "blocks"),
        ),
        ("code:A near(1 block) code:B", Related(A, "near", B, 1, "blocks")),
        ("code:A follows ( 200 ) code:B", Related(A, "follows", B, 200)),
        ("text:“akun palsu”", TextIs("akun palsu")),
        ("text:akun", TextIs("akun")),
        (r"text:/ak\/un\s+\d/", TextIs(r"ak/un\s+\d", "regex")),
        ("stem:anonim", TextIs("anonim", "stem")),
        ("memo:*", MemoIs()),
        ('memo:"words"', MemoIs("words")),
        ("finding:F3", FindingIs("F3")),
        ('in set:"Round 1"', InSet("Round 1")),
        ("In  Set : x", InSet("x")),
        ("coder:G", CoderIs("G")),
        ("created >= 2020-05-01", Compare("created", "", ">=", ("2020-05-01",))),
        ("weight>50", Compare("weight", "", ">", ("50",))),
        ("weight > -1.5", Compare("weight", "", ">", ("-1.5",))),
        ('case = "S"', Compare("case", "", "=", ("S",))),
        ('case.role="consumer"', Compare("case", "role", "=", ("consumer",))),
        ('case."tahun lahir" != 1990', Compare("case", "tahun lahir", "!=", ("1990",))),
        ("source.kind in (a, b)", Compare("source", "kind", "in", ("a", "b"))),
        ('source.name contains "0"', Compare("source", "name", "contains", ("0",))),
        ("block.speaker = S", Compare("block", "speaker", "=", ("S",))),
        ("origin = rule", Compare("origin", "", "=", ("rule",))),
        ("start<200", Compare("start", "", "<", ("200",))),
        ("END > 150", Compare("end", "", ">", ("150",))),
        ("code:end", CodeIs("end")),
        (
            "case.role = x contains code:A",
            Related(Compare("case", "role", "=", ("x",)), "contains", A),
        ),
    ],
)
def test_the_language(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("", 0, "expected a condition such as code:NAME"),
        ("code:A an code:B", 7, "expected “and”, “or”, a relation"),
        ("code:A and", 10, "expected a condition"),
        ("code:A and and code:B", 11, "expected a condition"),
        ("code:", 5, "expected * or a word, or words in quotes"),
        ("(code:A", 7, "expected a closing parenthesis"),
        ("code:A)", 6, "this parenthesis closes none that was opened"),
        ("case.role", 9, "expected an operator"),
        ("weight >", 8, "expected a word, or words in quotes"),
        ("case.role in x", 13, "expected an opening parenthesis"),
        ("case.role in (a b)", 16, "expected a closing parenthesis or a comma"),
        ('text:"akun', 5, 'the quote opened here is never closed with "'),
        ("text:“akun", 5, "the quote opened here is never closed with ”"),
        ('"akun" and code:A', 0, "expected a condition such as code:NAME"),
        ("text:/akun", 5, "the regular expression opened here is never closed"),
        ("text:/a(/ and code:A", 5, "the regular expression /a(/ is not valid"),
        ("code:A near(x) code:B", 12, "expected a whole number"),
        ("code:A near(2 steps) code:B", 14, "expected"),
        ('code:"" and code:A', 5, "the name of a code in a query cannot be empty"),
        ("block = 3", 6, "expected a dot and the name of an attribute"),
    ],
)
def test_an_error_points_at_the_character(text: str, at: int, said: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse(text)
    assert caught.value.code == "query-syntax"
    _, shown, caret, sentence = caught.value.message.split("\n")
    assert shown == f"  {text}"
    assert caret == f"  {' ' * at}^"
    assert said in sentence


def test_the_caret_stands_under_wide_letters_and_in_the_right_line() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse("code:汉字\nor code:e\u0301 xor\nand code:B")
    _, shown, caret, _ = caught.value.message.split("\n")
    assert shown == "  or code:e\u0301 xor"
    assert caret == "            ^"
    with pytest.raises(InvalidInput) as caught:
        parse("code:汉字 xor")
    assert caught.value.message.split("\n")[2] == f"  {' ' * 10}^"


def test_a_long_query_is_shown_around_the_place() -> None:
    long = " or ".join(["code:A"] * 40)
    with pytest.raises(InvalidInput) as caught:
        parse(f"{long} xor {long}")
    _, shown, caret, _ = caught.value.message.split("\n")
    assert shown[caret.index("^") :].startswith("xor")
    assert len(shown) < 140


def test_a_bare_word_is_told_what_to_write() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse("Anonymity")
    assert "code:Anonymity" in caught.value.hint
    with pytest.raises(InvalidInput) as caught:
        parse("code:A and or code:B")
    assert caught.value.hint == ""


def test_long_and_deep_queries_are_refused_without_a_crash() -> None:
    many = " or ".join(f"code:c{n}" for n in range(3000))
    assert parse(many) == Or(tuple(CodeIs(f"c{n}") for n in range(3000)))
    for deep in ("not " * 5000 + "code:A", "code:A overlaps " * 5000 + "code:A"):
        with pytest.raises(InvalidInput) as caught:
            parse(deep)
        assert caught.value.code == "query-too-deep"
    assert parse("(" * 5000 + "code:A" + ")" * 5000) == A
    with pytest.raises(InvalidInput) as caught:
        parse("x" * (LONGEST + 1))
    assert caught.value.code == "query-too-long"
    assert str(parse("not " * (DEEPEST - 1) + "code:A")).count("not") == DEEPEST - 1
