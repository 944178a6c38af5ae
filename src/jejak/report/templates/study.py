"""The whole study: every part, in the order in which the program has them."""

from __future__ import annotations

from ...model import say
from ..template import Template

__all__ = ["TEMPLATE"]

TEMPLATE = Template(
    name="study",
    title=say("The whole study"),
    about=say("Every part with all it knows, from the questions to the trail: to work with, and to "
              "hand to an examiner."),
    contents=(),
    subtitle=say("Report of a qualitative study"),
    numbered=False,
    sums=True,
)  # fmt: skip
