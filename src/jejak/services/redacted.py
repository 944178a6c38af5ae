"""Everything in a study as strangers may have it: by the same GUIDs, without what stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from ..displays import kind_of
from ..errors import JejakError
from ..model import (
    KINDS,
    Annotation,
    Attribute,
    Block,
    Check,
    Display,
    Finding,
    IfThen,
    Keepsake,
    Manuscript,
    NetworkNode,
    Quantity,
    Record,
    Reference,
    Search,
    Segment,
    Set,
    Snapshot,
    Source,
    Speaker,
    StudyInfo,
    User,
)
from ..model.codec import FieldSpec, spec_of
from ..model.corpus import Corpus
from ..model.display import COVERAGE
from ..store import Rows
from ..store.correcting import Moves, corrected
from ..store.outward import Outward
from .display_computing import computed
from .hiding import Hiding
from .leaving import Leaving

__all__ = ["Carried", "Redacted"]

# Words of the model itself, which are nobody's name.
_FIXED = {
    "medium", "anchor", "status", "role", "of", "cycle", "stance", "state", "answer", "unusual", "unit",
    "component", "concern", "origin", "tactic", "colour", "language", "owner_kind", "target_kind",
    "origin_kind", "rests_on", "key", "row", "column", "level", "sign", "confidence",
}  # fmt: skip
# What asks a question: kind -> the fields that hold queries.
_ASKING: Mapping[type[Record], tuple[str, ...]] = {
    Set: ("query",), Search: ("query",), IfThen: ("condition", "consequence"),
    Quantity: ("query", "base"), NetworkNode: ("test",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Carried:
    """The text of a source as it leaves, and how stretches of it are carried there: passages take in
    all of what stands for a name they touch, blocks stay apart."""

    text: str
    outward: Outward
    moves: Moves


class Redacted:
    """The entities of one view of a study without real names, without the values of hidden attributes
    and whatever rests on them, without original files and what is known of these."""

    def __init__(
        self,
        rows: Rows,
        corpus: Corpus,
        leaving: Leaving,
        hiding: Hiding,
        carried: Mapping[str, Carried] | None = None,
    ) -> None:
        """With ``carried`` (by the GUID of the source) segments and blocks stand where the texts have
        them that leave; without, where the study has them."""
        self.rows = rows
        self._corpus = corpus
        self.leaving = leaving
        self.hiding = hiding
        self.carried = carried or {}
        self._there: set[str] = set()
        self.left_out: dict[str, int] = {}

    def all(self) -> Iterator[Record]:
        """Every entity that leaves, in an order in which each comes after what it refers to."""
        for kind, record in KINDS.items():
            for one in self.rows.each(record):
                told = self._whole(one) and self._told(one)
                if told:
                    self._there.add(one.guid)
                    yield told
                else:
                    self.left_out[kind] = self.left_out.get(kind, 0) + 1

    # --- what stays ---

    def _whole(self, one: Record) -> bool:
        """Whether all that it refers to leaves, and nothing in it rests on what stays."""
        for field in spec_of(one.KIND).fields:
            target = getattr(one, field.name) if field.refers else None
            # A code may come before the one it lies below.
            if target is not None and field.refers != one.KIND and target not in self._there:
                return False
        return not self._stays(one)

    def _stays(self, one: Record) -> bool:
        if isinstance(one, Attribute):
            return one.guid in self.leaving.privacy.hidden
        if isinstance(one, Display):
            return self._display_stays(one)
        if isinstance(one, Snapshot):
            decided = cast("list[Any]", one.content.get("attributes", ()))
            return not set(map(str, decided)).isdisjoint(self.leaving.privacy.hidden)
        asked = [getattr(one, name) or "" for name in _ASKING.get(type(one), ())]
        return self.asks(*asked)

    def asks(self, *queries: str) -> bool:
        """Whether any of the queries asks for what stays in the study."""
        try:
            return self.leaving.stays(*filter(None, queries))
        except JejakError:
            # Words that are no query ask for nothing.
            return False

    def _display_stays(self, one: Display) -> bool:
        if one.kind == COVERAGE or not self.leaving.privacy.hidden:
            return False
        try:
            self.leaving.matrix(computed(self.rows, self._corpus, kind_of(one.kind), one.settings))
        except JejakError:
            return True
        return False

    # --- what leaves ---

    def _told(self, one: Record) -> Record | None:
        values: dict[str, Any] = {}
        for field in spec_of(one.KIND).fields:
            if field.name not in _FIXED and not field.refers and field.name != "guid":
                values |= self._field(one, field)
        told = replace(one, **values)
        special = _SPECIAL.get(type(one))
        return special(self, told, one) if special else told

    def _field(self, one: Record, field: FieldSpec) -> dict[str, Any]:
        value = getattr(one, field.name)
        if isinstance(value, str | tuple | Mapping) and field.form == "text":
            tell = self.hiding.literature if isinstance(one, Reference) else self.hiding.told
            clean = self._clean(value, tell)
            return {field.name: tuple(clean) if isinstance(value, tuple) else clean}
        return {}

    def _clean(self, value: Any, tell: Callable[[str], str]) -> Any:
        """A value of lists, mappings and texts with every text in it told."""
        if isinstance(value, str):
            return tell(value)
        if isinstance(value, list | tuple):
            return [self._clean(part, tell) for part in value]
        if isinstance(value, Mapping):
            return {tell(str(name)): self._clean(part, tell) for name, part in value.items()}
        return value


def _study(_of: Redacted, told: StudyInfo, _: StudyInfo) -> StudyInfo:
    privacy = {"coders": "name", "hidden": []}
    return replace(told, settings={**told.settings, "privacy": privacy})


def _source(_of: Redacted, told: Source, _: Source) -> Source:
    return replace(told, original=None, original_name=None, metadata={})


def _block(of: Redacted, told: Block, one: Block) -> Block | None:
    speaker = one.speaker and of.hiding.speaker(one.speaker, one.source)
    told = replace(told, speaker=speaker, label=None, extra={})
    carried = of.carried.get(one.source)
    if carried is None or one.start == one.end:
        return told
    start, end = carried.moves.span(one.start, one.end)
    return replace(told, start=start, end=end) if start < end else None


def _speaker(of: Redacted, told: Speaker, one: Speaker) -> Speaker:
    return replace(told, name=of.hiding.speaker(one.name, one.source))


def _segment(of: Redacted, told: Segment, one: Segment) -> Segment | None:
    # What was lost may have been taken out to protect somebody.
    if one.lost is not None or one.anchor not in {"text", "page", "cell"}:
        return None
    carried = of.carried.get(one.source)
    if carried is None:
        return told
    start, end = carried.outward.there(one.start, one.end)
    return replace(told, start=start, end=end)


def _annotation(of: Redacted, told: Annotation, one: Annotation) -> Annotation:
    written = of.rows.get(Manuscript, one.manuscript).paragraphs
    if not 1 <= one.paragraph <= len(written):
        return told
    paragraph = written[one.paragraph - 1]
    edits = of.hiding.edits(paragraph)
    start, end = Outward(edits).there(one.start, one.end)
    passage = corrected(paragraph, edits)[start:end]
    return replace(told, start=start, end=end, passage=passage)


def _keepsake(_of: Redacted, _told: Keepsake, _: Keepsake) -> None:
    return None


def _user(of: Redacted, told: User, one: User) -> User:
    shown = of.leaving.names.get(one.name, one.name)
    return replace(told, name=shown, initials=one.initials if shown == one.name else shown[:3])


def _finding(of: Redacted, told: Finding, one: Finding) -> Finding:
    return replace(told, scope="") if of.asks(one.scope) else told


def _check(of: Redacted, told: Check, _: Check) -> Check:
    return replace(told, facts={}) if of.leaving.privacy.hidden else told


_Tell = Callable[[Redacted, Any, Any], Record | None]
_SPECIAL: Mapping[type[Record], _Tell] = {
    StudyInfo: _study, Source: _source, Block: _block,
    Speaker: _speaker, Segment: _segment, User: _user,
    Finding: _finding, Check: _check, Annotation: _annotation, Keepsake: _keepsake,
}  # fmt: skip
