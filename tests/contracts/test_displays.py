"""Every registered kind of display keeps to the interface; none is undocumented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jejak.displays import DISPLAYS, DisplayFilter, Setting
from jejak.displays.files import ENDINGS
from jejak.model.message import Message
from jejak.model.shape import Cell
from jejak.testing import check_display

PAGES = sorted((Path(__file__).resolve().parents[2] / "docs/reference/displays").glob("*.md"))
REFERENCE = "".join(page.read_text("utf-8") for page in PAGES)


@pytest.mark.parametrize("name", DISPLAYS.names())
def test_a_kind_keeps_to_the_interface(name: str) -> None:
    kind = DISPLAYS.get(name)
    assert kind.name == name
    check_display(kind)


@pytest.mark.parametrize("name", DISPLAYS.names())
def test_a_kind_and_its_settings_are_documented(name: str) -> None:
    assert f"`{name}`" in REFERENCE
    for setting in DISPLAYS.get(name).settings:
        assert f"`{setting.name}`" in REFERENCE
        assert all(f"`{value}`" in REFERENCE for value, _ in setting.choices)


def test_every_ending_is_documented() -> None:
    assert all(f"`{ending}`" in REFERENCE for ending in ENDINGS)


def test_what_breaks_the_interface_is_found() -> None:
    kind = DISPLAYS.get("code-cooccurrence")

    def broken(corpus, settings, only: DisplayFilter):
        return replace(kind.compute(corpus, settings, only), cells={(99, 0): Cell(1)})

    wrong = [
        replace(kind, purpose="please"),
        replace(kind, source=""),
        replace(kind, about=Message("told in no language")),
        replace(kind, settings=(*kind.settings, Setting("filter", kind.title, "switch"))),
        replace(kind, compute=broken),
        replace(kind, name="other"),
    ]
    for one in wrong:
        with pytest.raises(AssertionError):
            check_display(one)
