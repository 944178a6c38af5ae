"""An appendix on method: how the work was done and tested, to the last entry of the trail."""

from __future__ import annotations

from ...model import say
from ..template import Chapter, Place, Template

__all__ = ["TEMPLATE"]

TEMPLATE = Template(
    name="methods-appendix",
    title=say("Methods appendix"),
    about=say("For reviewers and examiners: material, participants, codebook, every finding with its "
              "evidence and checks, and the trail."),
    contents=(
        Chapter("chapter-design", say("Design and material"), (
            Place("approach"),
            Place("questions"),
            Place("participants"),
            Place("material"),
        )),
        Chapter("chapter-analysis", say("Analysis"), (
            Place("method"),
            Place("codebook"),
        )),
        Chapter("chapter-testing", say("Testing the conclusions"), (
            Place("testing", say("The checks in one table")),
            Place("findings", say("Findings with their evidence")),
            Place("confidence"),
            Place("criteria"),
        )),
        Chapter("chapter-limits", say("Limits and what is still to be done"), (
            Place("limits"),
            Place("further"),
        )),
        Place("trail", say("The audit trail")),
        Place("references", numbered=False),
    ),
    subtitle=say("Methods appendix"),
    lists=True,
)  # fmt: skip
