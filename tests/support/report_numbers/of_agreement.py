"""What a report says of agreement and saturation is what their services say, word by word."""

from __future__ import annotations

from functools import cached_property

from jejak.analysis.agreement import Coefficient
from jejak.i18n import translate
from jejak.services.agreement_told import methods, remarks
from jejak.services.saturation_told import saturation_methods, saturation_remarks, thin_spots
from jejak.study import Study
from support.report_numbers.page import Grid, squeezed

__all__ = ["OfAgreement"]


class OfAgreement:
    """The sentences and figures of both services, in English."""

    def __init__(self, study: Study) -> None:
        self._study = study

    @cached_property
    def _agreed(self):
        return self._study.agreement.compute(places=0)

    @cached_property
    def sentences(self) -> set[str]:
        """Every line that may stand in the part."""
        agreed, found = self._agreed, self._study.saturation.compute()
        paragraphs = [methods(agreed), saturation_methods(found)]
        alone = [*remarks(agreed), *saturation_remarks(found)]
        unused = [one.name for one in agreed.codes if one.coefficient.value is None]
        told = {" ".join(translate(one, "en") for one in each) for each in paragraphs}
        told |= {translate(one, "en") for one in alone} | self.thin
        told |= {f"Coders differ in {agreed.total} places."}
        names = "1 code has" if len(unused) == 1 else f"{len(unused)} codes have"
        return {squeezed(one) for one in told} | {f"{names} no value"}

    @cached_property
    def thin(self) -> set[str]:
        """What saturation says rests on little."""
        found = self._study.saturation.compute()
        return {squeezed(translate(one, "en")) for one in thin_spots(found)}

    def tells(self, text: str) -> bool:
        """Whether a line is one of theirs; of codes without a value, whether it counts them rightly."""
        return text in self.sentences or any(
            one.endswith("no value") and text.startswith(f"{one}, for") for one in self.sentences
        )

    def holds(self, grid: Grid) -> bool:
        """Whether every figure of the table is the service's."""
        agreed = self._agreed
        lines = [("All codes jointly", agreed.whole)]
        lines += [(one.name, one.coefficient) for one in agreed.ranked()]
        wanted = [
            (name, _short(one.value), _bounds(one)) for name, one in lines if one.value is not None
        ]
        return [tuple(row) for row in grid.rows] == wanted


def _bounds(one: Coefficient) -> str:
    if one.low is not None:
        return f"{_short(one.low)} to {_short(one.high or 0)}"
    if one.without_one is None:
        return ""
    low, high = one.without_one
    return f"({_short(low)} to {_short(high)})"


def _short(value: float) -> str:
    return f"{round(value, 2) + 0.0:g}"
