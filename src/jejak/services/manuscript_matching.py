"""A manuscript brought in: its quotations found in the material, its passages found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..analysis.quoting.anchoring import Spot, around
from ..analysis.quoting.locating import Material, Place
from ..analysis.quoting.marks import Quoted
from ..model import Annotation, Link, Manuscript, Source
from ..model.manuscript import ANNOTATES
from ..store import Change, Rows
from ..store.cascade import remove_whole
from ..store.segments import segment_at
from .manuscript_cards import placed_at, weighed

__all__ = ["Brought", "propose", "settle"]

# Places so much less alike than the best one are not chosen for being evidence.
_AS_GOOD = 1.0


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of bringing a manuscript in: passages that stand as they stood, that were reworded and
    kept what they are tied to, and that are no longer there; new quotations that were found in the
    material, and that were not. ``naming`` are the paragraphs in which a real name stands."""

    manuscript: Manuscript
    new: bool
    kept: int = 0
    reworded: int = 0
    adrift: int = 0
    proposed: int = 0
    unfound: int = 0
    naming: tuple[int, ...] = ()


def settle(
    change: Change, manuscript: Manuscript, quoted: Sequence[Quoted]
) -> tuple[list[Spot], int, int, int]:
    """Find the passages of an earlier version in this one. Where they stand now; how many stand as
    they stood, were reworded, are no longer there."""
    taken: list[Spot] = []
    kept, missing = 0, list[Annotation]()
    before = change.rows.all(Annotation, manuscript=manuscript.guid)
    open_ones = [one for one in before if _is_open(one)]
    # What nothing was found for, and nothing was said of, is looked for anew.
    remove_whole(change, Annotation.KIND, [one.guid for one in open_ones])
    for one in before:
        at = placed_at(manuscript.paragraphs, one)
        if one in open_ones:
            continue
        if at is None:
            missing.append(one)
            continue
        kept += 1
        taken.append(at)
        _put(change, manuscript, one, at)
    reworded = 0
    words = Material(manuscript.paragraphs, [one.passage for one in missing])
    for one in missing:
        at = _again(one, quoted, words, taken)
        if at is not None:
            reworded += 1
            taken.append(at)
            _put(change, manuscript, one, at)
    return taken, kept, reworded, len(missing) - reworded


def _is_open(one: Annotation) -> bool:
    return one.state == "proposed" and not (one.segment or one.note or one.translation)


def _put(change: Change, manuscript: Manuscript, one: Annotation, at: Spot) -> None:
    text = manuscript.paragraphs[at.paragraph - 1]
    prefix, suffix = around(text, at.start, at.end)
    change.set(
        one, paragraph=at.paragraph, start=at.start, end=at.end, passage=text[at.start : at.end],
        prefix=prefix, suffix=suffix,
    )  # fmt: skip


def _again(
    one: Annotation,
    quoted: Sequence[Quoted],
    words: Material,
    taken: Sequence[Spot],
) -> Spot | None:
    """Where a passage stands whose words were changed: a quotation is one still."""
    for place in words.find(one.passage):
        at = Spot(place.text + 1, place.start, place.end)
        if one.quotation:
            whole = next((each for each in map(_spot, quoted) if _meet(each, at)), None)
            at = at if whole is None else whole
        if not any(_meet(at, other) for other in taken):
            return at
    return None


def _spot(one: Quoted) -> Spot:
    return Spot(one.paragraph, one.start, one.end)


def _meet(one: Spot, other: Spot) -> bool:
    same = one.paragraph == other.paragraph
    return same and one.start < other.end and other.start < one.end


def propose(
    change: Change,
    manuscript: Manuscript,
    quoted: Sequence[Quoted],
    blocks: Sequence[str],
    taken: Sequence[Spot],
    user: str,
) -> tuple[int, int]:
    """Propose ties for quotations that nothing is known of. How many were found in the material, and
    how many were not; what is only indented and not found is no quotation."""
    fresh = [one for one in quoted if not any(_meet(_spot(one), other) for other in taken)]
    sources = change.rows.all(Source)
    told = [manuscript.paragraphs[one.paragraph - 1][one.start : one.end] for one in fresh]
    material = Material((change.rows.text(one.text) for one in sources), told) if fresh else None
    choice = _Choice(change.rows, sources)
    found = unfound = 0
    for one, words in zip(fresh, told, strict=True):
        places = material.find(words) if material is not None else []
        if not places and blocks[one.paragraph - 1] == "indent":
            continue
        made = _proposed(manuscript, one, user)
        if not places:
            unfound += 1
            change.add(made)
            continue
        found += 1
        place = choice.best(places)
        segment = segment_at(change, sources[place.text], place.start, place.end)
        change.add(replace(made, segment=segment.guid))
        change.add_many(
            Link(role=ANNOTATES, owner_kind=Annotation.KIND, owner=made.guid,
                 target_kind="finding", target=finding)
            for finding in choice.findings(place)
        )  # fmt: skip
    return found, unfound


def _proposed(manuscript: Manuscript, one: Quoted, user: str) -> Annotation:
    text = manuscript.paragraphs[one.paragraph - 1]
    prefix, suffix = around(text, one.start, one.end)
    return Annotation(
        manuscript=manuscript.guid, paragraph=one.paragraph, start=one.start, end=one.end,
        passage=text[one.start : one.end], prefix=prefix, suffix=suffix, user=user,
    )  # fmt: skip


class _Choice:
    """Which of several places a quotation is from: one that is evidence, before others as good."""

    def __init__(self, rows: Rows, sources: Sequence[Source]) -> None:
        self._sources = sources
        self._weighed = weighed(rows, {one.guid for one in sources})

    def best(self, places: Sequence[Place]) -> Place:
        """The place to propose."""
        good = [one for one in places if one.likeness >= places[0].likeness - _AS_GOOD]
        return next((one for one in good if self.findings(one)), good[0])

    def findings(self, place: Place) -> list[str]:
        """The findings (GUIDs) whose evidence stands there."""
        met = (
            evidence.finding
            for start, end, evidence in self._weighed.get(self._sources[place.text].guid, ())
            if start < place.end and place.start < end
        )
        return list(dict.fromkeys(met))
