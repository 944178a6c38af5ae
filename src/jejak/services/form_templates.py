"""Summary forms as their files hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..errors import NotFound
from ..formats.shipped import shipped
from ..model.identity import name_key

__all__ = ["Field", "Form", "form", "forms"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its label and hint by language, and how many rows it takes at first.

    ``each`` says that it is asked for each research question; ``lines`` what its lines are:
    *points* that may become codes, *tasks* that are to be done, or nothing of the kind.
    """

    name: str
    label: Mapping[str, str]
    hint: Mapping[str, str]
    rows: int
    each: str = ""
    lines: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A summary form about a source or a case (``of``); ``kinds`` of sources it is made for."""

    name: str
    of: str
    kinds: tuple[str, ...]
    title: Mapping[str, str]
    description: Mapping[str, str]
    fields: tuple[Field, ...]


@cache
def forms() -> tuple[Form, ...]:
    """The forms that ship with Jejak: whatever lies in its folder ``forms``."""
    return tuple(map(_form, shipped("forms")))


def form(name: str) -> Form:
    """The form of that name. Raises :class:`NotFound`."""
    for found in forms():
        if found.name == name_key(name):
            return found
    names = ", ".join(found.name for found in forms())
    raise NotFound("no-such-form", f"There is no form “{name}”.", f"There are: {names}.")


def _form(content: Mapping[str, Any]) -> Form:
    return Form(
        content["name"],
        content["of"],
        tuple(content["kinds"]),
        content["title"],
        content["description"],
        tuple(
            Field(
                one["name"], one["label"], one.get("hint", {}), one["rows"], one.get("each", ""),
                one.get("lines", ""),
            )
            for one in content["fields"]
        ),
    )  # fmt: skip
