"""Settings as people give them, against what a kind of display can take in a study."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ..analysis.query.names import CodeNames
from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.identity import name_key
from ..model.message import Message, say
from .display import DisplayKind, Setting

__all__ = ["FILTER", "code_rows", "facet_of", "kept_settings", "resolved", "settings_for"]

FILTER = "filter"
Choices = tuple[tuple[str, Message], ...]

_YES = frozenset({"yes", "true", "on", "1", "ya"})
_NO = frozenset({"no", "false", "off", "0", "tidak"})
_FACETS: dict[tuple[str, str], Message] = {
    ("case", "kind"): say("Kind of case"),
    ("source", "kind"): say("Kind of source"),
    ("source", "medium"): say("Medium"),
    ("source", "language"): say("Language"),
    ("source", "status"): say("Status of the source"),
    ("source", "collected"): say("When it was collected"),
    ("source", "collector"): say("Who collected it"),
    ("source", "method"): say("How it was collected"),
}


def resolved(kind: DisplayKind, given: Mapping[str, object], corpus: Corpus) -> dict[str, Any]:
    """A value for every setting of the kind: given, or its default; codes as row numbers.

    Strings as the command line gives them are taken for switches and numbers. Raises
    :class:`InvalidInput` for a name or value that is none, listing what is possible, and
    :class:`NotFound` or :class:`Conflict` for a code.
    """
    known = {setting.name: setting for setting in settings_for(kind, corpus)}
    for name in given:
        if name not in known and name != FILTER:
            raise InvalidInput(
                "unknown-setting",
                f"The display “{kind.name}” has no setting “{name}”.",
                f"There are: {', '.join([*known, FILTER])}.",
            )
    return {
        name: _READERS[setting.type](setting, given.get(name, setting.default), corpus)
        for name, setting in known.items()
    }


def kept_settings(
    kind: DisplayKind, given: Mapping[str, object], corpus: Corpus
) -> dict[str, object]:
    """What is worth saving of settings: what differs from the defaults, codes by their GUIDs.

    Raises as :func:`resolved`.
    """
    values = resolved(kind, given, corpus)
    kept: dict[str, object] = {}
    for setting in kind.settings:
        value = values[setting.name]
        if setting.type == "codes":
            value = [corpus.codes.guid[row] for row in value]
        if value != setting.default:
            kept[setting.name] = value
    if given.get(FILTER):
        kept[FILTER] = given[FILTER]
    return kept


def settings_for(kind: DisplayKind, corpus: Corpus) -> tuple[Setting, ...]:
    """The settings of a kind with the choices that this study gives."""
    return tuple(
        replace(setting, choices=_attributes(corpus)) if setting.type == "attribute" else setting
        for setting in kind.settings
    )


def facet_of(value: str) -> tuple[str, str]:
    """What an attribute setting means: (``case``, ``source``, ``coder`` or ``study``; what of it).

    ``name`` is each by itself, as in :func:`jejak.analysis.grouping.group_by`.
    """
    of, _, name = value.partition(".")
    return of, name or "name"


def code_rows(corpus: Corpus, names: Iterable[str]) -> list[int]:
    """Row numbers of codes given by GUID, path or name, each once, in the codebook's order.

    Raises :class:`NotFound` and :class:`Conflict`.
    """
    index = CodeNames(corpus.codes)
    return sorted({int(np.flatnonzero(index.mask(name, below=False))[0]) for name in names})


def _attributes(corpus: Corpus) -> Choices:
    found: list[tuple[str, Message]] = [("study", say("The whole study")), ("case", say("Case"))]
    found += _of("case", corpus, corpus.cases.facets)
    found.append(("source", say("Source")))
    found += _of("source", corpus, corpus.sources.facets)
    return (*found, ("coder", say("Coder")))


def _of(of: str, corpus: Corpus, facets: Mapping[str, Sequence[str | None]]) -> Choices:
    named = [
        (f"{of}.{facet}", _FACETS[of, facet])
        for facet, column in facets.items()
        if (of, facet) in _FACETS and any(column)
    ]
    taken = {name_key(facet) for facet in facets} | {"name"}
    own = [
        (f"{of}.{attribute.name}", _attribute(of, attribute.name))
        for attribute in corpus.attributes
        if attribute.of == of and name_key(attribute.name) not in taken
    ]
    return (*named, *own)


def _attribute(of: str, name: str) -> Message:
    return say("Case: {name}", name=name) if of == "case" else say("Source: {name}", name=name)


# --- reading values ---


def _refused(setting: Setting, value: object, possible: str) -> InvalidInput:
    return InvalidInput(
        "bad-setting",
        f"“{value}” is no value of the setting “{setting.name}”.",
        f"It may be {possible}.",
    )


def _choice(setting: Setting, value: object, _: Corpus) -> str:
    wanted = name_key(str(value))
    for name, _label in setting.choices:
        if name_key(name) == wanted:
            return name
    raise _refused(setting, value, ", ".join(name for name, _ in setting.choices))


def _switch(setting: Setting, value: object, _: Corpus) -> bool:
    word = name_key(str(value))
    if word not in _YES | _NO:
        raise _refused(setting, value, "yes or no")
    return word in _YES


def _number(setting: Setting, value: object, _: Corpus) -> int:
    text = str(value).strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if not 1 <= number <= setting.most:
        raise _refused(setting, value, f"a whole number from 1 to {setting.most}")
    return number


def _codes(setting: Setting, value: object, corpus: Corpus) -> list[int]:
    names = [value] if isinstance(value, str) else value
    if names is None or names == [""]:
        names = []
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise _refused(setting, value, "a list of codes, by name, path or GUID")
    return code_rows(corpus, names)


_READERS: dict[str, Callable[[Setting, object, Corpus], Any]] = {
    "choice": _choice,
    "attribute": _choice,
    "switch": _switch,
    "number": _number,
    "codes": _codes,
}
