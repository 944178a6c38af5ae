"""Which facts of a finding are decided by attributes whose values stay in the study."""

from __future__ import annotations

from ..model import Finding, IfThen, Quantity, Search
from .finding_records import FindingRecords
from .leaving import Leaving

__all__ = ["decided_by_scope", "facts_that_stay"]

# What the cases decide that a finding speaks about.
_OF_SCOPE = frozenset({
    "scope", "scope_problem", "exposed", "strata", "under_codes", "coded_by", "halves", "unlike",
    "extremes", "quantities", "rules",
})  # fmt: skip
# What is counted by queries, with the fields that hold them.
_COUNTED = (
    ("quantities", Quantity, ("query", "base")),
    ("rules", IfThen, ("condition", "consequence")),
    ("searches", Search, ("query",)),
)


def decided_by_scope(finding: Finding, leaving: Leaving) -> bool:
    """Whether an attribute that stays decides which cases a finding speaks about."""
    return leaving.stays(finding.scope)


def facts_that_stay(finding: Finding, records: FindingRecords, leaving: Leaving) -> frozenset[str]:
    """The fields of :class:`~jejak.model.verdict.FindingFacts` that do not leave: what the scope
    decides, and what is counted by a query, where it asks for an attribute that stays."""
    found = set(_OF_SCOPE) if decided_by_scope(finding, leaving) else set()
    for field, record, names in _COUNTED:
        on_record = records.on_record.get(record.KIND, {}).get(finding.guid, ())
        if leaving.stays(*(getattr(one, name) for one in on_record for name in names)):
            found.add(field)
    return frozenset(found)
