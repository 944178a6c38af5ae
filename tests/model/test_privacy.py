from __future__ import annotations

from jejak.model.privacy import Privacy


def test_people_are_called_as_the_study_says() -> None:
    assert Privacy().shown(1, "Rina", "R") == "Rina"
    assert Privacy("initials").shown(1, "Rina", "R") == "R"
    assert Privacy("initials").shown(2, "Rina", "") == "#2"
    assert Privacy("none").shown(2, "Rina", "R") == "#2"


def test_settings_of_another_make_are_as_by_default() -> None:
    for kept in (None, 3, {"coders": "all", "hidden": "x"}):
        assert Privacy.of({"privacy": kept}) == Privacy()
    chosen = Privacy("none", ("a",))
    assert Privacy.of({"privacy": chosen.settings}) == chosen
