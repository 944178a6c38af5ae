"""A filled form as Markdown: a heading for each field that says something, read back exactly.

Headings are known in every language a form has. Whatever else stands in the text (other headings,
words before the first one) stays where it is when the form is filled in further.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.identity import name_key
from .form_templates import Field, Form

__all__ = ["Asked", "asked_of", "is_filled", "read_form", "write_form"]

_HEADING = {2: re.compile(r"(\\*)## (?=.*\S)"), 3: re.compile(r"(\\*)### (?=.*\S)")}


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as it is asked in a study: ``name`` is the field's, with the GUID of the research
    question after a slash where it is asked for each; ``heading`` is known in every language."""

    name: str
    field: Field
    heading: Mapping[str, str]
    question: bool = False


@dataclass(slots=True)
class _Part:
    """A heading (``None`` before the first) and what stands below it."""

    heading: str | None
    text: str
    parts: list[_Part] = field(default_factory=list)


def asked_of(form: Form, questions: Sequence[tuple[str, str]]) -> list[Asked]:
    """What a form asks where these (GUID, text) are the research questions."""
    found: list[Asked] = []
    for one in form.fields:
        if not one.each:
            found.append(Asked(one.name, one, one.label))
            continue
        for guid, text in questions:
            heading = dict.fromkeys(one.label, " ".join(text.split()))
            found.append(Asked(f"{one.name}/{guid}", one, heading, question=True))
    return found


def is_filled(form: Form, body: str) -> bool:
    """Whether a text is this form: its title, in any language, is the first heading."""
    first = body.lstrip("\n").split("\n", 1)[0]
    return first.startswith("# ") and name_key(first[2:]) in _keys(form.title)


def read_form(asked: Sequence[Asked], body: str) -> tuple[dict[str, str], str]:
    """The values by name, and whatever stands beside them in the text."""
    values: dict[str, str] = {}
    others: list[str] = []
    for part in _parts(body, 2):
        one = _field_of(asked, part.heading)
        if one is None or one.name in values:
            others.append(_written(part, 2))
        elif one.question:
            _read_each(asked, one.field, part, values, others)
        else:
            values[one.name] = _plain(part.text, 2)
    return values, "\n\n".join(filter(None, others))


def write_form(
    form: Form, asked: Sequence[Asked], body: str, values: Mapping[str, str], language: str
) -> str:
    """The text with these values in the place of those it has; all else stays as it is."""
    parts = _parts(body, 2) or [_Part(None, f"# {form.title[language]}")]
    for one in form.fields:
        wanted = [ask for ask in asked if ask.field is one and ask.name in values]
        if wanted:
            _put(parts, form, one, wanted, values, language)
    return "\n\n".join(filter(None, (_written(part, 2) for part in parts))) + "\n"


def _keys(texts: Mapping[str, str]) -> set[str]:
    return {name_key(text) for text in texts.values()}


def _field_of(asked: Sequence[Asked], heading: str | None) -> Asked | None:
    """What a heading of the second level stands for; for what is asked of each question, any of it."""
    if heading is None:
        return None
    return next((one for one in asked if name_key(heading) in _keys(one.field.label)), None)


def _read_each(
    asked: Sequence[Asked], of: Field, part: _Part, values: dict[str, str], others: list[str]
) -> None:
    left: list[_Part] = []
    for inner in _parts(part.text, 3):
        one = next((a for a in asked if a.field is of and _answers(a, inner, values)), None)
        if one is None:
            left.append(inner)
        else:
            values[one.name] = _plain(inner.text, 2, 3)
    rest = "\n\n".join(filter(None, (_written(inner, 3) for inner in left)))
    if rest:
        others.append(_written(_Part(part.heading, rest), 2))


def _answers(one: Asked, part: _Part, values: Mapping[str, str]) -> bool:
    return (
        part.heading is not None
        and one.name not in values
        and name_key(part.heading) in _keys(one.heading)
    )


def _put(
    parts: list[_Part],
    form: Form,
    of: Field,
    wanted: Sequence[Asked],
    values: Mapping[str, str],
    language: str,
) -> None:
    there = next((part for part in parts if _is(part, of)), None)
    part = there or _Part(of.label[language], "")
    if of.each:
        part.text = _with_each(part.text, wanted, values, language)
    else:
        part.text = _marked(values[of.name], 2)
    if there is None and part.text:
        parts.insert(_place(parts, form, of), part)
    elif there is not None and not part.text:
        parts.remove(part)


def _is(part: _Part, of: Field) -> bool:
    return part.heading is not None and name_key(part.heading) in _keys(of.label)


def _place(parts: Sequence[_Part], form: Form, of: Field) -> int:
    """Behind the last field that comes before it in the form, else behind what has no heading."""
    before = form.fields[: form.fields.index(of)]
    places = [
        number
        for number, part in enumerate(parts)
        if part.heading is None or any(_is(part, other) for other in before)
    ]
    return max(places, default=-1) + 1


def _with_each(text: str, wanted: Sequence[Asked], values: Mapping[str, str], language: str) -> str:
    parts = _parts(text, 3)
    taken: dict[str, str] = {}
    for one in wanted:
        there = next((part for part in parts if _answers(one, part, taken)), None)
        said = _marked(values[one.name], 2, 3)
        if there is None and said:
            parts.append(_Part(one.heading[language], said))
        elif there is not None:
            there.text = said
            taken[one.name] = said
            if not said:
                parts.remove(there)
    return "\n\n".join(filter(None, (_written(part, 3) for part in parts)))


def _parts(text: str, level: int) -> list[_Part]:
    """The text at its headings of a level; blank lines around each stretch are left out."""
    pattern, found, lines = _HEADING[level], [_Part(None, "")], list[str]()
    for line in text.split("\n"):
        match = pattern.match(line)
        if match and not match[1]:
            found[-1].text = "\n".join(lines).strip("\n")
            found.append(_Part(line[match.end() :].strip(), ""))
            lines = []
        else:
            lines.append(line)
    found[-1].text = "\n".join(lines).strip("\n")
    return found if found[0].text else found[1:]


def _written(part: _Part, level: int) -> str:
    if part.heading is None:
        return part.text
    return f"{'#' * level} {part.heading}\n\n{part.text}".rstrip("\n")


def _marked(value: str, *levels: int) -> str:
    """A value as it may stand in the text: what would be taken for a heading is kept from it."""
    text = value.strip("\n")
    return "\n".join(_each_line(text, levels, "\\")) if text.strip() else ""


def _plain(text: str, *levels: int) -> str:
    return "\n".join(_each_line(text, levels, ""))


def _each_line(text: str, levels: Sequence[int], mark: str) -> Iterator[str]:
    for line in text.split("\n"):
        match = next((m for level in levels if (m := _HEADING[level].match(line))), None)
        if match is None:
            yield line
        elif mark:
            yield mark + line
        else:
            yield line[1:] if match[1] else line
