"""Every ready frame is a full codebook in both languages, and frames can stand side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

LANGUAGES = ("id", "en")
FOLDER = files("jejak") / "frames"
NAMES = (
    "production-distribution-consumption",
    "reach-accessibility-usability",
    "triple-a",
)
TEXTS = ("short", "definition")
RULES = ("when_to_use", "when_not_to_use")


def load(name: str) -> dict[str, Any]:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))


def walk(codes: list[dict[str, Any]], parent: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for code in codes:
        path = f"{parent}/{code['name']['id']}" if parent else code["name"]["id"]
        yield path, code
        yield from walk(code.get("children", []), path)


def test_the_folder_holds_the_three_frames() -> None:
    found = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".yaml"))
    assert found == [f"{name}.yaml" for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_a_frame_says_what_it_is(name: str) -> None:
    frame = load(name)
    assert frame["name"] == name
    assert frame["source"].strip()
    assert frame["exclusive"] is True
    for key in ("title", "description"):
        assert all(frame[key][language].strip() for language in LANGUAGES)


@pytest.mark.parametrize("name", NAMES)
def test_a_frame_has_one_folder_at_the_top(name: str) -> None:
    (top,) = load(name)["codes"]
    assert top["codable"] is False
    assert all(code["codable"] for path, code in walk([top]) if "/" in path)


@pytest.mark.parametrize("name", NAMES)
def test_every_code_has_its_entry_in_both_languages(name: str) -> None:
    for path, code in walk(load(name)["codes"]):
        wanted = TEXTS + (RULES if code["codable"] else ())
        for key in ("name", *wanted):
            for language in LANGUAGES:
                assert code[key][language].strip(), (path, key, language)
        for language in LANGUAGES if code["codable"] else ():
            examples = code["examples"][language]
            assert examples, (path, language)
            assert all(isinstance(example, str) for example in examples), (path, language)


@pytest.mark.parametrize("name", NAMES)
def test_ids_and_colours_are_well_formed_and_unique(name: str) -> None:
    codes = [code for _, code in walk(load(name)["codes"])]
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code["id"]) for code in codes)
    colours = [code["colour"] for code in codes]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours)
    assert len(set(colours)) == len(colours)


def test_frames_share_no_colour() -> None:
    colours = [code["colour"] for name in NAMES for _, code in walk(load(name)["codes"])]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_accessibility_is_in_two_frames(language: str) -> None:
    names = Counter(
        code["name"][language] for frame in NAMES for _, code in walk(load(frame)["codes"])
    )
    twice = {"id": "Aksesibilitas", "en": "Accessibility"}
    assert [name for name, count in names.items() if count > 1] == [twice[language]]


def test_paths_tell_all_codes_apart() -> None:
    paths = [path for name in NAMES for path, _ in walk(load(name)["codes"])]
    assert len(set(paths)) == len(paths) == 20
