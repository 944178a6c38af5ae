from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from jejak.displays.files import shape_bytes
from jejak.displays.files.html_page import html_table
from jejak.model.corpus import NamedColumns
from jejak.testing import example_corpus
from support.corpora import Row, corpus
from support.displays import computed


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.addresses += [value for name, value in attrs if name in ("src", "href")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_a_page_stands_alone() -> None:
    page = shape_bytes(computed(example_corpus(30), "code-frequencies"), ".html", "id").decode()
    tags = Tags(page)
    assert (tags.open, tags.addresses) == ([], [])
    assert '<html lang="id">' in page
    assert "Isi sel: jumlah pengodean." in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_names_are_text_and_never_tags() -> None:
    study = example_corpus(30)
    codes = replace(study.codes, name=("<b>", "One", "Two", "Three"))
    table = html_table(computed(replace(study, codes=codes), "code-frequencies"), "en")
    assert "&lt;b&gt;" in table
    assert "<b>" not in table


def test_states_are_words_where_there_is_room_and_signs_with_words_where_not() -> None:
    few = html_table(computed(example_corpus(30), "code-cooccurrence"), "en")
    assert '<td class="state">not applicable</td>' in few
    names = tuple(f"K{n}" for n in range(14))
    cases = NamedColumns(names, names, {"kind": ("person",) * 14})
    many = computed(replace(example_corpus(30), cases=cases), "code-frequencies")
    assert 'aria-label="no data">×</abbr>' in html_table(many, "en")
    assert "× no data" in shape_bytes(many, ".html", "en").decode()


def test_shades_follow_the_numbers_both_ways() -> None:
    matrix = computed(example_corpus(30), "code-cooccurrence", unit="segment", measure="phi")
    assert 'class="m' in html_table(matrix, "en")
    study = corpus([Row(0, 0, 4, code=1), Row(1, 0, 4, code=3)])
    assert 'class="h0"' in html_table(computed(study, "code-frequencies", by="source"), "en")


def test_a_note_on_a_cell_is_told_below() -> None:
    study = corpus([Row(0, 0, 1, code=1), *(Row(0, n, n + 1, code=3) for n in range(6))])
    page = shape_bytes(computed(study, "code-cooccurrence"), ".html", "en").decode()
    assert '<sup aria-hidden="true">*</sup>' in page
    assert "* One code is used more than five times as often" in page
