"""Attributes of cases and sources, and blocks of their values."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from ...i18n import translate
from ...model import Attribute
from ...services.attributes import ValuesReport
from .form import Form, Guid, Name, Out, Patch, Prose

__all__ = ["AttributeForm", "AttributeOrder", "AttributeOut", "AttributePatch", "MisfitOut", "Misfits",
           "RefusedValueOut", "ValueForm", "ValueOut", "ValuesForm", "ValuesOut"]  # fmt: skip

AttributeType = Literal["text", "number", "date", "time", "boolean", "list", "rating"]
Owner = Literal["case", "source"]
Value = Annotated[str, Field(max_length=1_000_000)]


class AttributeOut(Out):
    """A variable of cases or sources."""

    guid: str
    revision: int
    name: str
    of: str
    type: str
    description: str
    options: list[str]

    @classmethod
    def told(cls, attribute: Attribute, revision: int) -> Self:
        """An attribute as it stands."""
        fields = {name: getattr(attribute, name, None) for name in cls.model_fields}
        return cls.model_validate(
            fields | {"revision": revision, "options": list(attribute.options)}
        )


class AttributePatch(Patch):
    """What to change about an attribute; its values follow.

    ``renamed`` says which option is called otherwise from now on; ``clear`` takes away the values
    that do not fit.
    """

    name: Name = ""
    type: AttributeType = "text"
    description: Prose = ""
    options: list[Name] = Field(default_factory=list)
    renamed: dict[str, Name] = Field(default_factory=dict)
    clear: bool = False


class AttributeForm(Form):
    """A new attribute."""

    name: Name
    of: Owner = "case"
    type: AttributeType = "text"
    description: Prose = ""
    options: list[Name] = Field(default_factory=list)


class AttributeOrder(Form):
    """Attributes in the order they are to stand in."""

    guids: list[Guid]


class MisfitOut(Out):
    """A value that would not fit, and whose it is."""

    owner: str
    name: str
    value: str


class Misfits(Out):
    """The values that would not fit."""

    misfits: list[MisfitOut]


class ValueOut(Out):
    """A value, in the exact form of its type."""

    owner: str
    attribute: str
    value: str


class ValueForm(Form):
    """A value to be written (``null`` takes one away); ``seen`` is what the person saw before."""

    owner: Guid
    attribute: Guid
    value: Value | None
    seen: Value | None = None


class ValuesForm(Form):
    """A block of values of cases or of sources, written as one change."""

    of: Owner = "case"
    values: Annotated[list[ValueForm], Field(min_length=1, max_length=400_000)]


class RefusedValueOut(Out):
    """A value that was not written, and why not."""

    owner: str
    attribute: str
    value: str
    why: str


class ValuesOut(Out):
    """How many values are other than before, which were refused, and the change."""

    changed: int
    refused: list[RefusedValueOut]
    seq: int | None

    @classmethod
    def of(cls, report: ValuesReport, seq: int | None, language: str) -> Self:
        """A report in a language."""
        refused = [
            RefusedValueOut(
                owner=one.owner, attribute=one.attribute, value=one.value,
                why=translate(one.why, language),
            )
            for one in report.refused
        ]  # fmt: skip
        return cls(changed=report.changed, refused=refused, seq=seq)
