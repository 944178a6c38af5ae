"""The words of an audit trail: its categories, and what can lie in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Message, say

__all__ = ["ABOUT", "COPY_TOLD", "FOLDERS", "KINDS_OF", "NAMES", "TITLES", "WHAT", "Kept"]

# What is said wherever an auditor's copy is opened.
COPY_TOLD = say(
    "This is a copy for an auditor: it can be read and remarked on, and nothing in it can be changed."
)

FOLDERS: Mapping[str, str] = {
    "raw": "1-raw-data",
    "reduction": "2-reduction-and-analysis",
    "synthesis": "3-reconstruction-and-synthesis",
    "process": "4-process-notes",
    "intentions": "5-intentions-and-dispositions",
    "instruments": "6-instrument-development",
}

TITLES: Mapping[str, Message] = {
    "raw": say("Raw data"),
    "reduction": say("Data reduction and analysis products"),
    "synthesis": say("Data reconstruction and synthesis products"),
    "process": say("Process notes"),
    "intentions": say("Intentions and dispositions"),
    "instruments": say("Instrument development"),
}

ABOUT: Mapping[str, Message] = {
    "raw": say("The material as it was gathered, and whose it is."),
    "reduction": say(
        "What the material was condensed to: codes and what they were put on, summaries, theoretical"
        " notes, hunches, displays."
    ),
    "synthesis": say(
        "What was made of it: pattern codes, relations, findings with their evidence, networks, ties"
        " to the literature, the report."
    ),
    "process": say(
        "How it was done and how far it can be trusted: notes on method, checks and what they rest on,"
        " consent, remarks, the log of all changes."
    ),
    "intentions": say(
        "What the study meant to find out, what was expected, and the researchers' notes on themselves."
    ),
    "instruments": say(
        "What the material was gathered and described with: variables, summary forms, guides."
    ),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of thing by its words, and where it belongs unless it is an exception."""

    kind: str
    words: Message


# Every kind that an audit trail counts, by the category it belongs to, in the order in which it is told.
KINDS_OF: Mapping[str, tuple[Kept, ...]] = {
    "raw": (
        Kept("source", say("sources")), Kept("case", say("cases")),
        Kept("value", say("what is known of cases and sources")), Kept("speaker", say("speakers")),
    ),
    "reduction": (
        Kept("code", say("codes")), Kept("coding", say("codings")), Kept("memo", say("memos")),
        Kept("translation", say("translations")),
        Kept("set", say("sets")), Kept("event", say("events")), Kept("state", say("states")),
        Kept("rating", say("ratings")), Kept("display", say("displays")),
        Kept("cell", say("words in displays")), Kept("finding", say("hunches")),
    ),
    "synthesis": (
        Kept("code", say("pattern codes")), Kept("finding", say("findings")),
        Kept("evidence", say("evidence")), Kept("relation", say("relations")),
        Kept("node", say("boxes of networks")), Kept("edge", say("arrows of networks")),
        Kept("reference", say("literature")), Kept("source", say("literature read as sources")),
        Kept("step", say("steps of reasoning")), Kept("manuscript", say("manuscripts")),
        Kept("annotation", say("annotations of manuscripts")),
        Kept("prose", say("own words in the report")), Kept("item", say("answers to checklists")),
    ),
    "process": (
        Kept("memo", say("memos on method")), Kept("consent", say("consent")),
        Kept("check", say("checks")), Kept("search", say("searches for what speaks against")),
        Kept("feedback", say("feedback")), Kept("standing", say("unusual cases")),
        Kept("contest", say("how rivals came out")), Kept("quantity", say("words of quantity")),
        Kept("appraisal", say("appraisals of confidence")),
        Kept("plausible", say("marks of what is merely plausible")),
        Kept("surprise", say("surprises")), Kept("quality", say("circumstances of words")), Kept("rule", say("rules")),
        Kept("settlement", say("settled disagreements")),
        Kept("version", say("what coders had before disagreements were settled")),
        Kept("round", say("rounds of coding")),
        Kept("assignment", say("what is assigned to coders")),
        Kept("remark", say("remarks")), Kept("user", say("people")),
        Kept("keepsake", say("what other programs said beside")),
    ),
    "intentions": (
        Kept("question", say("questions")), Kept("memo", say("reflexive memos")),
        Kept("rule", say("predictions")),
    ),
    "instruments": (
        Kept("attribute", say("variables")), Kept("source", say("guides and instruments")),
    ),
}  # fmt: skip

# Any kind by its words, where an exception puts it into a category of others.
NAMES: Mapping[str, Message] = {
    one.kind: one.words for kinds in [*KINDS_OF.values()][::-1] for one in kinds[::-1]
}

# What the files are that hold more than a table of one kind.
WHAT: Mapping[str, Message] = {
    "texts": say("the text of a source"),
    "memos": say("memos"),
    "passages": say("coded passages with their codes"),
    "codebook": say("the codebook"),
    "display": say("a display"),
    "findings": say("findings with their evidence and checks"),
    "report": say("the whole report"),
    "literature": say("the literature, as CSL-JSON"),
    "method": say("how it was done"),
    "questions": say("what the study asks"),
    "forms": say("what the summary forms ask"),
    "log": say("the chain of all changes"),
    "log-about": say("how the chain is checked, with and without Jejak"),
}
