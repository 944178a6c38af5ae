"""What all entities share: a GUID, a kind, and fields that say what they refer to."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from typing import Any, ClassVar

from .identity import new_guid

__all__ = ["Record", "any_ref", "ref", "references"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An entity of a study as it stands: immutable, identified by ``guid``."""

    KIND: ClassVar[str]
    guid: str = field(default_factory=new_guid)


def ref(kind: str, default: Any = MISSING) -> Any:
    """A field that holds the GUID of an entity of ``kind``."""
    return field(default=default, metadata={"ref": kind})


def any_ref() -> Any:
    """A field that holds the GUID of an entity whose kind stands in the field ``…_kind`` beside."""
    return field(metadata={"ref": "*"})


def references(record: type[Record]) -> dict[str, str]:
    """Field name -> kind referred to (``*`` for any), of a record class."""
    return {f.name: f.metadata["ref"] for f in fields(record) if "ref" in f.metadata}
