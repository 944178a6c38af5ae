from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jejak.documents.document import Section
from jejak.report.discretion import Discretion, fit_to_leave
from support.documents import everything

# Without what could be taken for a name with a clitic.
names = st.text("abcdefgABCDEFG", min_size=4, max_size=8)


def texts(document: object) -> str:
    return repr(document)


def test_names_are_replaced_wherever_they_stand() -> None:
    told = texts(fit_to_leave(everything("Budi Santoso"), Discretion({"Budi Santoso": "B1"})))
    assert "Budi" not in told
    assert told.count("B1") > 5


@given(st.dictionaries(names, st.sampled_from(["A", "B"]), max_size=4), st.lists(names, max_size=6))
def test_only_whole_names_are_replaced(known: dict[str, str], words: list[str]) -> None:
    known = {name.lower(): shown for name, shown in known.items()}
    shown = Discretion(known).told(" ".join(words)).split()
    assert shown == [known.get(word.lower(), word) for word in words]


def test_a_name_is_hidden_however_it_is_written() -> None:
    hide = Discretion({"Budi Santoso": "B2", "Budi": "B1", "Andr\u00e9": "A1"}).told
    said = "budi, BUDI SANTOSO, Budinya, budi\u2019s, Andre\u0301 dan andr\u00e9-ku"
    assert hide(said) == "B1, B2, B1nya, B1\u2019s, A1 dan A1-ku"
    assert hide("budi\nsantoso, Budi  Santoso") == "B2, B2"
    turkish = Discretion({"Wei\u00dfi": "W1"}).told
    assert turkish("WEISSI, wei\u00dfi, wei\u00df\u0131") == "W1, W1, \u2026"
    assert hide("budiman di Budisari") == "budiman di Budisari"


def test_a_name_inside_a_longer_one_does_not_spoil_it() -> None:
    hide = Discretion({"Budi": "B1", "Budi Santoso": "B2"}).told
    assert hide("Budi Santoso, Budi dan Budiman") == "B2, B1 dan Budiman"


def test_links_that_lead_nowhere_are_words() -> None:
    document = fit_to_leave(everything(), Discretion({}))
    assert "nowhere" not in texts(document)
    assert "link='finding-F1'" in texts(document)


def test_characters_that_no_file_can_hold_are_shown_as_missing() -> None:
    document = fit_to_leave(everything("a\ud800\x00\x0b\uffffb"), Discretion({}))
    assert document.title == "a\ufffd\ufffd\ufffd\ufffdb"
    assert isinstance(document.sections[0], Section)
    assert document.sections[0].anchor == "findings"


def test_a_word_that_holds_a_part_of_a_name_tells_of_whom() -> None:
    known = {"Gita Ayu Permata": "G1", "Yoseph D\u2019Angelo": "A1", "Wisnu Permata": "W1"}
    hide = Discretion(known, shown=["Ayu-2"]).told
    for word in ("gita", "GITA", "gitanya", "gita-gita", "#gita", "@gita_99", "gita2"):
        assert hide(f"kata {word}!") == "kata G1!", word
    assert hide("d'angelo, Permata, permataku") == "A1, \u2026, \u2026"
    for word in ("gitar", "sagita", "ayu", "word:", "\u2026"):
        assert hide(word) == word
    assert hide('word:"gita" and case = A') == 'word:"G1" and case = A'
    assert hide("Wisnu Permata-Gita") == "W1-G1"


def test_parts_of_places_and_groups_are_words_like_any_other() -> None:
    hide = Discretion({"Budi": "B1"}, things={"Pasar Senen": "P1"}).told
    assert hide("Budi ke pasar, ke Pasar Senen") == "B1 ke pasar, ke P1"


def test_authors_may_be_called_as_participants_are() -> None:
    discretion = Discretion({"Budi Santoso": "B1"})
    assert discretion.literature("Santoso, A. (2019). Tentang Budi Santoso.") == (
        "Santoso, A. (2019). Tentang B1."
    )


def test_one_person_of_two_names_stays_one() -> None:
    hide = Discretion({"Sri Rahayu": "S1", "Rahayu Ningsih": "S1"}).told
    assert hide("Rahayu dan Ningsih") == "S1 dan S1"
