"""What a crate tells beside the report: people, all changes, and which change wrote what."""

from __future__ import annotations

from ..model import ChangeEntry, Check, Code, Evidence, Finding, User
from ..model.codec import guid_text
from ..report.crate.facts import CrateFacts
from ..report.facts import ReportFacts
from ..store import Rows, history
from .report_facts_history import change_lines

__all__ = ["crate_facts"]

_KINDS = frozenset({Finding.KIND, Evidence.KIND, Check.KIND, Code.KIND})


def crate_facts(rows: Rows, report: ReportFacts, user: str, license: str) -> CrateFacts:
    """The facts of a crate, from the same view as the report's; ``user`` writes it."""
    entries = history.entries(rows.conn)
    people = tuple(rows.all(User))
    known = {one.guid for one in people}
    return CrateFacts(
        report=report,
        people=people,
        changes=change_lines(rows, entries),
        written=_written(rows, entries),
        checks={(one.finding, one.tactic): one.guid for one in rows.each(Check)},
        actors={entry.seq: entry.user for entry in entries if entry.user in known},
        by=user,
        license=license,
    )


def _written(rows: Rows, entries: list[ChangeEntry]) -> dict[str, tuple[int, ...]]:
    """The changes that wrote each finding, piece of evidence, check and code, the first one first."""
    found: dict[str, list[int]] = {}
    for entry in entries:
        if _KINDS.isdisjoint(entry.touched):
            continue
        for group in history.payload_of(rows.conn, entry.undoes or entry.redoes or entry.seq):
            if group.kind in _KINDS:
                for guid in group.guids:
                    found.setdefault(guid_text(guid), []).append(entry.seq)
    return {guid: tuple(many) for guid, many in found.items()}
