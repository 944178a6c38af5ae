"""A position in a web page as Taguette counts has its place in the text: no word is lost or doubled."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.formats.peers.pages import Page

WORDS = st.text(st.sampled_from("ab é漢😀\u00a0 \n\t"), max_size=8)
TAGS = st.sampled_from(["p", "b", "li", "ul", "h2", "td", "tr", "table", "pre", "blockquote", "i"])
HTML = st.recursive(
    WORDS,
    lambda inner: (
        st.builds(
            lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner, max_size=4)
        )
        | st.just("<br>")
    ),
    max_leaves=12,
)


def solid(text: str) -> str:
    return "".join(text.split(" ")).replace("\n", "").replace("\t", "")


@given(HTML, st.integers(0, 60), st.integers(0, 60))
def test_every_stretch_holds_the_same_characters(html: str, start: int, length: int) -> None:
    page = Page(html)
    counted = page.counted
    start = min(start, len(counted))
    end = min(start + length, len(counted))
    span = (len(counted[:start].encode()), len(counted[:end].encode()))
    here = page.spans([span])[span]
    assert solid(page.text[slice(*here)]) == solid(counted[start:end])
    assert solid(page.text) == solid(counted)


@given(HTML)
def test_blocks_tile_the_words_in_order(html: str) -> None:
    page = Page(html)
    at = 0
    for block in page.blocks:
        assert at <= block.start < block.end <= len(page.text)
        assert not page.text[at : block.start].strip("\n")
        at = block.end
    assert at == len(page.text)


def test_it_reads_as_a_browser_shows_it() -> None:
    page = Page(
        "<h2>Harga</h2>\n<p>beras\n   <b>dan</b> gula<br> naik </p><table><tr><td>a</td> <td>b</td></tr></table>"
        "<pre>\n  x\n y</pre>akhir"
    )
    assert page.text == "Harga\nberas dan gula\nnaik\na\nb\n  x\n y\nakhir"
    assert [block.kind for block in page.blocks][:2] == ["heading", "paragraph"]


def test_a_byte_within_a_character_counts_as_its_end() -> None:
    page = Page("<p>é漢a</p>")
    spans = page.spans([(1, 5), (0, 6), (5, 99), (-3, 2)])
    assert [page.text[slice(*spans[span])] for span in spans] == ["漢", "é漢a", "a", "é"]


def test_no_carriage_return_is_left() -> None:
    assert Page("<pre>a&#13;b</pre><p>c&#13;d</p>").text == "a\nb\nc d"
