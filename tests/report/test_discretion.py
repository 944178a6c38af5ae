from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from jejak.documents.document import Section
from jejak.report.discretion import fit_to_leave, replacing
from support.documents import everything

names = st.text(string.ascii_letters, min_size=4, max_size=8)


def texts(document: object) -> str:
    return repr(document)


def test_names_are_replaced_wherever_they_stand() -> None:
    told = texts(fit_to_leave(everything("Budi Santoso"), {"Budi Santoso": "B1"}))
    assert "Budi" not in told
    assert told.count("B1") > 5


@given(st.dictionaries(names, st.sampled_from(["A", "B"]), max_size=4), st.lists(names, max_size=6))
def test_only_whole_names_are_replaced(known: dict[str, str], words: list[str]) -> None:
    shown = replacing(known)(" ".join(words)).split()
    assert shown == [known.get(word, word) for word in words]


def test_a_name_inside_a_longer_one_does_not_spoil_it() -> None:
    hide = replacing({"Budi": "B1", "Budi Santoso": "B2"})
    assert hide("Budi Santoso, Budi dan Budiman") == "B2, B1 dan Budiman"


def test_links_that_lead_nowhere_are_words() -> None:
    document = fit_to_leave(everything(), {})
    assert "nowhere" not in texts(document)
    assert "link='finding-F1'" in texts(document)


def test_characters_that_no_file_can_hold_are_shown_as_missing() -> None:
    document = fit_to_leave(everything("a\ud800\x00\x0b\uffffb"), {})
    assert document.title == "a\ufffd\ufffd\ufffd\ufffdb"
    assert isinstance(document.sections[0], Section)
    assert document.sections[0].anchor == "findings"
