"""What all forms share: strict fields on the way in, plain values on the way out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

__all__ = [
    "Count",
    "Form",
    "Guid",
    "Name",
    "Out",
    "Patch",
    "Prose",
    "Removed",
    "Seq",
    "without_defaults",
]

_GUID = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"

Guid = Annotated[str, Field(pattern=_GUID), AfterValidator(str.lower)]
Name = Annotated[str, Field(min_length=1, max_length=1_000)]
Prose = Annotated[str, Field(max_length=1_000_000)]
# Whatever counts or places something; SQLite's whole numbers end a little later.
Count = Annotated[int, Field(ge=0, le=2**53)]
Seq = Annotated[int, Field(ge=1, le=2**53)]


class Out(BaseModel):
    """An answer; it can be made from any object that has its fields."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Form(BaseModel):
    """What is asked for, in JSON: no other fields, no other types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def without_defaults(schema: dict[str, Any]) -> None:
    """Leave the defaults out of a description: what is not given stays as it is."""
    for field in schema.get("properties", {}).values():
        field.pop("default", None)


class Patch(Form):
    """Fields to be changed: those that are not given stay as they are."""

    model_config = ConfigDict(json_schema_extra=without_defaults)

    def changes(self, *besides: str) -> dict[str, Any]:
        """The fields that were given, ``besides`` some."""
        given = self.model_dump(exclude_unset=True)
        return {name: value for name, value in given.items() if name not in besides}


class Removed(Out):
    """What went, by kind, and the change that took it away."""

    removed: Mapping[str, int]
    seq: int | None
