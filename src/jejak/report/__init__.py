"""The report of a study: its parts, one file each, and its writers.

Parts make a :class:`~jejak.documents.document.Document` out of facts; writers make a page, a Word file
or Markdown out of that. Templates say which parts stand in it under which headings. Other packages add
parts and templates by entry points of the groups ``jejak.report-parts`` and ``jejak.report-templates``.
"""

from __future__ import annotations

from ..registry import Registry
from .part import Part
from .template import Template

__all__ = ["ON_REQUEST", "PARTS", "TEMPLATES", "Part", "Template"]

PARTS: Registry[Part] = Registry(
    "report-parts",
    {
        "questions": "jejak.report.parts.questions:PART",
        "material": "jejak.report.parts.material:PART",
        "participants": "jejak.report.parts.participants:PART",
        "method": "jejak.report.parts.method:PART",
        "codebook": "jejak.report.parts.codebook:PART",
        "agreement": "jejak.report.parts.agreement:PART",
        "displays": "jejak.report.parts.displays:PART",
        "findings": "jejak.report.parts.findings:PART",
        "testing": "jejak.report.parts.testing:PART",
        "confidence": "jejak.report.parts.confidence:PART",
        "criteria": "jejak.report.checklists.parts:CRITERIA",
        "limits": "jejak.report.parts.limits:PART",
        "further": "jejak.report.parts.further:PART",
        "references": "jejak.report.parts.references:PART",
        "trail": "jejak.report.parts.trail:PART",
        "coreq": "jejak.report.checklists.parts:COREQ",
        "srqr": "jejak.report.checklists.parts:SRQR",
        "abstract": "jejak.report.parts.abstract:PART",
        "introduction": "jejak.report.parts.introduction:PART",
        "approach": "jejak.report.parts.approach:PART",
        "narrative": "jejak.report.parts.narrative:PART",
        "discussion": "jejak.report.parts.discussion:PART",
        "conclusions": "jejak.report.parts.conclusions:PART",
    },
)

TEMPLATES: Registry[Template] = Registry(
    "report-templates",
    {
        "study": "jejak.report.templates.study:TEMPLATE",
        "thesis-chapter": "jejak.report.templates.thesis_chapter:TEMPLATE",
        "article": "jejak.report.templates.article:TEMPLATE",
        "project-report": "jejak.report.templates.project_report:TEMPLATE",
        "methods-appendix": "jejak.report.templates.methods_appendix:TEMPLATE",
    },
)

# Parts that stand in a report only where a template or somebody asks for them.
ON_REQUEST = frozenset(
    {
        "coreq", "srqr", "abstract", "introduction", "approach", "narrative", "discussion",
        "conclusions",
    }
)  # fmt: skip
