from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from jejak.store.engine import connect, initialise
from jejak.store.originals import keep_original, load_original
from jejak.store.search import index_texts, with_letters, with_words
from jejak.store.texts import keep_text, load_text, passages, slice_text, text_key

LONG = st.lists(
    st.sampled_from(["kata ", "😀", "漢字", "\n", "e\u0301 ", "سلام ", "x" * 700]), max_size=60
).map("".join)


def memory() -> Engine:
    engine = connect(None, create=False)
    with engine.begin() as conn:
        initialise(conn)
    return engine


@given(LONG, st.integers(0, 9000), st.integers(0, 9000))
def test_a_slice_is_the_slice_of_the_text(text: str, start: int, end: int) -> None:
    assert "".join(body for _, body in passages(text)) == text
    with memory().begin() as conn:
        digest = keep_text(conn, text)
        assert keep_text(conn, text) == digest
        assert load_text(conn, digest) == text
        assert slice_text(conn, digest, start, end) == text[start:end]


def test_words_are_found_over_the_seam_of_passages() -> None:
    text = "kata " * 999 + "akun\npalsu " + "kata " * 999 + "漢字 di sini"
    with memory().begin() as conn:
        key = text_key(conn, keep_text(conn, text))
        assert key
        index_texts(conn, [key])
        assert len(list(with_words(conn, "akun palsu"))) >= 1
        assert len(list(with_words(conn, "字"))) == 1
        assert len(list(with_letters(conn, "palsu"))) >= 1
        assert not list(with_words(conn, "tiada"))


def test_originals_are_kept_once_and_read_by_range() -> None:
    content = bytes(range(256)) * 9000
    with memory().begin() as conn:
        digest = keep_original(conn, content)
        assert keep_original(conn, content) == digest
        assert load_original(conn, digest) == content
        assert load_original(conn, digest, 1_048_570, 1_048_590) == content[1_048_570:1_048_590]


def test_a_text_without_words_is_indexed_too() -> None:
    with memory().begin() as conn:
        key = text_key(conn, keep_text(conn, ""))
        assert key
        index_texts(conn, [key])
        assert load_text(conn, keep_text(conn, "")) == ""
