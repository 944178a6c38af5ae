"""Settings that name what is no longer in the study: followed, left out, or shown as what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import Caption, Matrix, key_parts, nested_key
from .display import DisplayKind, Setting
from .matrix.facet import Facet
from .settings import settings_for

__all__ = ["MEND", "Former", "Gone", "Mended", "mended", "nothing_left"]

MEND = say("Choose something else in its settings, and save it again.")


@dataclass(frozen=True, slots=True)
class Gone:
    """What something that is gone was called, and what stands for it now: a GUID of a code, a name of
    an attribute, ``None`` where nothing does."""

    name: str
    now: str | None = None
    now_name: str = ""


class Former(Protocol):
    """What the history knows of names and GUIDs that nothing in the study has."""

    def code(self, guid: str) -> Gone | None:
        """A code that was there; ``None`` where none ever was."""

    def attribute(self, of: str, name: str) -> Gone | None:
        """An attribute of cases or sources that was called so; ``None`` where none ever was."""

    def was(self, kind: str, guid: str) -> bool:
        """Whether a case or source of that GUID ever was there."""


@dataclass(slots=True)
class Mended:
    """Settings as they can be read now, what has to be said of it, and, where nothing sensible is
    left to show, why."""

    settings: dict[str, object]
    notes: list[Message] = field(default_factory=list)
    missing: Message | None = None

    def tell(self, note: Message) -> None:
        """Say something once."""
        if note not in self.notes:
            self.notes.append(note)


def mended(
    kind: DisplayKind, given: Mapping[str, object], corpus: Corpus, former: Former
) -> Mended:
    """Settings of a kind with what was merged or renamed followed and what is gone left out.

    What never was in the study stays as it is, to be refused like any wrong setting.
    """
    found = Mended(dict(given))
    there = _There(corpus, former, frozenset(corpus.codes.guid))
    for setting in settings_for(kind, corpus):
        value = given.get(setting.name)
        mend = _MENDERS.get(setting.type)
        if value not in (None, "") and mend is not None:
            found.settings[setting.name] = mend(found, setting, value, there)
    return found


def nothing_left(
    kind: DisplayKind, given: Mapping[str, object], notes: Sequence[Message]
) -> Matrix:
    """A display of nothing that says why there is nothing, and how to mend it."""
    caption = Caption(
        title=kind.title, unit=say("segments"), filter=str(given.get("filter") or ""),
        notes=(*notes, MEND),
    )  # fmt: skip
    return Matrix(kind.name, (), (), {}, caption, say("Code"), say("Case"))


@dataclass(frozen=True, slots=True)
class _There:
    corpus: Corpus
    former: Former
    codes: frozenset[str]


def _codes(found: Mended, _: Setting, value: object, there: _There) -> object:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list | tuple):
        return value
    kept: list[object] = []
    for name in names:
        now = _code_now(found, name, there) if isinstance(name, str) else name
        if now is not None:
            kept.append(now)
    if names and not kept:
        found.missing = say("None of the codes that it was to show is in the codebook any more.")
    return kept


def _code_now(found: Mended, name: str, there: _There) -> str | None:
    """The code of a GUID as it is now: itself, what it was merged into, or nothing."""
    gone = None if name in there.codes else there.former.code(name)
    if gone is None:
        return name
    if gone.now is None:
        found.tell(say("The code “{name}” was deleted: it is left out.", name=gone.name))
    else:
        found.tell(
            say(
                "The code “{name}” was merged into “{code}”, which is shown in its place.",
                name=gone.name, code=gone.now_name,
            )
        )  # fmt: skip
    return gone.now


def _source(found: Mended, _: Setting, value: object, there: _There) -> object:
    if value not in there.corpus.sources.guid and there.former.was("source", str(value)):
        found.missing = say("The source that it was to show is no longer in the study.")
    return value


def _case(found: Mended, _: Setting, value: object, there: _There) -> object:
    if value not in there.corpus.cases.guid and there.former.was("case", str(value)):
        found.missing = say("The case that it was to show is no longer in the study.")
    return value


def _attribute_now(found: Mended, text: str, there: _There) -> str | None:
    """``case.role`` as the attribute is called now; ``None`` where it is gone."""
    of, _, name = text.partition(".")
    gone = there.former.attribute(of, name) if of in ("case", "source") and name else None
    if gone is None:
        return text
    if gone.now is None:
        found.tell(say("The attribute “{name}” was deleted.", name=gone.name))
        return None
    found.tell(say("The attribute “{name}” is called “{now}” now.", name=gone.name, now=gone.now))
    return f"{of}.{gone.now}"


def _chosen(found: Mended, setting: Setting, value: object, there: _There) -> object:
    """One of the attributes of the study."""
    text = f"case.{value}" if setting.type == "variable" else str(value)
    now = _attribute_now(found, text, there)
    if now is None:
        found.missing = _BY_GONE
        return value
    return now.partition(".")[2] if setting.type == "variable" else now


def _facets(found: Mended, _: Setting, value: object, there: _There) -> object:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list | tuple):
        return value
    known = [
        _attribute_now(found, str(Facet.read(text)), there) if isinstance(text, str) else text
        for text in texts
    ]
    kept = [text for text in known if text is not None]
    if known and not kept:
        found.missing = _BY_GONE
    return kept


def _order(found: Mended, _: Setting, value: object, there: _There) -> object:
    if not isinstance(value, str):
        return value
    sign = "-" if value.strip().startswith("-") else ""
    by = value.strip().removeprefix("-")
    if not by.startswith("="):
        now = _attribute_now(found, by, there)
    else:
        parts = [_code_now(found, part, there) for part in key_parts(by[1:])]
        kept = [part for part in parts if part is not None]
        same = len(kept) == len(parts)
        key = kept[0] if same and len(kept) == 1 else nested_key(kept)
        now = f"={key}" if same else None
    if now is None:
        found.tell(say("What it was to be put in order by is gone: it stands as it comes."))
        return ""
    return sign + now


_BY_GONE = say("What it was to be made by is no longer in the study.")

_MENDERS: Mapping[str, Callable[[Mended, Setting, Any, _There], object]] = {
    "codes": _codes,
    "source": _source,
    "case": _case,
    "attribute": _chosen,
    "trait": _chosen,
    "measure": _chosen,
    "variable": _chosen,
    "facets": _facets,
    "order": _order,
}
