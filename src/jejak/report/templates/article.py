"""An article for a journal: an abstract in two languages, then introduction, method, results, discussion."""

from __future__ import annotations

from ...model import say
from ..template import Chapter, Place, Template

__all__ = ["TEMPLATE"]

TEMPLATE = Template(
    name="article",
    title=say("Journal article"),
    about=say("An abstract in Indonesian and English, then introduction, method, results, discussion "
              "and conclusions."),
    contents=(
        Place("abstract", opens=True),
        Place("introduction"),
        Chapter("chapter-method", say("Method"), (
            Place("approach", say("Design")),
            Place("participants"),
            Place("testing", say("How the findings were tested")),
        )),
        Place("narrative", say("Results")),
        Chapter("chapter-discussion", say("Discussion"), (
            Place("discussion", say("What the findings mean")),
            Place("limits", say("Limitations")),
        )),
        Place("conclusions"),
        Place("references", numbered=False),
    ),
    subtitle=say("Journal article"),
    listed=False,
)  # fmt: skip
