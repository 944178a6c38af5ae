from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jejak.analysis.search import (
    compile_pattern,
    find_regex,
    find_whole_words,
    find_words,
    required_literal,
)
from jejak.analysis.text import word_key, word_spans
from jejak.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("Akun akunku AKUN, akun-", "akun", ["Akun", "AKUN", "akun"]),
        ("akun\n  palsu akunpalsu akun, palsu", "akun palsu", ["akun\n  palsu"]),
        ("#akun @akun_baru", "akun", ["akun"]),
        ("我不知道", "知道", ["知道"]),
        ("cafe\u0301 café cafe", "café", ["cafe\u0301", "café"]),
        ("cafe\u0301", "cafe", []),
        ("İstanbul istanbul", "istanbul", ["istanbul"]),
        ("ΟΔΟΣ οδος", "οδοσ", ["ΟΔΟΣ", "οδος"]),
        ("aaa", "a", []),
        ("x", " ", []),
        ("palsu!", "palsu!", ["palsu!"]),
    ],
)
def test_words_are_found_whole_in_any_spelling(text: str, phrase: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in find_words(text, phrase)] == found


def test_parts_of_words_and_their_case_may_matter() -> None:
    assert find_words("Akunku akun", "akun", whole=False) == [(0, 4), (7, 11)]
    assert find_words("Akunku akun", "akun", whole=False, case_sensitive=True) == [(7, 11)]
    assert find_words("aaa", "aa", whole=False) == [(0, 2), (1, 3)]


@given(st.text("aB _.é\n"), st.text("ab ", min_size=1).filter(str.strip))
def test_words_are_what_a_look_around_finds(text: str, phrase: str) -> None:
    parts = r"\s+".join(re.escape(part) for part in phrase.split())
    sought = re.compile(rf"(?<!\w)(?=({parts})(?!\w))", re.IGNORECASE)
    assert find_words(text, phrase) == [m.span(1) for m in sought.finditer(text)]


def test_regular_expressions_find_what_is_not_empty() -> None:
    text = "akun1\nakun22 x"
    assert find_regex(text, compile_pattern(r"^akun\d*")) == [(0, 5), (6, 12)]
    assert find_regex(text, compile_pattern(r"x*")) == [(13, 14)]
    assert find_regex(text, compile_pattern("AKUN1", case_sensitive=False)) == [(0, 5)]
    assert find_regex(text, compile_pattern("(?i)AKUN1")) == [(0, 5)]
    assert find_regex(text, compile_pattern("AKUN1")) == []


def test_a_broken_expression_is_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        compile_pattern("(")
    assert caught.value.code == "bad-regex"


@pytest.mark.parametrize(
    ("pattern", "literal"),
    [
        (r"\bakun palsu\b", "akun palsu"),
        ("akuns?", "akun"),
        ("ab*cde", "cde"),
        ("ab+c", "ab"),
        ("ab{2}cd", "cd"),
        ("ab{x}", "ab{x}"),
        ("ab{,}", "a"),
        ("ab|cd", ""),
        ("a(b|c)de", "de"),
        (r"[^]a]bc[)]", "bc"),
        (r"(?#()ab([)]x)", "ab"),
        (r"a\.b\x41cd", "a.b"),
        (r"\N{LATIN SMALL LETTER A}bc", "bc"),
        ("(?x) a b", ""),
        (r"\\d", "\\d"),
        (".", ""),
    ],
)
def test_the_literal_that_a_match_must_hold(pattern: str, literal: str) -> None:
    assert required_literal(pattern) == literal


pieces = st.sampled_from(
    ["a", "b", "ab", "c", ".", r"\.", r"\w", "[ab]", "[^a]", "(ab|c)", "(?:b)", "(?=a)", "^", r"\b"]
)
patterns = st.lists(
    st.tuples(pieces, st.sampled_from(["", "", "", "*", "+", "?", "{2}", "{0,1}", "+?"])),
    max_size=6,
).map(lambda parts: "".join(p if p in ("^", r"\b", "(?=a)") else p + q for p, q in parts))


@given(patterns, st.text("abc.", max_size=12))
def test_every_match_holds_the_literal(pattern: str, text: str) -> None:
    compiled = compile_pattern(pattern)
    matches = [match for match in compiled.finditer(text) if match[0]]
    assert all(required_literal(pattern) in match[0] for match in matches)
    assert find_regex(text, compiled) == [match.span() for match in matches]


@given(st.lists(st.sampled_from(["anak", "-anak ", "Anak ", "e\u0301", "É ", "漢字", "\n", ", ", "#a ", "😀", "ß"]),
                max_size=12).map("".join))  # fmt: skip
def test_whole_words_are_found_as_they_are_counted(text: str) -> None:
    spans = word_spans(text)
    keys = [word_key(text[start:end]) for start, end in spans]
    for key in set(keys):
        wanted = [span for span, other in zip(spans, keys, strict=True) if other == key]
        assert find_whole_words(text, key) == wanted
    for (first, second), pair in zip(pairwise(spans), pairwise(keys), strict=True):
        between = text[first[1] : second[0]]
        found = (first[0], second[1]) in find_whole_words(text, " ".join(pair))
        assert found == (not between.strip() and "\n" not in between)


def test_signs_alone_are_no_words() -> None:
    assert find_whole_words("a - b", "-") == []
