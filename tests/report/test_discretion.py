from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.documents.document import Section
from jejak.report.discretion import fit_to_leave, replacing
from support.documents import everything

# Without what could be taken for a name with a clitic.
names = st.text("abcdefgABCDEFG", min_size=4, max_size=8)


def texts(document: object) -> str:
    return repr(document)


def test_names_are_replaced_wherever_they_stand() -> None:
    told = texts(fit_to_leave(everything("Budi Santoso"), {"Budi Santoso": "B1"}))
    assert "Budi" not in told
    assert told.count("B1") > 5


@given(st.dictionaries(names, st.sampled_from(["A", "B"]), max_size=4), st.lists(names, max_size=6))
def test_only_whole_names_are_replaced(known: dict[str, str], words: list[str]) -> None:
    known = {name.lower(): shown for name, shown in known.items()}
    shown = replacing(known)(" ".join(words)).split()
    assert shown == [known.get(word.lower(), word) for word in words]


def test_a_name_is_hidden_however_it_is_written() -> None:
    hide = replacing({"Budi Santoso": "B2", "Budi": "B1", "Andr\u00e9": "A1"})
    said = "budi, BUDI SANTOSO, Budinya, budi\u2019s, Andre\u0301 dan andr\u00e9-ku"
    assert hide(said) == "B1, B2, B1nya, B1\u2019s, A1 dan A1-ku"
    assert hide("budi\nsantoso, Budi  Santoso") == "B2, B2"
    turkish = replacing({"Wei\u00dfi": "W1"})
    assert turkish("WEISSI, wei\u00dfi, wei\u00df\u0131") == "W1, W1, \u2026"
    assert hide("budiman di Budisari") == "budiman di Budisari"


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
