"""What stands in a memo's Markdown: what it mentions, and what is still to be done.

A mention is a link ``[label](jejak:KIND/GUID)``. Mentions are read from the text whenever they are
asked for and kept nowhere else, so text and mentions cannot disagree; what a memo is *about* are
links of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import Conflict

__all__ = ["Task", "mention", "mentions", "tasks", "ticked"]

_MENTION = re.compile(
    r"(?:\]\(|<)jejak:([a-z]+)/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})[)>]",
    re.IGNORECASE,
)
_TASK = re.compile(r"(\s*(?:[-*+]|\d+[.)])\s+)\[([ xX])\]\s+(.*\S)\s*")
_LABEL = str.maketrans({"[": "\\[", "]": "\\]", "\\": "\\\\", "\n": " "})


@dataclass(frozen=True, slots=True)
class Task:
    """A line of a task list: its number in the text from 0 on, its words, and whether it is done."""

    line: int
    text: str
    done: bool


def mention(label: str, kind: str, guid: str) -> str:
    """The link by which a memo mentions something."""
    return f"[{label.translate(_LABEL)}](jejak:{kind}/{guid})"


def mentions(body: str) -> list[tuple[str, str]]:
    """What a memo mentions, as (kind, GUID), each once and in the order of the text."""
    found = ((kind.lower(), guid.lower()) for kind, guid in _MENTION.findall(body))
    return list(dict.fromkeys(found))


def tasks(body: str) -> list[Task]:
    """The tasks of a memo in the order of the text."""
    return [
        Task(number, match[3], match[2] != " ")
        for number, line in enumerate(body.split("\n"))
        if (match := _TASK.fullmatch(line))
    ]


def ticked(body: str, task: Task, *, done: bool) -> str:
    """The text with one task done or not done; it is found by its words where lines have moved.

    Raises :class:`Conflict` where no task has these words any more.
    """
    lines = body.split("\n")
    same = [one for one in tasks(body) if one.text == task.text]
    if not same:
        raise Conflict(
            "no-such-task",
            f"The memo has no task “{task.text}” any more.",
            "Nothing was changed. Look at the memo as it is now.",
        )
    line = min(same, key=lambda one: abs(one.line - task.line)).line
    match = _TASK.fullmatch(lines[line])
    assert match is not None
    at = match.start(2)
    lines[line] = f"{lines[line][:at]}{'x' if done else ' '}{lines[line][at + 1 :]}"
    return "\n".join(lines)
