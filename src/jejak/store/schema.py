"""The tables of a study: one for each kind of entity, its history, its texts and its files."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from ..model import KINDS
from ..model.codec import FieldSpec, spec_of

__all__ = ["APPLICATION_ID", "INDEXES", "SCHEMA_VERSION", "TABLES", "metadata", "tables"]

# “JEJK”: how `file` and Jejak itself tell a study from any other SQLite database.
APPLICATION_ID = 0x4A454A4B
SCHEMA_VERSION = 12

metadata = MetaData()

_KEY = BigInteger().with_variant(Integer, "sqlite")
_STORAGE: dict[str, type[TypeEngine[Any]]] = {
    "text": Text,
    "int": BigInteger,
    "float": Float,
    "bool": Boolean,
    "guid": LargeBinary,
    "digest": LargeBinary,
}

# Columns that are searched by, beside the GUID and the keys of other entities.
INDEXES: dict[str, tuple[tuple[str, ...], ...]] = {
    "source": (("text",), ("name",), ("original",)),
    "block": (("source_id", "start"),),
    "segment": (("source_id", "start", "end"),),
    "coding": (("segment_id",), ("code_id", "segment_id"), ("user_id",)),
    "code": (("parent_id",),),
    "speaker": (("case_id",),),
    "value": (("owner",), ("attribute_id",)),
    "snapshot": (("finding_id",), ("display_id",)),
    "evidence": (("finding_id",), ("target",)),
    "check": (("finding_id",),),
    "cell": (("display_id",),),
    "node": (("display_id",),),
    "edge": (("display_id",), ("origin_id",), ("target_id",)),
    "consent": (("case_id",),),
    "rating": (("attribute_id",), ("case_id",)),
    "quality": (("segment_id",),),
    "search": (("finding_id",),),
    "feedback": (("finding_id",), ("case_id",)),
    "rule": (("finding_id",),),
    "standing": (("finding_id",), ("case_id",)),
    "contest": (("finding_id",), ("rival_id",)),
    "quantity": (("finding_id",),),
    "appraisal": (("finding_id",),),
    "plausible": (("finding_id",),),
    "surprise": (("finding_id",),),
    "step": (("finding_id",),),
    "annotation": (("manuscript_id",), ("segment_id",)),
    "translation": (("segment_id",),),
    "settlement": (("code_id",), ("segment_id",)),
    "version": (("settlement_id",), ("segment_id",)),
    "assignment": (("round_id",), ("source_id",)),
    "remark": (("target",),),
    "keepsake": (("owner",),),
    "link": (("owner",), ("target",)),
    "relation": (("origin",), ("target",)),
}


def _column(spec: FieldSpec) -> Column[object]:
    if spec.form == "key":
        foreign = ForeignKey(f"{spec.refers}.id", deferrable=True, initially="DEFERRED")
        return Column(spec.column, _KEY, foreign, nullable=spec.optional)
    unique = spec.name == "guid"
    return Column(spec.column, _STORAGE[spec.form](), nullable=spec.optional, unique=unique)


def _entity(kind: str) -> Table:
    columns = [_column(spec) for spec in spec_of(kind).fields]
    changed = Column("changed", BigInteger, nullable=False)
    indexes = [Index(f"ix_{kind}_{'_'.join(c)}", *c) for c in INDEXES.get(kind, ())]
    return Table(kind, metadata, Column("id", _KEY, primary_key=True), *columns, changed, *indexes)


TABLES: dict[str, Table] = {kind: _entity(kind) for kind in KINDS}


class tables:  # noqa: N801  (a namespace of tables, read as one word)
    """The tables that hold no entities."""

    change = Table(
        "change",
        metadata,
        Column("seq", _KEY, primary_key=True, autoincrement=False),
        Column("time", BigInteger, nullable=False),
        Column("user", LargeBinary, nullable=False),
        Column("verb", Text, nullable=False),
        Column("touched", Text, nullable=False),
        Column("undoes", BigInteger),
        Column("redoes", BigInteger),
        Column("args", LargeBinary, nullable=False),
        Column("payload", LargeBinary, nullable=False),
        Column("salt", LargeBinary, nullable=False),
        Column("payload_digest", LargeBinary, nullable=False),
        Column("digest", LargeBinary, nullable=False),
        # Not part of the chain: whether it is in force, and whether words were taken out of it.
        Column("undone", Boolean, nullable=False, default=False),
        Column("blanked", Boolean, nullable=False, default=False),
        Index("ix_change_user_undone", "user", "undone", "seq"),
    )
    text = Table(
        "text",
        metadata,
        Column("id", _KEY, primary_key=True),
        Column("digest", LargeBinary, nullable=False, unique=True),
        Column("length", BigInteger, nullable=False),
        # Absent from the indexes, live in them, or idle: see search.py.
        Column("indexed", Integer, nullable=False, default=0),
    )
    passage = Table(
        "passage",
        metadata,
        Column("id", _KEY, primary_key=True),
        Column("digest", LargeBinary, nullable=False, unique=True),
        Column("body", Text, nullable=False),
    )
    placement = Table(
        "placement",
        metadata,
        Column("id", _KEY, primary_key=True),
        Column("text_id", _KEY, ForeignKey("text.id"), nullable=False),
        Column("start", BigInteger, nullable=False),
        Column("passage_id", _KEY, ForeignKey("passage.id"), nullable=False),
        Index("ix_placement_text", "text_id", "start"),
        Index("ix_placement_passage", "passage_id"),
    )
    original = Table(
        "original",
        metadata,
        Column("id", _KEY, primary_key=True),
        Column("digest", LargeBinary, nullable=False, unique=True),
        Column("length", BigInteger, nullable=False),
    )
    original_piece = Table(
        "original_piece",
        metadata,
        Column("original_id", _KEY, ForeignKey("original.id"), primary_key=True),
        Column("number", _KEY, primary_key=True, autoincrement=False),
        Column("body", LargeBinary, nullable=False),
    )
    # Numbers that are made from the rows, and can be made again: see kept_columns.py.
    kept_column = Table(
        "kept_column",
        metadata,
        Column("name", Text, primary_key=True),
        Column("form", Text, nullable=False),
        Column("seq", BigInteger, nullable=False),
        Column("rests", LargeBinary, nullable=False),
        Column("type", Text, nullable=False),
        Column("least", BigInteger, nullable=False),
        Column("digest", LargeBinary, nullable=False),
        Column("body", LargeBinary, nullable=False),
    )
