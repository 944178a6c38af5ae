"""Users and codes of a project file."""

from __future__ import annotations

from typing import Any

from ...errors import InvalidInput
from ...model import Code, User, say
from ...model.code import clean_code_name, path_part
from ..refi_codebook import described, fields_of
from ..zipped import local
from .intake import Coming, Intake, described_of, parts

__all__ = ["codes_of", "user_of"]

_NOTHING: frozenset[str] = frozenset()
_OF_CODE = frozenset({"Description", "NoteRef", "Code"})


def user_of(intake: Intake, element: Any, coming: Coming) -> None:
    """Somebody who works on the project."""
    intake.tally.read["user"] += 1
    guid = intake.claim(element.get("guid"), User.KIND, element.get("name") or "")
    known = element.get("id") or ""
    name = intake.free("user", element.get("name") or known, f"User {intake.tally.read['user']}")
    user = User(guid=guid, name=name, initials=known)
    coming.records.append(user)
    intake.beside(coming, element, "user", guid, intake.told.user(user), _NOTHING)


def codes_of(intake: Intake, book: Any, coming: Coming) -> None:
    """The whole codebook."""
    for held in parts(book, "Codes"):
        _codes(intake, held, None, coming)
    for one in parts(book, "Code"):
        _code(intake, one, None, 0, coming)
    unknown = [one for one in book if local(one.tag) not in {"Codes", "Code"}]
    if unknown:
        intake.tally.note("unknown-element", say("The codebook holds <{name}>, which was left out.",
                                                 name=local(unknown[0].tag)))  # fmt: skip


def _codes(intake: Intake, held: Any, parent: str | None, coming: Coming) -> None:
    for position, one in enumerate(parts(held, "Code")):
        _code(intake, one, parent, position, coming)


def _code(intake: Intake, element: Any, parent: str | None, position: int, coming: Coming) -> None:
    intake.tally.read["code"] += 1
    raw = element.get("name") or ""
    guid = intake.claim(element.get("guid"), Code.KIND, raw)
    try:
        wanted = clean_code_name(raw)
    except InvalidInput:
        wanted = ""
    name = path_part(intake.free(f"code {parent}", wanted, f"Code {intake.tally.read['code']}"))
    description = described_of(element)
    code = Code(
        guid=guid, name=name, parent=parent, position=position, created=intake.moment,
        colour=_colour(element.get("color")),
        codable=(element.get("isCodable") or "true").strip().casefold() not in {"false", "0"},
        **fields_of(description or ""),
    )  # fmt: skip
    coming.records.append(code)
    intake.labels[guid] = name
    ours = described(code)
    content = {"description": [ours, description]} if ours != (description or "") else {}
    intake.beside(coming, element, "code", guid, intake.told.code(code), _OF_CODE, **content)
    intake.note_refs(element, "code", guid)
    _codes(intake, element, guid, coming)


def _colour(text: str | None) -> str:
    plain = (text or "").strip().casefold()
    if len(plain) == 4 and plain.startswith("#"):
        plain = "#" + "".join(sign * 2 for sign in plain[1:])
    try:
        int(plain[1:], 16)
    except ValueError:
        return "#888888"
    return plain if len(plain) == 7 and plain.startswith("#") else "#888888"
