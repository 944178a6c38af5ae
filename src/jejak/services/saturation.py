"""Whether more material of a study still brings new codes, by source or case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..analysis.agreement.coded_texts import coded_by_hand
from ..analysis.saturation import Meaning, Permuted, meaning, permuted, richness, stopping
from ..analysis.saturation.code_places import CodePlaces, code_places
from ..formats.file_writing import write_whole
from ..model.corpus import Corpus
from ..store import Rows, Store
from .code_groups import code_groups
from .passage_files import columns_file
from .readers import coder_rows
from .saturated import Rule, Saturated, Step
from .saturation_told import saturation_columns

__all__ = ["Saturation"]


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
        :class:`NotFound` and :class:`InvalidInput`.
        """
        asked = rule or Rule()
        with self._store.view() as rows:
            corpus = self._store.corpus()
            return _answer(rows, corpus, asked, codes, coders)

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
        placed.uncoded, placed.undated, corpus.version,
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
