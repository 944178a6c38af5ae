"""Every number of a report is counted once more from the rows of the study, by a reading of the report: one
that nobody explains fails, and so does one that is another than what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from jejak.report import PARTS
from jejak.study import Study
from support.report_numbers.account import Account
from support.report_numbers.figures import of_part, of_texts, paragraphs, texts_of
from support.report_numbers.page import Grid, Line, Part, parts_of
from support.report_numbers.rich import rich_study

# A number, not a part of a name.
ALONE = re.compile(r"(?<![\w-])\d[\d,]*(?![\w-])")
PICTURES = ("scale", "drawn")
# Every so many numbers is tried.
STEP = 5


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    with rich_study(tmp_path_factory.mktemp("numbers")) as made:
        yield made


@pytest.fixture(scope="module")
def told(study: Study) -> str:
    """The report with every part there is."""
    return study.reports.html("en", PARTS.names())


def test_every_number_is_explained_by_the_study(study: Study, told: str) -> None:
    assert list(Account(study).rest(told)) == []


def test_a_number_that_is_another_is_noticed(study: Study, told: str) -> None:
    account = Account(study)
    assert list(account.rest(told)) == []
    tried = [one for part in parts_of(told) for one in _changed(part)][::STEP]
    assert len(tried) > 150
    assert [texts_of(one) for one in tried if not _is_noticed(account, one)] == []


def _changed(part: Part) -> Iterator[Part]:
    """The part with one of its numbers greater, each in turn."""
    if isinstance(part, Line) and part.kind not in {*PICTURES, "figcaption"}:
        if not {"nav", "other-language"} & set(part.places):
            yield from (replace(part, text=text) for text in _greater(part.text))
    elif isinstance(part, Grid):
        counted = [n for n, column in enumerate(part.columns) if column != "No."]
        for at, row in enumerate(part.rows):
            for n in counted:
                for text in _greater(row[n]):
                    changed = (*row[:n], text, *row[n + 1 :])
                    yield replace(part, rows=(*part.rows[:at], changed, *part.rows[at + 1 :]))


def _greater(text: str) -> Iterator[str]:
    for found in ALONE.finditer(text):
        greater = f"{int(found[0].replace(',', '')) + 3:,}"
        yield f"{text[: found.start()]}{greater}{text[found.end() :]}"


def _is_noticed(account: Account, part: Part) -> bool:
    account.begin(part)
    try:
        return bool(list(account.part(part)))
    except AssertionError:
        return True


def test_another_language_tells_the_same_numbers(study: Study, told: str) -> None:
    other = study.reports.html("id", PARTS.names())
    pairs = zip(_read(told), _read(other), strict=True)
    assert [
        (texts_of(one), texts_of(same))
        for one, same in pairs
        if of_part(one, ",") != of_part(same, ".") and "other-language" not in one.places
    ] == []


def _read(page: str) -> list[Part]:
    """What is to be read beside the pictures: these break their lines as the words are long."""
    return [one for one in parts_of(page) if not isinstance(one, Line) or one.kind not in PICTURES]


def test_files_for_word_and_of_plain_text_tell_no_other_numbers(study: Study, told: str) -> None:
    known = of_texts([text for part in parts_of(told) for text in texts_of(part)])
    word = paragraphs(study.reports.content(".docx", "en", PARTS.names()))
    assert of_texts(word) - known == {}
    lines = study.reports.content(".md", "en", PARTS.names()).decode().splitlines()
    plain = [re.sub(r"\]\(#[^)]*\)|<[^>]*>|^\d+\. ", "", line) for line in lines]
    assert of_texts(plain) - known == {}
