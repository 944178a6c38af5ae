"""Checklists as parts of a report: criteria of trustworthiness, COREQ and SRQR."""

from __future__ import annotations

from ...documents.document import Block
from ...model import say
from ..facts import ReportFacts
from ..part import Part
from ..teller import Teller
from .filling import filled_list
from .telling import blocks_of

__all__ = ["COREQ", "CRITERIA", "SRQR"]


def _criteria(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    return blocks_of(filled_list("criteria", facts), tell)


def _coreq(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    return blocks_of(filled_list("coreq", facts), tell)


def _srqr(facts: ReportFacts, tell: Teller) -> tuple[Block, ...]:
    return blocks_of(filled_list("srqr", facts), tell)


CRITERIA = Part("criteria", say("Criteria of trustworthiness"), _criteria)
COREQ = Part("coreq", say("Checklist after COREQ"), _coreq)
SRQR = Part("srqr", say("Checklist after SRQR"), _srqr)
