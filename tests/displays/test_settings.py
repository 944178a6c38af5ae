from __future__ import annotations

from dataclasses import replace

import pytest

from jejak.displays import DisplayKind, Setting, kind_of
from jejak.displays.settings import kept_settings, resolved, settings_for
from jejak.errors import Conflict, InvalidInput, NotFound
from jejak.model.message import say
from support.corpora import corpus

STUDY = corpus()
KIND = kind_of("code-frequencies")


def test_defaults_fill_what_is_not_given() -> None:
    values = resolved(KIND, {}, STUDY)
    assert values == {
        "by": "case", "measure": "codings", "codes": [], "below": True, "unused": False, "top": 100,
    }  # fmt: skip


def test_words_hold_no_half_of_a_character() -> None:
    headings = resolved(kind_of("effects-matrix"), {"headings": "Sebab\ud800\n\x00"}, STUDY)
    assert headings["headings"] == ["Sebab�", "�"]


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        ({"below": "tidak"}, "below", False),
        ({"below": False}, "below", False),
        ({"below": "Yes"}, "below", True),
        ({"top": "7"}, "top", 7),
        ({"by": "CASE.role"}, "by", "case.role"),
        ({"by": "case.Tahu Aturan"}, "by", "case.tahu aturan"),
        ({"codes": "Anonim"}, "codes", [3]),
        ({"codes": ["Anonim/Murah", "c0", "Akses"]}, "codes", [0, 5]),
        ({"codes": ""}, "codes", []),
        ({"codes": None}, "codes", []),
    ],
)
def test_values_are_read_as_people_write_them(given, name, value) -> None:
    assert resolved(KIND, given, STUDY)[name] == value


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ({"colour": "red"}, "by, measure, codes"),
        ({"measure": "words"}, "codings, segments"),
        ({"by": "case.shoe"}, "case.role"),
        ({"below": "perhaps"}, "yes or no"),
        ({"top": 0}, "from 1 to 300"),
        ({"top": 301}, "from 1 to 300"),
        ({"top": "many"}, "from 1 to 300"),
        ({"top": "9999999999"}, "from 1 to 300"),
        ({"top": True}, "from 1 to 300"),
        ({"codes": 5}, "a list of codes"),
        ({"codes": [5]}, "a list of codes"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(given, hint) -> None:
    with pytest.raises(InvalidInput) as caught:
        resolved(KIND, given, STUDY)
    assert hint in caught.value.hint


def test_codes_must_be_there_and_be_one() -> None:
    with pytest.raises(NotFound):
        resolved(KIND, {"codes": ["Nothing"]}, STUDY)
    with pytest.raises(Conflict):
        resolved(KIND, {"codes": ["Murah"]}, STUDY)


def test_the_study_gives_the_attributes() -> None:
    by = next(setting for setting in settings_for(KIND, STUDY) if setting.name == "by")
    values = [value for value, _ in by.choices]
    assert values[:3] == ["study", "case", "case.kind"]
    assert {"case.role", "source.hour", "source.collected", "coder"} <= set(values)
    assert str(dict(by.choices)["source.hour"]) == "Source: hour"


def test_what_is_kept_survives_a_renaming() -> None:
    given = {"by": "case", "codes": ["Anonim"], "top": "9", "filter": "coder:Rina"}
    assert kept_settings(KIND, given, STUDY) == {
        "codes": ["c3"], "top": 9, "filter": "coder:Rina",
    }  # fmt: skip


def test_kinds_are_known_by_name() -> None:
    with pytest.raises(NotFound) as caught:
        kind_of("pie")
    assert "code-cooccurrence" in caught.value.hint


def test_a_text_is_taken_as_it_is_written_up_to_its_length() -> None:
    setting = Setting("words", KIND.title, "text", default="", most=9)
    kind = replace(KIND, settings=(setting,))
    assert resolved(kind, {"words": " akun=1, "}, STUDY)["words"] == "akun=1,"
    assert (
        resolved(kind, {}, STUDY)["words"] == resolved(kind, {"words": None}, STUDY)["words"] == ""
    )
    for wrong in ("sepuluh hh.", 5, ["akun"]):
        with pytest.raises(InvalidInput) as caught:
            resolved(kind, {"words": wrong}, STUDY)
        assert "at most 9" in caught.value.hint


@pytest.fixture
def sourced() -> DisplayKind:
    setting = Setting("source", say("Source"), "source", default="")
    return replace(KIND, settings=(setting,))


def test_a_source_is_given_by_name_or_guid_or_left_to_the_kind(sourced: DisplayKind) -> None:
    guid, name = STUDY.sources.guid[1], STUDY.sources.name[1]
    for given in (guid, name, name.upper()):
        assert resolved(sourced, {"source": given}, STUDY) == {"source": 1}
    assert resolved(sourced, {}, STUDY) == {"source": None}
    assert kept_settings(sourced, {"source": name}, STUDY) == {"source": guid}
    assert kept_settings(sourced, {"source": ""}, STUDY) == {}


def test_a_source_that_is_not_there_or_not_one_is_refused(sourced: DisplayKind) -> None:
    with pytest.raises(NotFound):
        resolved(sourced, {"source": "W-99"}, STUDY)
    with pytest.raises(InvalidInput):
        resolved(sourced, {"source": ["W-01"]}, STUDY)
    names = ("Twin", "twin", *STUDY.sources.name[2:])
    twins = replace(STUDY, sources=replace(STUDY.sources, name=names))
    with pytest.raises(Conflict):
        resolved(sourced, {"source": "Twin"}, twins)
