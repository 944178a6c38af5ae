"""Every text that people read is there in Indonesian, with the same fields."""

from __future__ import annotations

import ast
import string
from importlib import resources
from pathlib import Path

from jejak.i18n import LANGUAGES, catalogue, translate
from jejak.model import say

SOURCE = Path(str(resources.files("jejak")))
# Made from values, not by say(): how truth is shown.
BESIDES = {"yes", "no"}


def texts() -> set[str]:
    found = set(BESIDES)
    for path in SOURCE.rglob("*.py"):
        for part in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(part, ast.Call) and getattr(part.func, "id", "") == "say":
                first = part.args[0]
                assert isinstance(first, ast.Constant), f"{path}: say() wants a literal"
                found.add(first.value)
    return found


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_is_translated_with_its_fields() -> None:
    known = catalogue("id")
    assert set(known) == texts()
    for english, indonesian in known.items():
        assert fields(english) == fields(indonesian)


def test_values_are_shown_in_the_manner_of_the_language() -> None:
    assert "en" in LANGUAGES
    shown = translate(say("Merge {codes} into “{code}”", codes=["a", "b"], code=1234.5), "id")
    assert shown == "Gabungkan a dan b ke dalam “1234,5”"
