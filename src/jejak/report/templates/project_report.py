"""A report to whoever asked for the work: the conclusions first, then what they rest on."""

from __future__ import annotations

from ...model import say
from ..template import Chapter, Place, Template

__all__ = ["TEMPLATE"]

TEMPLATE = Template(
    name="project-report",
    title=say("Project report"),
    about=say("With a title page: what was found first, then what it rests on, its limits, and an "
              "appendix."),
    contents=(
        Place("conclusions", say("What was found")),
        Place("introduction", say("Why this study was made")),
        Chapter("chapter-work", say("How the work was done"), (
            Place("approach"),
            Place("participants"),
            Place("material"),
            Place("method"),
        )),
        Chapter("chapter-results", say("Results"), (
            Place("narrative", say("The findings one by one")),
            Place("displays"),
            Place("confidence"),
        )),
        Chapter("chapter-limits", say("How far it reaches"), (
            Place("testing"),
            Place("limits"),
            Place("further"),
        )),
        Place("references", numbered=False),
        Place("codebook", say("Appendix: the codebook"), numbered=False),
    ),
    subtitle=say("Project report"),
    front=True,
    lists=True,
)  # fmt: skip
