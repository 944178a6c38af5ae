"""Krippendorff's alpha for stretches that coders cut themselves: the uα family.

Krippendorff, Mathet, Bouvry & Widlöcher 2016; Krippendorff 2019, chapter 12. Texts that not all
coders read, and several texts, go into the same sums: what a text adds depends on its own readers.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ...errors import InvalidInput
from ...model.message import Message, say
from ..spans import Floats
from .chance import safe
from .coefficient import Coefficient, Measure
from .continuum import Continuum
from .lengths import CORRECTIONS, sums_of
from .option import Option
from .reasons import ALL_ALIKE, NOBODY, NOBODY_ELSE, NOT_CODED, NOTHING, NOTHING_SHARED
from .uncertainty import BOOTSTRAP, Additive, Finish, Interval, judged

__all__ = [
    "BINARY_U",
    "CORRECTIONS",
    "CU",
    "K_U",
    "U",
    "binary_u_alpha",
    "cu_alpha",
    "k_u_alpha",
    "u_alpha",
    "unitizing_alpha",
]


def unitizing_alpha(
    spans: Continuum,
    form: str | tuple[str, str] = "u",
    *,
    correction: str = "margin",
    interval: Interval = BOOTSTRAP,
) -> Coefficient:
    """A coefficient of the family: ``u``, ``binary``, ``cu`` or ``("k", value)``.

    Raises :class:`InvalidInput` for another form.
    """
    if isinstance(form, tuple):
        return k_u_alpha(spans, value=form[1], correction=correction, interval=interval)
    if form == "cu":
        return cu_alpha(spans, correction=correction, interval=interval)
    if form not in ("u", "binary"):
        raise InvalidInput(
            "unknown-form", f"There is no form “{form}”.", "Use u, binary, cu, or k with a value."
        )
    return (u_alpha if form == "u" else binary_u_alpha)(spans, interval=interval)


def u_alpha(spans: Continuum, *, interval: Interval = BOOTSTRAP) -> Coefficient:
    """``uα = 1 − (ℓ − Σ o_cc) / (ℓ − Σ e_cc)``: where stretches are and what they were called, gaps
    included. Values must exclude each other. Raises :class:`InvalidInput` where they do not."""
    spans.check_exclusive()
    sums = sums_of(spans)
    parts = np.stack(
        [sums.same_gaps + sums.same.sum(1), sums.squares.sum(1) + sums.gaps, sums.gaps], 1
    )

    def finish(total: Floats) -> Floats:
        same, squares, gaps, given = total[:, 0], total[:, 1], total[:, 2], total[:, 3:]
        whole = gaps + given.sum(1)
        alike = gaps**2 + (given**2).sum(1) - squares
        expected = whole - safe(whole * alike, whole**2 - squares)
        return 1 - safe(whole - same, _true(expected, whole))

    return _told("u-alpha", spans, np.concatenate([parts, sums.given], 1), finish, interval)


def binary_u_alpha(spans: Continuum, *, interval: Interval = BOOTSTRAP) -> Coefficient:
    """``|uα = 1 − (ℓ_φ − o_φφ) / (e_φ. − e_φφ)``: coded or not, whatever the value. Of one code it is
    how far coders mark the same stretches with it. Raises :class:`InvalidInput` for values that
    overlap."""
    spans.check_exclusive()
    sums = sums_of(spans)
    parts = [sums.same_gaps, sums.squares.sum(1) + sums.gaps, sums.gaps, sums.given.sum(1)]

    def finish(total: Floats) -> Floats:
        same, squares, gaps, given = total.T
        whole = gaps + given
        expected = safe(whole * gaps * given, whole**2 - squares)
        return 1 - safe(gaps - same, _true(expected, whole))

    return _told("binary-u-alpha", spans, np.stack(parts, 1), finish, interval)


def cu_alpha(
    spans: Continuum, *, correction: str = "margin", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """``cuα = 1 − (ℓ* − Σ o*_cc) / (ℓ* − Σ e*_cc)``: what the stretches were called where two coders
    coded anything. ``coverage`` is the share of the material that this rests on.

    ``correction`` is how a stretch's own length is taken out of what is expected: by ``margin``, the
    form that gives the published figure; ``pairwise`` and ``union`` are those of other programs.
    Raises :class:`InvalidInput` for values that overlap, and for another correction.
    """
    spans.check_exclusive()
    sums = sums_of(spans, correction)
    parts = [sums.same.sum(1), sums.shared_squares.sum(1), sums.gaps + sums.given.sum(1)]

    def finish(total: Floats) -> Floats:
        same, squares, shared = total[:, 0], total[:, 1], total[:, 3:]
        whole = shared.sum(1)
        alike = (shared**2).sum(1) - squares
        expected = whole - safe(whole * alike, whole**2 - squares)
        return 1 - safe(whole - same, _true(expected, whole))

    rows = np.concatenate([np.stack(parts, 1), sums.shared], 1)
    share = safe(rows[:, 3:].sum(), rows[:, 2].sum())
    return _told("cu-alpha", spans, rows, finish, interval, share, correction=correction)


def k_u_alpha(
    spans: Continuum, *, value: str, correction: str = "margin", interval: Interval = BOOTSTRAP
) -> Coefficient:
    """``(k)uα``: whether others who coded there gave the same value as those who gave ``value``.

    ``coverage`` is the share of that value's stretches where somebody else coded anything. Raises
    :class:`InvalidInput` for values that overlap, and for one that is not there.
    """
    spans.check_exclusive()
    if value not in spans.values:
        raise InvalidInput("unknown-value", f"The value “{value}” is not among those there are.")
    sums, row = sums_of(spans, correction), spans.values.index(value)
    columns = [
        sums.same[:, row], sums.shared[:, row], sums.shared_squares[:, row], sums.shared.sum(1),
        sums.given[:, row],
    ]  # fmt: skip

    def finish(total: Floats) -> Floats:
        same, mine, squares, whole, _ = total.T
        observed = safe(mine - same, mine)
        expected = safe(mine * (whole - mine), mine * whole - squares)
        return 1 - safe(observed, _true(expected, np.ones_like(whole)))

    parts = np.stack(columns, 1)
    share = safe(parts[:, 1].sum(), parts[:, 4].sum())
    chosen = {"value": value, "correction": correction}
    return _told("k-u-alpha", spans, parts, finish, interval, share, **chosen)


def _true(expected: Floats, scale: Floats) -> Floats:
    """What is left over after rounding is nothing to compare with."""
    return np.where(expected > 1e-12 * scale, expected, 0.0)


def _told(
    measure: str,
    spans: Continuum,
    parts: Floats,
    finish: Finish,
    interval: Interval,
    coverage: Floats | None = None,
    **options: Any,
) -> Coefficient:
    shared = spans.readers() >= 2
    known = coverage is not None and np.isfinite(coverage)
    facts = {
        "units": int(spans.length[shared].sum()),
        "coders": int(spans.read.any(1).sum()),
        "options": options,
        "coverage": float(coverage) if coverage is not None and known else None,
    }
    additive = Additive(parts, finish) if len(parts) else None
    return judged(measure, additive, no_stretches(spans, measure), interval, facts)


def no_stretches(spans: Continuum, measure: str) -> Message:
    """Why there is no coefficient of these stretches."""
    if not spans.length.sum():
        return NOTHING
    coders = int(spans.read.any(1).sum())
    if coders < 2:
        return NOBODY_ELSE if coders else NOBODY
    shared = spans.readers() >= 2
    if not bool(shared.any()):
        return NOTHING_SHARED
    coded = spans.of_rows(shared[spans.source])
    if not len(coded):
        return NOT_CODED
    if measure in ("cu-alpha", "k-u-alpha"):
        return say(
            "Where two people coded, only one value was given, or no two coded the same place."
        )
    return ALL_ALIKE


_CORRECTION = Option("correction", "margin", CORRECTIONS)
U = Measure(
    name="u-alpha",
    title=say("uα, for stretches"),
    about=say("Where coders cut stretches and what they called them, gaps included."),
    formula="1 − (ℓ − Σ o_cc) / (ℓ − Σ e_cc)",
    source="Krippendorff, Mathet, Bouvry & Widlöcher 2016",
    works_on="continuum",
    compute=u_alpha,
)
BINARY_U = Measure(
    name="binary-u-alpha",
    title=say("Binary uα, coded or not"),
    about=say("Where coders cut stretches, whatever they called them."),
    formula="1 − (ℓ_φ − o_φφ) / (e_φ. − e_φφ)",
    source="Krippendorff, Mathet, Bouvry & Widlöcher 2016",
    works_on="continuum",
    compute=binary_u_alpha,
)
CU = Measure(
    name="cu-alpha",
    title=say("cuα, what stretches were called"),
    about=say("What coders called the places that at least two of them coded."),
    formula="1 − (ℓ* − Σ o*_cc) / (ℓ* − Σ e*_cc)",
    source="Krippendorff, Mathet, Bouvry & Widlöcher 2016",
    works_on="continuum",
    compute=cu_alpha,
    options=(_CORRECTION,),
)
K_U = Measure(
    name="k-u-alpha",
    title=say("(k)uα, one value"),
    about=say("Whether others who coded there gave the same value."),
    formula="1 − [(ℓ*_k − o*_kk) / ℓ*_k] / [(e*_k − e*_kk) / e*_k]",
    source="Krippendorff, Mathet, Bouvry & Widlöcher 2016",
    works_on="continuum",
    compute=k_u_alpha,
    options=(Option("value", ""), _CORRECTION),
)
