"""Chapters of a thesis as universities in Indonesia have them: method, results and discussion, closing."""

from __future__ import annotations

from ...model import say
from ..template import Chapter, Place, Template

__all__ = ["TEMPLATE"]

TEMPLATE = Template(
    name="thesis-chapter",
    title=say("Chapters of a thesis"),
    about=say("Method, results and discussion, conclusions: chapters III to V of a thesis, without a "
              "title page, to go on writing in."),
    contents=(
        Chapter("chapter-method", say("Research method"), (
            Place("approach", say("Approach and design")),
            Place("questions", say("Focus of the research")),
            Place("participants", say("Participants of the research")),
            Place("material", say("Sources and collection of data")),
            Place("method", say("Analysis of the data")),
            Place("testing", say("Trustworthiness of the data")),
            Place("criteria"),
        )),
        Chapter("chapter-results", say("Results and discussion"), (
            Place("narrative", say("Results of the research")),
            Place("displays", say("Displays of the data")),
            Place("confidence"),
            Place("discussion"),
        )),
        Chapter("chapter-closing", say("Closing"), (
            Place("conclusions"),
            Place("limits", say("Limitations of the research")),
            Place("further", say("Suggestions")),
        )),
        Place("references", numbered=False),
    ),
    subtitle=say("Chapters of a thesis"),
    first=3,
    chapter=say("CHAPTER"),
    lists=True,
)  # fmt: skip
