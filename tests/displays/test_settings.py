from __future__ import annotations

import pytest

from jejak.displays import kind_of
from jejak.displays.settings import kept_settings, resolved, settings_for
from jejak.errors import Conflict, InvalidInput, NotFound
from support.corpora import corpus

STUDY = corpus()
KIND = kind_of("code-frequencies")


def test_defaults_fill_what_is_not_given() -> None:
    values = resolved(KIND, {}, STUDY)
    assert values == {
        "by": "case", "measure": "codings", "codes": [], "below": True, "unused": False, "top": 100,
    }  # fmt: skip


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
