"""How far the coders of a study agree: by code, jointly, by pair, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from ..analysis.agreement import COEFFICIENTS, Coefficient, Continuum
from ..analysis.agreement.alignment import TOO_MANY
from ..analysis.agreement.characters import coded_or_not, one_value_each
from ..analysis.agreement.coded_texts import coded_by_hand, stretches, units_of
from ..analysis.agreement.differences import Difference, differences
from ..analysis.agreement.independent import independent
from ..analysis.agreement.joint import alpha_by_value, joint_alpha, unused
from ..analysis.agreement.lengths import coincidences
from ..analysis.agreement.uncertainty import NO_INTERVAL, Interval
from ..analysis.agreement.units import in_units
from ..errors import InvalidInput
from ..formats.file_writing import write_whole
from ..model import Message, Round, User, say
from ..model.corpus import Corpus
from ..store import Rows, Store
from ..store.lookups import find_round
from .agreed import Agreed, CodeAgreement, PairAgreement, Place, Question, Settled
from .agreement_columns import agreement_columns
from .code_groups import code_groups
from .compared import compared, compared_in_round
from .leaving import Leaving
from .passage_files import columns_file
from .round_cards import seq_of

__all__ = ["Agreement"]

# Coefficients over stretches that values must exclude each other for, and what they are of one code.
_EXCLUSIVE = ("u-alpha", "binary-u-alpha", "cu-alpha", "k-u-alpha")
_OF_ONE = {"u-alpha": "binary-u-alpha", "cu-alpha": "k-u-alpha"}
_MOST_ALIGNED = 20
_FEWEST = 2


class Agreement:
    """The agreement of a study's coders."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def compute(
        self,
        question: Question | None = None,
        *,
        coders: Sequence[str] | None = None,
        codes: Sequence[str] | None = None,
        read: Mapping[str, Sequence[str]] | None = None,
        sources: Sequence[str] | None = None,
        of_round: str | None = None,
        machines: bool = False,
        places: int = 50,
    ) -> Agreed:
        """Agreement of what people coded each by themselves; where disagreements were settled, also as
        it is now. ``coders`` are names (everybody who read anything by default, and the ``machines``
        where they are wanted), ``codes`` names, each with all below it (every code by itself by
        default); ``read`` states by coder which sources they read, in place of what the history
        tells; ``sources`` are names, all by default.

        ``of_round`` names a round: its coders in what each was to read. In a round again one coder is
        compared with themselves; once it is closed, as it was then.

        Raises :class:`NotFound` and :class:`InvalidInput` for what is not there or makes no sense,
        :class:`NotAllowed` for whoever codes in an open round.
        """
        asked = question or Question()
        asked.of()
        self._store.sight.apart().refuse()
        with self._store.view() as rows:
            one = None if of_round is None else find_round(rows, of_round)
            if one is None or not (one.again and one.figures):
                return self._computed(
                    rows, asked, one, coders, codes, read, sources, machines, places
                )
            before = seq_of(one)
        with self._store.at(before) as then:
            return Agreement(then, self._user).compute(
                asked, coders=coders, codes=codes, of_round=of_round, places=places
            )

    def _computed(
        self, rows: Rows, asked: Question, one: Round | None, coders: Sequence[str] | None,
        codes: Sequence[str] | None, read: Mapping[str, Sequence[str]] | None,
        sources: Sequence[str] | None, machines: bool, places: int,  # noqa: FBT001
    ) -> Agreed:  # fmt: skip
        present = self._store.corpus()
        # Nobody settles anything with themselves.
        corpus = present if one is not None and one.again else independent(present)
        groups = code_groups(rows, corpus, codes)
        if one is not None:
            whose = compared_in_round(rows, corpus, one, coders)
        else:
            whose = compared(
                rows, corpus, coders=coders, sources=sources, read=read, machines=machines
            )
        spans = stretches(whose.corpus, whose.who, groups, whose.read, whose.counted)
        users = whose.corpus.users
        by_rule = ~coded_by_hand(whose.corpus) & ~whose.counted
        agreed = _Answer(asked, whose.corpus, spans, groups).agreed(
            tuple((users.guid[row], users.name[row]) for row in whose.who),
            places, stated=bool(read),
            left_out=int((by_rule & np.isin(whose.corpus.codings.coder, whose.who)).sum()),
        )  # fmt: skip
        robots = {user.guid for user in rows.all(User) if user.machine}
        names = [name for guid, name in agreed.coders if guid in robots]
        agreed = replace(agreed, machines=tuple(names))
        if one is not None:
            agreed = _of_round(agreed, one)
        settled = 0 if agreed.again else _settled(present, groups, whose.who)
        if not settled:
            return agreed
        whose = whose.as_settled(rows, present)
        spans = stretches(present, whose.who, groups, whose.read, whose.counted)
        now = _Answer(replace(asked, interval=NO_INTERVAL), present, spans, groups)
        return now.after(agreed, settled, places)

    def write(self, agreed: Agreed, path: str | Path, language: str = "en") -> Path:
        """The codes with their coefficients as a table, as it may leave the study, in a file of the kind
        that its ending names; where it lies. Raises :class:`InvalidInput` (ending),
        :class:`MissingExtra`, :class:`StoreFailure`."""
        place = Path(path)
        with self._store.view() as rows:
            leaves = Leaving(rows).text
            columns = [
                replace(one, name=leaves(one.name)) for one in agreement_columns(agreed, language)
            ]
            content = columns_file(rows, columns, place.suffix.lower(), place.stem)
        write_whole(place, content)
        return place


def _settled(corpus: Corpus, groups: Sequence[Sequence[int]], who: Sequence[int]) -> int:
    """How many disagreements of these people were settled under these codes."""
    codes = {corpus.codes.guid[row] for group in groups for row in group}
    people = {corpus.users.guid[row] for row in who}
    return sum(
        one.code in codes and len(people & set(one.coders)) >= _FEWEST for one in corpus.settled
    )


def _varies(spans: Continuum) -> bool:
    """Whether any value is given somewhere, and not everywhere by everybody."""
    whole, given, _ = coincidences(spans)
    each = given.sum(0)
    return bool(((each > 0) & (each < whole.sum())).any())


def _of_stretches(name: str, spans: Continuum, options: Mapping[str, Any]) -> Coefficient:
    """A coefficient over stretches; where there are too many of them for it, none, and that."""
    try:
        return COEFFICIENTS.get(name).compute(spans, **options)
    except InvalidInput as wrong:
        if wrong.code != TOO_MANY:
            raise
        reason = wrong.said[0]
        return Coefficient(
            measure=name, value=None, reason=reason if isinstance(reason, Message) else None
        )


def _of_round(agreed: Agreed, one: Round) -> Agreed:
    if one.again and not agreed.shared:
        never = say("Nothing of it was read a second time.")
        agreed = replace(agreed, whole=replace(agreed.whole, value=None, reason=never))
    return replace(agreed, of_round=one.name, again=one.again)


class _Answer:
    """One question about some coders' stretches."""

    def __init__(
        self, asked: Question, corpus: Corpus, spans: Continuum, groups: list[list[int]]
    ) -> None:
        self._asked = asked
        self._measure = asked.of()
        self._corpus = corpus
        self._spans = spans
        self._groups = groups
        self._overlap = spans.overlapping()
        units = None if self._by_stretch else units_of(corpus, spans, asked.unit)
        self._counted = spans if units is None else in_units(spans, units)
        exclusive = self._overlap is None and units is not None
        self._single = in_units(spans, units, exclusive=True) if exclusive and units else spans

    @property
    def _by_stretch(self) -> bool:
        return not self._measure.in_units

    def agreed(
        self, coders: tuple[tuple[str, str], ...], places: int, *, stated: bool, left_out: int
    ) -> Agreed:
        found = differences(self._spans)
        shared = self._spans.readers() >= 2
        return Agreed(
            self._asked, coders,
            tuple(name for name, both in zip(self._spans.sources, shared, strict=True) if both),
            int(self._spans.length[shared].sum()), self._overlap is None, stated, left_out,
            self._jointly(None, self._asked.interval), self._by_code(), self._by_pair(),
            tuple(self._place(one) for one in found[: max(places, 0)]), len(found),
            self._corpus.version,
        )  # fmt: skip

    def after(self, before: Agreed, settled: int, places: int) -> Agreed:
        """The answer ``before`` so many disagreements were settled, with what it is now: where they
        still differ, too."""
        found = differences(self._spans)
        now = Settled(
            settled, self._jointly(None, NO_INTERVAL),
            tuple(one.coefficient for one in self._by_code()),
        )  # fmt: skip
        shown = tuple(self._place(one) for one in found[: max(places, 0)])
        return replace(before, now=now, places=shown, total=len(found))

    # --- by code ---

    def _by_code(self) -> tuple[CodeAgreement, ...]:
        many = len(self._groups)
        marked = np.zeros((many, len(self._spans.coders)), np.int64)
        np.add.at(marked, (self._spans.value, self._spans.coder), 1)
        if self._measure.of_sets or (self._measure.name == "alpha" and not self._asked.options):
            found = alpha_by_value(self._counted, interval=self._asked.interval)
        else:
            found = [self._one(value) for value in range(many)]
        codes = self._corpus.codes
        return tuple(
            CodeAgreement(
                codes.guid[group[0]], codes.path[group[0]], found[number],
                tuple(marked[number].tolist()),
            )
            for number, group in enumerate(self._groups)
        )  # fmt: skip

    def _one(self, value: int) -> Coefficient:
        whole, given, _ = coincidences(self._counted.of_values([value]))
        if not 0 < given.sum() < whole.sum():
            return Coefficient(
                measure=self._measure.name, value=None, reason=unused(self._counted, value)
            )
        options: dict[str, Any] = {**self._asked.options, "interval": self._asked.interval}
        if not self._by_stretch:
            return self._measure.compute(coded_or_not(self._counted, value), **options)
        name = _OF_ONE.get(self._measure.name, self._measure.name)
        if name == "k-u-alpha":
            if self._overlap is not None:
                return self._refused()
            options["value"] = self._spans.values[value]
            return _of_stretches(name, self._spans, options)
        if name == "gamma" and len(self._groups) > _MOST_ALIGNED:
            reason = say("Of more than {n} codes gamma is computed jointly only.", n=_MOST_ALIGNED)
            return Coefficient(measure=name, value=None, reason=reason)
        return _of_stretches(name, self._spans.of_values([value]), options)

    # --- jointly ---

    def _jointly(self, pair: tuple[int, int] | None, interval: Interval) -> Coefficient:
        name, options = self._measure.name, {**self._asked.options, "interval": interval}
        counted, single = (
            one if pair is None else one.of_coders(pair) for one in (self._counted, self._single)
        )
        if not _varies(counted):
            return Coefficient(measure=name, value=None, reason=unused(counted))
        if name in ("alpha", "joint-alpha"):
            return joint_alpha(counted, interval=interval)
        if self._measure.of_sets:
            return self._measure.compute(counted, **options)
        if name == "k-u-alpha" and "value" not in options:
            name = "cu-alpha"
        if self._overlap is not None and (not self._by_stretch or name in _EXCLUSIVE):
            return self._refused()
        if self._by_stretch:
            return _of_stretches(name, counted, options)
        return self._measure.compute(one_value_each(single), **options)

    def _refused(self) -> Coefficient:
        found = self._overlap
        assert found is not None
        reason = say(
            "{coder} has “{one}” and “{two}” at one place of “{source}”: codes that do not exclude each "
            "other have no such coefficient.",
            coder=found.coder, one=found.values[0], two=found.values[1], source=found.source,
        )  # fmt: skip
        return Coefficient(measure=self._measure.name, value=None, reason=reason)

    def _by_pair(self) -> tuple[PairAgreement, ...]:
        names = self._spans.coders
        if len(names) < 3 or self._measure.name == "gamma":
            return ()
        return tuple(
            PairAgreement(names[one], names[two], self._jointly((one, two), NO_INTERVAL))
            for one, two in combinations(range(len(names)), 2)
        )

    # --- where ---

    def _place(self, one: Difference) -> Place:
        sources, codes, names = self._corpus.sources, self._corpus.codes, self._spans.coders
        row = self._groups[one.value][0]
        words = self._corpus.texts[one.source][one.start : one.end]
        return Place(
            sources.guid[one.source], sources.name[one.source], one.start, one.end, codes.guid[row],
            codes.path[row], tuple(names[at] for at in one.coded),
            tuple(names[at] for at in one.without), one.apart, words,
        )  # fmt: skip
