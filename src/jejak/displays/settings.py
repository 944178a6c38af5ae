"""Settings as people give them, against what a kind of display can take in a study."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from ..analysis.levels import MEASURED
from ..analysis.query.names import CodeNames, name_mask
from ..errors import Conflict, InvalidInput
from ..model.characters import fit
from ..model.corpus import Corpus
from ..model.drawn import DrawnNetwork
from ..model.identity import name_key
from ..model.message import Message, say
from .attributes import Choices, attribute_choices
from .display import DisplayKind, Setting
from .matrix.facet import Facet
from .matrix.families import facet_choices, facet_label
from .measures import measure_choices

__all__ = [
    "FILTER",
    "NETWORK",
    "code_rows",
    "facet_of",
    "kept_settings",
    "resolved",
    "settings_for",
    "source_row",
]

FILTER = "filter"
# The setting of a display drawn by hand that says which drawing it is: its own.
NETWORK = "network"
_ITSELF = "{name}"

_YES = frozenset({"yes", "true", "on", "1", "ya"})
_NO = frozenset({"no", "false", "off", "0", "tidak"})
_LONGEST = 10_000


def resolved(kind: DisplayKind, given: Mapping[str, object], corpus: Corpus) -> dict[str, Any]:
    """A value for every setting of the kind: given, or its default; codes and sources as row numbers
    (no source: ``None``).

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
        elif setting.type == "source":
            value = "" if value is None else corpus.sources.guid[value]
        if setting.type == "case" and value is not None:
            value = corpus.cases.guid[value]
        if setting.type == "network" and value is not None:
            value = value.guid
        if value != setting.default:
            kept[setting.name] = value
    if given.get(FILTER):
        kept[FILTER] = given[FILTER]
    return kept


def settings_for(kind: DisplayKind, corpus: Corpus) -> tuple[Setting, ...]:
    """The settings of a kind with the choices that this study gives."""
    return tuple(_with_choices(kind, setting, corpus) for setting in kind.settings)


def _with_choices(kind: DisplayKind, setting: Setting, corpus: Corpus) -> Setting:
    if setting.type in _CHOICES:
        found = _CHOICES[setting.type](corpus)
        return replace(
            setting, choices=tuple(_called(setting, value, label) for value, label in found)
        )
    if setting.type == "network":
        drawn = [one for one in corpus.networks if one.kind == kind.name]
        return replace(
            setting,
            choices=tuple((one.guid, Message(_ITSELF, {"name": one.name})) for one in drawn),
        )
    return setting


def _called(setting: Setting, value: str, label: Message) -> tuple[str, Message]:
    """A choice by its name; the one that leaves it to the kind by what the kind does then."""
    return value, label if setting.none is None or value != setting.default else setting.none


def _orders(corpus: Corpus) -> Choices:
    """What rows and columns can be put in order by in any display; also by one another."""
    own = [(text, label) for text, label in attribute_choices(corpus) if "." in text]
    return (
        ("", say("As they stand")),
        ("name", say("Name")),
        ("total", say("Total")),
        *own,
    )


def _traits(corpus: Corpus) -> Choices:
    """What cases can be told apart by: their kind, and each of their attributes."""
    own = [(text, label) for text, label in attribute_choices(corpus) if text.startswith("case.")]
    return (("", say("The next attribute of the cases")), *own)


def _variables(corpus: Corpus) -> Choices:
    """What cases are rated on or measured by."""
    rated = [one for one in corpus.attributes if one.of == "case" and one.type in MEASURED]
    return (
        ("", say("The first that is rated")),
        *((one.name, say("{text}", text=one.name)) for one in rated),
    )


_CHOICES: Mapping[str, Callable[[Corpus], Choices]] = {
    "attribute": attribute_choices,
    "facets": lambda corpus: tuple(facet_choices(corpus)),
    "order": _orders,
    "measure": measure_choices,
    "variable": _variables,
    "trait": _traits,
}


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


def source_row(corpus: Corpus, name: str) -> int:
    """The row number of the source of that GUID or name.

    Raises :class:`NotFound` (``unknown-source``), and :class:`Conflict` (``ambiguous-source``) where
    several have the name.
    """
    if name in corpus.sources.guid:
        return corpus.sources.guid.index(name)
    found = np.flatnonzero(name_mask(corpus.sources, [name], "source")).tolist()
    if len(found) > 1:
        raise Conflict(
            "ambiguous-source",
            f"{len(found)} sources are called “{name}”.",
            "Give the GUID of the one that is meant.",
        )
    return int(found[0])


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


def _text(setting: Setting, value: object, _: Corpus) -> str:
    most = min(setting.most, _LONGEST)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > most:
        raise _refused(setting, value, f"words, at most {most} characters of them")
    return fit(value.strip())


def _codes(setting: Setting, value: object, corpus: Corpus) -> list[int]:
    names = [value] if isinstance(value, str) else value
    if names is None or names == [""]:
        names = []
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise _refused(setting, value, "a list of codes, by name, path or GUID")
    return code_rows(corpus, names)


def _source(setting: Setting, value: object, corpus: Corpus) -> int | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise _refused(setting, value, "a source, by name or GUID")
    return source_row(corpus, value)


def _case(setting: Setting, value: object, corpus: Corpus) -> int | None:
    if value is None or value == "":
        return None
    wanted = name_key(str(value))
    for row, (guid, name) in enumerate(zip(corpus.cases.guid, corpus.cases.name, strict=True)):
        if wanted in (guid, name_key(name)):
            return row
    raise _refused(setting, value, "a case, by name or GUID")


def _network(_: Setting, value: object, corpus: Corpus) -> DrawnNetwork | None:
    """What is drawn in a saved display; nothing where nothing is, or the display is gone."""
    wanted = name_key(str(value or ""))
    for network in corpus.networks:
        if wanted in (network.guid, name_key(network.name)):
            return network
    return None


def _facets(setting: Setting, value: object, corpus: Corpus) -> list[str]:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise _refused(setting, value, "a list of facets such as code or case.role")
    facets = [Facet.read(text) for text in texts if text.strip()]
    for facet in facets:
        facet_label(facet, corpus)
    if len({name_key(str(facet)) for facet in facets}) < len(facets) or len(facets) > setting.most:
        raise _refused(setting, value, f"at most {setting.most} facets, none of them twice")
    return [str(facet) for facet in facets]


def _lines(setting: Setting, value: object, _: Corpus) -> list[str]:
    texts = value.splitlines() if isinstance(value, str) else value
    if texts is None:
        return []
    if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
        raise _refused(setting, value, "a list of lines of text")
    lines = [fit(line.strip()) for text in texts for line in text.splitlines() if line.strip()]
    if len(lines) > setting.most or any(len(line) > _LONGEST for line in lines):
        raise _refused(setting, value, f"at most {setting.most} lines")
    return lines


def _order(setting: Setting, value: object, _: Corpus) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise _refused(setting, value, "name, total, an attribute, or = and a key; - before it")
    return value.strip()


_READERS: dict[str, Callable[[Setting, object, Corpus], Any]] = {
    "choice": _choice,
    "attribute": _choice,
    "variable": _choice,
    "trait": _choice,
    "switch": _switch,
    "number": _number,
    "codes": _codes,
    "text": _text,
    "source": _source,
    "case": _case,
    "network": _network,
    "facets": _facets,
    "lines": _lines,
    "order": _order,
    "measure": _choice,
}
