"""From the form of an older Jejak to this one's: one step a version, all in one transaction.

A step is written out as it was when the form changed, and never follows what came later.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, delete
from sqlalchemy.schema import CreateTable

from .schema import SCHEMA_VERSION, metadata, tables

__all__ = ["STEPS", "lend_tables", "migrate"]

_EVENTS = """
CREATE TABLE event (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE, name TEXT NOT NULL,
    date TEXT NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL, critical BOOLEAN NOT NULL,
    impact TEXT NOT NULL, description TEXT NOT NULL, position BIGINT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE state (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE, name TEXT NOT NULL,
    date TEXT NOT NULL, description TEXT NOT NULL, position BIGINT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE rating (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    attribute_id INTEGER NOT NULL REFERENCES attribute (id) DEFERRABLE INITIALLY DEFERRED,
    case_id INTEGER NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
    value TEXT NOT NULL, date TEXT NOT NULL, note TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE INDEX ix_rating_attribute_id ON rating (attribute_id);
CREATE INDEX ix_rating_case_id ON rating (case_id)
"""


_NETWORKS = """
CREATE TABLE node (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    display_id INTEGER NOT NULL REFERENCES display (id) DEFERRABLE INITIALLY DEFERRED,
    label TEXT NOT NULL, kind TEXT NOT NULL, x BIGINT NOT NULL, y BIGINT NOT NULL, level TEXT,
    note TEXT NOT NULL, test TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE edge (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    display_id INTEGER NOT NULL REFERENCES display (id) DEFERRABLE INITIALLY DEFERRED,
    origin_id INTEGER NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    target_id INTEGER NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
    sign TEXT NOT NULL, strength BIGINT, label TEXT NOT NULL, note TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE INDEX ix_node_display_id ON node (display_id);
CREATE INDEX ix_edge_display_id ON edge (display_id);
CREATE INDEX ix_edge_origin_id ON edge (origin_id);
CREATE INDEX ix_edge_target_id ON edge (target_id)
"""

_VERIFICATION = """
CREATE TABLE quality (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    segment_id INTEGER NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    circumstances TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE search (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    "query" TEXT NOT NULL, inspected BIGINT NOT NULL, found BIGINT NOT NULL, note TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE feedback (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    case_id INTEGER REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
    who TEXT NOT NULL, date TEXT NOT NULL, shown TEXT NOT NULL, answer TEXT NOT NULL,
    comment TEXT NOT NULL, action TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE rule (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    condition TEXT NOT NULL, consequence TEXT NOT NULL, unit TEXT NOT NULL, ordered BOOLEAN NOT NULL,
    third_id INTEGER REFERENCES attribute (id) DEFERRABLE INITIALLY DEFERRED,
    prediction TEXT NOT NULL, due TEXT NOT NULL, outcome TEXT NOT NULL, note TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE standing (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    case_id INTEGER NOT NULL REFERENCES "case" (id) DEFERRABLE INITIALLY DEFERRED,
    unusual TEXT NOT NULL, verdict TEXT NOT NULL, why TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE contest (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    rival_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL, why TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE quantity (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    phrase TEXT NOT NULL, "query" TEXT NOT NULL, base TEXT NOT NULL,
    low FLOAT NOT NULL, high FLOAT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE appraisal (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    component TEXT NOT NULL, concern TEXT NOT NULL, why TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE prose (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    template TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL,
    position BIGINT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE item (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    checklist TEXT NOT NULL, item TEXT NOT NULL, text TEXT NOT NULL, place TEXT NOT NULL,
    state TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE remark (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    target_kind TEXT NOT NULL, target BLOB NOT NULL, passage TEXT NOT NULL, text TEXT NOT NULL,
    who TEXT NOT NULL, answer TEXT NOT NULL, settled BOOLEAN NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE INDEX ix_quality_segment_id ON quality (segment_id);
CREATE INDEX ix_search_finding_id ON search (finding_id);
CREATE INDEX ix_feedback_finding_id ON feedback (finding_id);
CREATE INDEX ix_feedback_case_id ON feedback (case_id);
CREATE INDEX ix_rule_finding_id ON rule (finding_id);
CREATE INDEX ix_standing_finding_id ON standing (finding_id);
CREATE INDEX ix_standing_case_id ON standing (case_id);
CREATE INDEX ix_contest_finding_id ON contest (finding_id);
CREATE INDEX ix_contest_rival_id ON contest (rival_id);
CREATE INDEX ix_quantity_finding_id ON quantity (finding_id);
CREATE INDEX ix_appraisal_finding_id ON appraisal (finding_id);
CREATE INDEX ix_remark_target ON remark (target)
"""

_SNAPSHOTS = """
CREATE TABLE snapshot (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    display_id INTEGER NOT NULL REFERENCES display (id) DEFERRABLE INITIALLY DEFERRED,
    "row" TEXT NOT NULL, "column" TEXT NOT NULL, seq BIGINT NOT NULL, codebook BIGINT NOT NULL,
    content TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE INDEX ix_snapshot_finding_id ON snapshot (finding_id);
CREATE INDEX ix_snapshot_display_id ON snapshot (display_id)
"""

_KEPT_COLUMNS = """
CREATE TABLE kept_column (
    name TEXT NOT NULL PRIMARY KEY, form TEXT NOT NULL, seq BIGINT NOT NULL, rests BLOB NOT NULL,
    type TEXT NOT NULL, least BIGINT NOT NULL, digest BLOB NOT NULL, body BLOB NOT NULL
)
"""

_REASONING = """
CREATE TABLE plausible (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    why TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE surprise (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    expectation TEXT NOT NULL, theory TEXT NOT NULL, sought TEXT NOT NULL, result TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE step (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    finding_id INTEGER NOT NULL REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED,
    number BIGINT NOT NULL, proposition TEXT NOT NULL, prediction TEXT NOT NULL,
    seen TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE INDEX ix_plausible_finding_id ON plausible (finding_id);
CREATE INDEX ix_surprise_finding_id ON surprise (finding_id);
CREATE INDEX ix_step_finding_id ON step (finding_id)
"""

_MANUSCRIPTS = """
CREATE TABLE manuscript (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE, name TEXT NOT NULL,
    digest TEXT NOT NULL, paragraphs TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE annotation (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    manuscript_id INTEGER NOT NULL REFERENCES manuscript (id) DEFERRABLE INITIALLY DEFERRED,
    paragraph BIGINT NOT NULL, start BIGINT NOT NULL, "end" BIGINT NOT NULL,
    passage TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, quotation BOOLEAN NOT NULL,
    segment_id INTEGER REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL, note TEXT NOT NULL, translation TEXT NOT NULL, translator TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE INDEX ix_annotation_manuscript_id ON annotation (manuscript_id);
CREATE INDEX ix_annotation_segment_id ON annotation (segment_id)
"""

_TRANSLATIONS = """
CREATE TABLE translation (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    segment_id INTEGER NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    language TEXT NOT NULL, text TEXT NOT NULL, translator TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE INDEX ix_translation_segment_id ON translation (segment_id)
"""

_SETTLEMENTS = """
CREATE TABLE settlement (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    code_id INTEGER NOT NULL REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
    segment_id INTEGER NOT NULL REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    decision TEXT NOT NULL,
    kept_id INTEGER REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    created BIGINT NOT NULL, changed BIGINT NOT NULL
);
CREATE TABLE version (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    settlement_id INTEGER NOT NULL REFERENCES settlement (id) DEFERRABLE INITIALLY DEFERRED,
    coder_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    segment_id INTEGER REFERENCES segment (id) DEFERRABLE INITIALLY DEFERRED,
    origin TEXT NOT NULL, weight BIGINT, made BIGINT, changed BIGINT NOT NULL
);
CREATE INDEX ix_settlement_code_id ON settlement (code_id);
CREATE INDEX ix_settlement_segment_id ON settlement (segment_id);
CREATE INDEX ix_version_settlement_id ON version (settlement_id);
CREATE INDEX ix_version_segment_id ON version (segment_id)
"""

_ROUNDS = """
CREATE TABLE round (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE, name TEXT NOT NULL,
    opened BIGINT NOT NULL, closed BIGINT, again BOOLEAN NOT NULL, codebook BIGINT NOT NULL,
    earlier TEXT NOT NULL, figures TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    changed BIGINT NOT NULL
);
CREATE TABLE assignment (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE,
    round_id INTEGER NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
    source_id INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    coder_id INTEGER NOT NULL REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
    read BIGINT, changed BIGINT NOT NULL
);
CREATE INDEX ix_assignment_round_id ON assignment (round_id);
CREATE INDEX ix_assignment_source_id ON assignment (source_id)
"""


_KEEPSAKES = """
CREATE TABLE keepsake (
    id INTEGER NOT NULL PRIMARY KEY, guid BLOB NOT NULL UNIQUE, owner_kind TEXT NOT NULL, owner BLOB NOT NULL,
    format TEXT NOT NULL, content TEXT NOT NULL, changed BIGINT NOT NULL
);
CREATE INDEX ix_keepsake_owner ON keepsake (owner)
"""


def _adding(statements: str) -> Callable[[Connection], None]:
    """A step that runs statements."""

    def step(conn: Connection) -> None:
        for statement in statements.split(";"):
            conn.exec_driver_sql(statement)

    return step


# STEPS[n] brings a study of form n to form n + 1.
STEPS: dict[int, Callable[[Connection], None]] = {
    1: _adding(_EVENTS),
    2: _adding(_NETWORKS),
    3: _adding(_VERIFICATION),
    4: _adding(_SNAPSHOTS),
    5: _adding(_KEPT_COLUMNS),
    6: _adding(_REASONING),
    7: _adding(_MANUSCRIPTS),
    8: _adding(_TRANSLATIONS),
    9: _adding(_SETTLEMENTS),
    10: _adding(_ROUNDS),
    11: _adding(_KEEPSAKES),
}


def migrate(conn: Connection) -> None:
    """Bring an opened study to the present form; nothing where it has it already."""
    version = conn.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version < SCHEMA_VERSION:
        _steps(conn, version)
        # What was made from the rows of the older form is made again.
        conn.execute(delete(tables.kept_column))


def _steps(conn: Connection, version: int) -> None:
    while version < SCHEMA_VERSION:
        STEPS[version](conn)
        version += 1
        conn.exec_driver_sql(f"PRAGMA user_version = {version}")


def lend_tables(conn: Connection) -> tuple[str, ...]:
    """What makes a study of an older form readable where it may not be written: statements that give
    a connection the tables it lacks, empty and beside the file."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    there = set(conn.exec_driver_sql(query).scalars())
    return tuple(
        str(CreateTable(table).compile(dialect=conn.dialect)).replace(
            "CREATE TABLE", "CREATE TEMP TABLE", 1
        )
        for table in metadata.sorted_tables
        if table.name not in there
    )
