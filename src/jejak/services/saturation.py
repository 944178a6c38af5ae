"""Whether more material of a study still brings new codes, by source or case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..analysis.agreement.coded_texts import coded_by_hand
from ..analysis.saturation import (
    Meaning,
    Permuted,
    covered,
    meaning,
    permuted,
    richness,
    stopping,
)
from ..analysis.saturation.code_places import CodePlaces, code_places
from ..errors import NotAllowed
from ..formats.file_writing import write_whole
from ..model import StudyInfo, say
from ..model.corpus import Corpus
from ..model.identity import clean_name
from ..store import Rows, Store
from .code_groups import code_groups
from .passage_files import columns_file
from .readers import coder_rows
from .saturated import Rule, Saturated, Step
from .saturation_told import saturation_columns

__all__ = ["Saturation"]

_SETTING = "no saturation"


class Saturation:
    """The saturation of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def compute(
        self,
        rule: Rule | None = None,
        *,
        codes: Sequence[str] | None = None,
        coders: Sequence[str] | None = None,
    ) -> Saturated:
        """Saturation as of now, of every code by itself or of ``codes``, each with all below it; by what
        ``coders`` coded, or everybody.

        Sources without a coding that counts are left out: they are not read yet. Raises
        :class:`NotFound` and :class:`InvalidInput`, :class:`NotAllowed` where it is switched off, and
        for whoever codes in an open round and asks for everybody.
        """
        asked = rule or Rule()
        if coders is None:
            self._store.sight.apart().refuse()
        why = self.off
        if why is not None:
            raise NotAllowed(
                "saturation-off",
                say("This study does not reckon saturation: {why}", why=why),
                say("Switch it on where it is asked for."),
            )
        with self._store.view() as rows:
            corpus = self._store.corpus()
            return _answer(rows, corpus, asked, codes, coders)

    @property
    def off(self) -> str | None:
        """Why this study does not reckon saturation; ``None`` where it does."""
        found = self._store.all(StudyInfo)[0].settings.get(_SETTING)
        return None if found is None else str(found)

    def switch_off(self, why: str) -> None:
        """Let the study not reckon saturation, as reflexive thematic analysis does not; ``why`` stands
        in its report. Raises :class:`InvalidInput` without a reason."""
        why = clean_name(why, "reason")
        with self._store.write(say("Reckon no saturation"), self._user) as change:
            info = change.rows.all(StudyInfo)[0]
            change.set(info, settings={**info.settings, _SETTING: why})

    def switch_on(self) -> None:
        """Let the study reckon saturation again."""
        with self._store.write(say("Reckon saturation"), self._user) as change:
            info = change.rows.all(StudyInfo)[0]
            kept = {name: value for name, value in info.settings.items() if name != _SETTING}
            change.set(info, settings=kept)

    def write(self, found: Saturated, path: str | Path) -> Path:
        """The sources or cases in order, with what each brought, as it may leave the study, in a file of
        the kind that its ending names; where it lies. Raises :class:`InvalidInput` (ending),
        :class:`MissingExtra`, :class:`StoreFailure`."""
        place = Path(path)
        with self._store.view() as rows:
            content = columns_file(
                rows, saturation_columns(found), place.suffix.lower(), place.stem
            )
        write_whole(place, content)
        return place


def _answer(
    rows: Rows,
    corpus: Corpus,
    rule: Rule,
    names: Sequence[str] | None,
    coders: Sequence[str] | None,
) -> Saturated:
    groups = code_groups(rows, corpus, names)
    counted = coded_by_hand(corpus, range(len(corpus.users.guid)), settled=True)
    if coders is not None:
        counted &= np.isin(corpus.codings.coder, coder_rows(corpus, coders))
    placed = code_places(corpus, groups, counted, by=rule.by, order=rule.order)
    held = placed.held
    asked = {"base": rule.base, "run": rule.run, "threshold": rule.threshold}
    other = permuted(held, **asked, draws=rule.draws, seed=rule.seed)  # type: ignore[arg-type]
    often = np.bincount(held.code, minlength=held.codes)
    return Saturated(
        rule, _steps(corpus, placed, groups, other), len(held.found),
        stopping(held.new(), **asked),  # type: ignore[arg-type]
        other, richness(held), _meanings(corpus, placed, groups, rule),
        tuple(corpus.codes.path[groups[code][0]] for code in np.flatnonzero(often == 1).tolist()),
        covered(corpus, groups, counted), placed.uncoded, placed.undated, corpus.version,
    )  # fmt: skip


def _steps(
    corpus: Corpus, placed: CodePlaces, groups: list[list[int]], other: Permuted
) -> tuple[Step, ...]:
    held = placed.held
    found, first = held.found.tolist(), held.first()
    many = np.bincount(held.source, minlength=held.sources)
    until = held.until()
    of = corpus.sources if len(placed.places) and placed.by == "source" else corpus.cases
    return tuple(
        Step(
            of.guid[row], placed.names[at], int(many[at]),
            tuple(corpus.codes.path[groups[found[n]][0]] for n in np.flatnonzero(first == at).tolist()),
            int(until[at]), float(other.mean[at]),
        )
        for at, row in enumerate(placed.places)
    )  # fmt: skip


def _meanings(
    corpus: Corpus, placed: CodePlaces, groups: list[list[int]], rule: Rule
) -> tuple[tuple[str, Meaning], ...]:
    """Dimensions of a code are the codes right below it, where it can be applied itself."""
    place = {group[0]: number for number, group in enumerate(groups)}
    of = [place.get(int(corpus.codes.parent[group[0]]), -1) for group in groups]
    found = meaning(placed.held, np.array(of, np.int64), quiet=rule.quiet)
    return tuple((corpus.codes.path[groups[one.code][0]], one) for one in found)
