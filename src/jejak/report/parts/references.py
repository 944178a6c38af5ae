"""The works that the report cites: filled once all of it is known."""

from __future__ import annotations

from ...documents.document import Bibliography, Block
from ...model import say
from ..facts import ReportFacts
from ..part import Part
from ..teller import Teller

__all__ = ["PART"]


def _tell(_: ReportFacts, __: Teller) -> tuple[Block, ...]:
    return (Bibliography(),)


PART = Part("references", say("References"), _tell)
