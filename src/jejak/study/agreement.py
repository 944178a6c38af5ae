"""Agreement and saturation as a notebook sees them: tables, with what was computed in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..analysis.agreement.uncertainty import Interval
from ..i18n import translate
from ..model import Settlement
from ..model.table import Column
from ..services.agreed import Agreed, Question
from ..services.agreement import Agreement
from ..services.agreement_columns import agreement_columns, place_columns
from ..services.agreement_told import methods, remarks
from ..services.saturated import Rule, Saturated
from ..services.saturation import Saturation
from ..services.saturation_told import (
    saturation_columns,
    saturation_methods,
    saturation_remarks,
)
from ..services.settled import Disagreement
from ..services.settling import Settling
from ..store import Store
from .settling import OpenTable, SettledTable
from .tabular import Tabular

__all__ = ["AgreementTable", "Agreements", "DifferenceTable", "SaturationTable", "Saturations"]


class Agreements(Agreement):
    """Asked like a function: ``study.agreement(measure="cu-alpha").frame()``. What coders differ over is
    in :meth:`disagreements`, and :meth:`settle` settles it."""

    def __init__(self, store: Store, user: str) -> None:
        super().__init__(store, user)
        self.settling = Settling(store, user)

    def disagreements(self, **asked: Any) -> OpenTable:
        """The disagreements that are open, as :meth:`.Settling.open` has them: ``coders``, ``codes``,
        ``sources``, ``read``, ``by`` (size, code, place), ``limit``. Raises :class:`NotFound`,
        :class:`InvalidInput`."""
        return OpenTable(self.settling.open(**asked))

    def settle(
        self, disagreement: Disagreement | str, decision: str, *, kept: str | None = None,
        reason: str = "", **asked: Any,
    ) -> Settlement:  # fmt: skip
        """Settle a disagreement (or its key): ``decision`` is keep (then ``kept`` names whose version),
        both, neither, outer or inner. ``asked`` is what it was listed with. Raises :class:`Conflict`
        where it is not there any more, :class:`InvalidInput`, :class:`NotFound`."""
        key = disagreement if isinstance(disagreement, str) else disagreement.key
        return self.settling.settle([key], decision, kept=kept, reason=reason, **asked)[0]

    def settled(self, language: str = "en") -> SettledTable:
        """What was settled, the latest first, with what each had before."""
        return SettledTable(self.settling.all(), language)

    def __call__(
        self,
        *,
        measure: str = "alpha",
        unit: str = "character",
        coders: Sequence[str] | None = None,
        codes: Sequence[str] | None = None,
        read: Mapping[str, Sequence[str]] | None = None,
        sources: Sequence[str] | None = None,
        of_round: str | None = None,
        machines: bool = False,
        interval: str = "bootstrap",
        samples: int = 1_000,
        confidence: float = 0.95,
        seed: int = 1,
        language: str = "en",
        **options: Any,
    ) -> AgreementTable:
        """How far coders agree, by a coefficient (``alpha``, ``cu-alpha``, ``cohen-kappa``, ``gamma`` …).

        ``unit`` is character, word, sentence, block or source; ``read`` states by coder which sources
        they read (``{"Bayu": ["S-01"]}``, or ``["*"]``), in place of what the history tells;
        ``sources``, ``of_round`` and ``machines`` are as in :meth:`compute`; ``interval`` is bootstrap,
        jackknife, analytic or ``""`` for none. Options are the coefficient's own (``weights="linear"``). Raises :class:`NotFound`,
        :class:`InvalidInput`, :class:`MissingExtra`.
        """
        how = Interval(interval, confidence, samples, seed)
        asked = Question(measure, unit, options, how)
        found = self.compute(
            asked, coders=coders, codes=codes, read=read, sources=sources, of_round=of_round,
            machines=machines,
        )  # fmt: skip
        return AgreementTable(found, language)


class AgreementTable(Tabular):
    """A row for each code, all of them jointly first; :attr:`agreed` is all of the answer."""

    def __init__(self, agreed: Agreed, language: str) -> None:
        self.agreed = agreed
        self._language = language

    @property
    def value(self) -> float | None:
        """The coefficient of all codes jointly; ``None`` where there is none."""
        return self.agreed.whole.value

    @property
    def differences(self) -> DifferenceTable:
        """The places where coders differ, the longest difference first."""
        return DifferenceTable(self.agreed)

    def methods(self, language: str | None = None) -> str:
        """What was computed, as a paragraph for the methods section."""
        spoken = language or self._language
        return " ".join(translate(one, spoken) for one in methods(self.agreed))

    def remarks(self, language: str | None = None) -> list[str]:
        """What to say of the result."""
        return [translate(one, language or self._language) for one in remarks(self.agreed)]

    def _columns(self) -> list[Column]:
        return agreement_columns(self.agreed, self._language)

    def __repr__(self) -> str:
        return f"<Agreement of {len(self.agreed.coders)} coders: {self.value}>"


class DifferenceTable(Tabular):
    """A row for each place where coders differ."""

    def __init__(self, agreed: Agreed) -> None:
        self._agreed = agreed

    def __len__(self) -> int:
        return len(self._agreed.places)

    def _columns(self) -> list[Column]:
        return place_columns(self._agreed)


class Saturations(Saturation):
    """Asked like a function: ``study.saturation(by="case").frame()``."""

    def __call__(
        self,
        *,
        codes: Sequence[str] | None = None,
        coders: Sequence[str] | None = None,
        language: str = "en",
        **rule: Any,
    ) -> SaturationTable:
        """New codes by source or case, and whether that has stopped: ``by``, ``order``, ``base``,
        ``run``, ``threshold``, ``quiet``, ``draws`` and ``seed`` as in :class:`.Rule`.

        Raises :class:`NotFound`, :class:`InvalidInput`.
        """
        return SaturationTable(self.compute(Rule(**rule), codes=codes, coders=coders), language)


class SaturationTable(Tabular):
    """A row for each source or case in order; :attr:`saturated` is all of the answer."""

    def __init__(self, saturated: Saturated, language: str) -> None:
        self.saturated = saturated
        self._language = language

    def methods(self, language: str | None = None) -> str:
        """What was computed, as a paragraph for the methods section."""
        spoken = language or self._language
        return " ".join(translate(one, spoken) for one in saturation_methods(self.saturated))

    def remarks(self, language: str | None = None) -> list[str]:
        """What came out, and what is thin."""
        spoken = language or self._language
        return [translate(one, spoken) for one in saturation_remarks(self.saturated)]

    def _columns(self) -> list[Column]:
        return saturation_columns(self.saturated)

    def __repr__(self) -> str:
        return f"<Saturation over {len(self.saturated.steps)}: {self.saturated.stopping.label or 'not reached'}>"
