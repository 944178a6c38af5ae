"""Summary forms."""

from __future__ import annotations

from typing import Literal

from ...services.form_templates import Form as Template
from ...services.forms import Filled
from .form import Form, Out, Prose

__all__ = ["AskedOut", "FieldOut", "FilledOut", "FormOut", "SheetOut", "ValuesForm"]


class FieldOut(Out):
    """A field of a form; ``each`` research question has its own, where it says so."""

    name: str
    label: str
    hint: str
    rows: int
    each: Literal["", "question"]
    lines: Literal["", "points", "tasks"]


class FormOut(Out):
    """A form as it comes with Jejak: about a source or a case, made for some kinds of source."""

    name: str
    title: str
    description: str
    about: Literal["source", "case"]
    kinds: list[str]
    fields: list[FieldOut]

    @classmethod
    def of(cls, form: Template, language: str) -> FormOut:
        """A form in a language."""
        return cls.model_validate(
            {
                "name": form.name,
                "title": form.title[language],
                "description": form.description[language],
                "about": form.of,
                "kinds": list(form.kinds),
                "fields": [
                    {
                        "name": one.name,
                        "label": one.label[language],
                        "hint": one.hint.get(language, ""),
                        "rows": one.rows,
                        "each": one.each,
                        "lines": one.lines,
                    }
                    for one in form.fields
                ],
            }
        )


class AskedOut(Out):
    """What is asked in this study; ``field`` is the field's label where it is asked for a question."""

    name: str
    label: str
    field: str
    hint: str
    rows: int
    lines: Literal["", "points", "tasks"]
    value: str


class FilledOut(Out):
    """A form of a source or case; revision 0 and no memo: nothing is written yet."""

    form: str
    title: str
    description: str
    memo: str | None
    revision: int
    asked: list[AskedOut]
    other: str

    @classmethod
    def of(cls, filled: Filled, language: str) -> FilledOut:
        """A filled form in a language."""
        form = filled.form
        return cls.model_validate(
            {
                "form": form.name,
                "title": form.title[language],
                "description": form.description[language],
                "memo": filled.memo.guid if filled.memo else None,
                "revision": filled.revision,
                "other": filled.other,
                "asked": [
                    {
                        "name": one.name,
                        "label": one.heading[language],
                        "field": one.field.label[language] if one.question else "",
                        "hint": one.field.hint.get(language, ""),
                        "rows": one.field.rows,
                        "lines": one.field.lines,
                        "value": filled.values.get(one.name, ""),
                    }
                    for one in filled.asked
                ],
            }
        )


class ValuesForm(Form):
    """Texts by the name of what is asked; what is not given stays as it is."""

    values: dict[str, Prose]


class SheetOut(Out):
    """A source or case, and its filled forms: the form's name -> the GUID of the memo."""

    kind: str
    guid: str
    name: str
    of: str
    forms: dict[str, str]
