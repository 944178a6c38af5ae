"""Words that displays share: kinds and values of the model, titles of axes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from ..model.shape import Heading

__all__ = [
    "NO_VALUE",
    "code_headings",
    "code_names",
    "group_headings",
    "plain_label",
    "value_words",
]

NO_VALUE = say("(not known)")

_KINDS: Mapping[tuple[str, str], Mapping[str, Message]] = {
    ("case", "kind"): {
        "person": say("Person"),
        "group": say("Group"),
        "channel": say("Channel"),
        "place": say("Place"),
        "other": say("Other"),
    },
    ("source", "kind"): {
        "interview": say("Interview"),
        "focus group": say("Focus group"),
        "observation": say("Observation"),
        "document": say("Document"),
        "posts": say("Posts"),
        "survey": say("Survey"),
        "literature": say("Literature"),
        "other": say("Other"),
    },
    ("source", "status"): {
        "to read": say("To read"),
        "in progress": say("In progress"),
        "coded": say("Coded"),
    },
}


def value_words(of: str, name: str, value: str | None) -> str | Message:
    """A group's value as people read it: the model's own words translated, theirs as they are."""
    if value is None:
        return NO_VALUE
    return _KINDS.get((of, name), {}).get(value, value)


def code_headings(
    corpus: Corpus, rows: Sequence[int], *, nested: bool = True
) -> tuple[Heading, ...]:
    """Codes as rows or columns, set in under those above them that are shown too, unless they are not
    ``nested``: in another order than the codebook's. Of two with the same name, each says whose it is."""
    shown, names = (
        set(rows) if nested else set(),
        Counter(name_key(corpus.codes.name[row]) for row in rows),
    )
    return tuple(_heading(corpus, row, shown, names) for row in rows)


def code_names(corpus: Corpus, rows: Sequence[int]) -> list[str]:
    """The names of codes as a sentence tells them; of two with the same name, each says whose it is."""
    return [str(heading.label) for heading in code_headings(corpus, rows, nested=False)]


def _heading(corpus: Corpus, row: int, shown: set[int], names: Counter[str]) -> Heading:
    codes, above = corpus.codes, int(corpus.codes.parent[row])
    label = codes.name[row]
    if names[name_key(label)] > 1 and above >= 0 and above not in shown:
        label = f"{label} ({codes.name[above]})"
    depth = 0
    while above >= 0:
        depth += above in shown
        above = int(codes.parent[above])
    return Heading(
        codes.guid[row], label, depth, colour=codes.colour[row] or None, path=codes.path[row]
    )


def plain_label(label: str | Message) -> str:
    """A label in the program's own language, for putting labels in order."""
    return str(label)


def group_headings(
    corpus: Corpus, of: str, name: str, groups: Sequence[str | None]
) -> tuple[Heading, ...]:
    """Groups of :func:`jejak.analysis.grouping.group_by` as rows or columns."""
    if of == "study":
        return (Heading("study", say("The whole study")),)
    owners = {"case": corpus.cases, "source": corpus.sources, "coder": corpus.users}[of]
    guids = dict(zip(owners.name, owners.guid, strict=True)) if name == "name" else {}
    key = name_key(name)
    # A value alone would be the same key under another attribute that has it too.
    return tuple(
        Heading(guids.get(group or "", f"{of}.{key}={group or ''}"), value_words(of, key, group))
        for group in groups
    )
