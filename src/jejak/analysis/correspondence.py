"""Correspondence analysis: a map of a table of counts, rows and columns in one picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .association import share
from .spans import Floats

__all__ = ["Correspondence", "correspondence"]


@dataclass(frozen=True, slots=True)
class Points:
    """The rows or the columns: principal coordinates, mass, contribution to each axis (a share of
    its inertia) and quality (the share of the point's own inertia that each axis shows, cos²)."""

    principal: Floats
    mass: Floats
    contribution: Floats
    quality: Floats


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Benzécri (1973), in the notation of Greenacre (2017): with P = N/n and masses r, c, the
    singular values σ of S = D_r^-½ (P - r cᵀ) D_c^-½. ``inertias`` are σ², ``total`` their sum,
    χ²/n; ``rows`` and ``columns`` have an axis for each inertia."""

    rows: Points
    columns: Points
    inertias: Floats
    total: float

    def shares(self) -> Floats:
        """The share of the inertia that each axis shows."""
        return np.nan_to_num(share(self.inertias, self.total))


def correspondence(table: ArrayLike, dimensions: int = 2) -> Correspondence:
    """The first axes of a table of counts; fewer where there are no more.

    Rows and columns without any count have no place: NaN. The sign of an axis is arbitrary; it is
    chosen so that the row farthest out on it is on the positive side.
    """
    counts = np.asarray(table, float)
    some_rows, some_columns = counts.sum(1) > 0, counts.sum(0) > 0
    kept = counts[np.ix_(some_rows, some_columns)]
    p = kept / kept.sum() if kept.size else kept
    row, column = p.sum(1), p.sum(0)
    between = np.sqrt(np.outer(row, column))
    u, sigma, v = np.linalg.svd((p - np.outer(row, column)) / between, full_matrices=False)
    inertias = np.where(sigma > 1e-9, sigma, 0) ** 2
    axes = min(dimensions, int((inertias > 0).sum()))
    u, v, sigma = u[:, :axes], v[:axes].T, sigma[:axes]
    turned = np.sign(u[np.abs(u).argmax(0), np.arange(axes)]) if axes else np.ones(0)
    return Correspondence(
        _points(some_rows, row, u * turned, sigma, (p, row, column)),
        _points(some_columns, column, v * turned, sigma, (p.T, column, row)),
        inertias[: max(min(p.shape) - 1, 0)],
        float(inertias.sum()),
    )


def _points(
    some: Floats, mass: Floats, standard: Floats, sigma: Floats, of: tuple[Floats, Floats, Floats]
) -> Points:
    p, own, other = of
    principal = standard * sigma / np.sqrt(mass)[:, None]
    distance = ((p / own[:, None] - other) ** 2 / other).sum(1)
    return Points(
        _spread(some, principal),
        _spread(some, mass[:, None])[:, 0],
        _spread(some, standard**2),
        _spread(some, share(principal**2, distance[:, None])),
    )


def _spread(some: Floats, values: Floats) -> Floats:
    whole = np.full((len(some), values.shape[1]), np.nan)
    whole[np.flatnonzero(some)] = values
    return whole
