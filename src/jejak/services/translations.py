"""Translations: what segments say in other languages, beside their own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..errors import InvalidInput
from ..model import Segment, Source, StudyInfo, Translation, say
from ..model.auditor import AuditorCopy
from ..store import Rows, Store
from ..store.cascade import drop_bare_segments
from ..store.history import head
from ..store.revisions import last_touching, revisions
from ..store.reworded import reworded_since
from ..store.segments import segment_at
from .things import Thing, things

__all__ = ["Rendered", "Translations", "reworded", "translations_of"]

_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_VERB = say("Translate a passage")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A translation; ``stale`` says that the words it translates were corrected since it was written."""

    record: Translation
    stale: bool


def translations_of(rows: Rows, segments: Iterable[str]) -> dict[str, tuple[Rendered, ...]]:
    """The translations of segments (GUIDs), by segment, in order of their languages."""
    found: defaultdict[str, list[Rendered]] = defaultdict(list)
    for one in _rendered(rows, rows.among(Translation, "segment", segments)):
        found[one.record.segment].append(one)
    return {
        guid: tuple(sorted(many, key=lambda one: one.record.language))
        for guid, many in found.items()
    }


def reworded(rows: Rows) -> tuple[str, ...]:
    """The translations (GUIDs) whose words were corrected since they were written."""
    return tuple(one.record.guid for one in _rendered(rows, rows.all(Translation)) if one.stale)


def _rendered(rows: Rows, made: Sequence[Translation]) -> list[Rendered]:
    if not made:
        return []
    copy = AuditorCopy.found(rows.all(StudyInfo)[0].settings)
    if copy is not None:
        return [Rendered(one, one.guid in copy.reworded) for one in made]
    written = revisions(rows, Translation.KIND, [one.guid for one in made])
    corrected = last_touching(rows, Source.KIND, head(rows.conn))
    segments = {one.guid: one for one in rows.among(Segment, "guid", [o.segment for o in made])}
    return [
        Rendered(
            one,
            written[one.guid] < corrected
            and reworded_since(rows, segments[one.segment], written[one.guid]),
        )
        for one in made
    ]


class Translations:
    """The translations in a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def of(self, segment: str) -> tuple[Rendered, ...]:
        """The translations of a segment (a GUID), in order of their languages."""
        with self._store.view() as rows:
            return translations_of(rows, [segment]).get(segment, ())

    def all(self) -> list[tuple[Rendered, Thing]]:
        """All translations, each with the words that it translates, in the order they were made."""
        with self._store.view() as rows:
            made = rows.all(Translation)
            words = things(rows, [(Segment.KIND, one.segment) for one in made])
            return [
                (one, words[one.record.segment])
                for one in _rendered(rows, made)
                if one.record.segment in words
            ]

    def write_at(
        self,
        source: Source,
        start: int,
        end: int,
        language: str,
        text: str,
        translator: str | None = None,
    ) -> Translation | None:
        """As :meth:`write`, of a stretch of a source in code points."""
        with self._store.write(_VERB, self._user) as change:
            segment = segment_at(change, source, start, end)
            return self.write(segment.guid, language, text, translator)

    def write(
        self, segment: str, language: str, text: str, translator: str | None = None
    ) -> Translation | None:
        """Put the words of a segment into a language, over what was there; empty words take the
        translation away (``None``). ``translator`` is somebody other than who writes it down.

        Raises :class:`NotFound`, and :class:`InvalidInput` for what is no language (``en``, ``id``,
        ``jv``) and for words that are no longer in their source.
        """
        language, text = language.strip().lower(), text.strip()
        if not _LANGUAGE.fullmatch(language):
            raise InvalidInput(
                "bad-language", f"“{language}” is no language.", "Give its code: en, id, jv, zh."
            )
        with self._store.write(_VERB, self._user) as change:
            if change.rows.get(Segment, segment).lost is not None:
                raise InvalidInput("lost-segment", "The words of this segment are no longer there.")
            there = change.rows.first(Translation, segment=segment, language=language)
            if not text:
                if there is not None:
                    change.remove(there)
                drop_bare_segments(change, [segment])
                return None
            if there is None:
                made = Translation(
                    segment=segment, language=language, text=text, user=self._user,
                    translator=(translator or "").strip(),
                )  # fmt: skip
                change.add(made)
                return made
            by = there.translator if translator is None else translator.strip()
            return change.set(there, text=text, translator=by, user=self._user)
