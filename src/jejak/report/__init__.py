"""The report of a study: its parts, one file each, and its writers.

Parts make a :class:`~jejak.documents.document.Document` out of facts; writers make a page, a Word file
or Markdown out of that. Other packages add parts by entry points of the group
``jejak.report-parts``.
"""

from __future__ import annotations

from ..registry import Registry
from .part import Part

__all__ = ["PARTS", "Part"]

PARTS: Registry[Part] = Registry(
    "report-parts",
    {
        "questions": "jejak.report.parts.questions:PART",
        "material": "jejak.report.parts.material:PART",
        "participants": "jejak.report.parts.participants:PART",
        "method": "jejak.report.parts.method:PART",
        "codebook": "jejak.report.parts.codebook:PART",
        "displays": "jejak.report.parts.displays:PART",
        "findings": "jejak.report.parts.findings:PART",
        "limits": "jejak.report.parts.limits:PART",
        "trail": "jejak.report.parts.trail:PART",
    },
)
