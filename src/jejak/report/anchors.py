"""Names of places in a report: for every finding, piece of evidence and code."""

from __future__ import annotations

import re

from ..model import Evidence, Finding

__all__ = ["code_anchor", "evidence_anchor", "finding_anchor"]

_SIMPLE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def finding_anchor(finding: Finding) -> str:
    """``finding-F1``; by GUID where the label is not as simple as that."""
    name = finding.label if _SIMPLE.fullmatch(finding.label) else finding.guid
    return f"finding-{name}"


def evidence_anchor(evidence: Evidence) -> str:
    """``evidence-`` and the GUID."""
    return f"evidence-{evidence.guid}"


def code_anchor(guid: str) -> str:
    """``code-`` and the GUID of a code."""
    return f"code-{guid}"
