"""Multidimensional scaling: points in a plane whose distances follow given ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .spans import Floats

__all__ = ["Scaled", "classical_scaling", "smacof", "stress_of"]


@dataclass(frozen=True, slots=True)
class Scaled:
    """Points, and ``stress``: how far their distances are from the given ones, 0 for none.

    It is Kruskal's stress-1 (1964), √(Σ(δ - d)² / Σd²). ``shown`` is the share of the positive
    eigenvalues that the axes of a classical solution hold, NaN for others.
    """

    points: Floats
    stress: float
    shown: float = float("nan")


def _distances(points: Floats) -> Floats:
    squares = np.zeros((len(points), len(points)))
    for axis in points.T:
        apart = np.subtract.outer(axis, axis)
        apart *= apart
        squares += apart
    return np.sqrt(squares, out=squares)


def stress_of(points: Floats, distance: Floats) -> float:
    """Stress-1 of points against given distances; NaN where all points are one."""
    found = _distances(points)
    spread = float((found**2).sum())
    return float(np.sqrt(((distance - found) ** 2).sum() / spread)) if spread else float("nan")


def classical_scaling(distance: Floats, dimensions: int = 2) -> Scaled:
    """Torgerson's (1952) solution: the first eigenvectors of the doubly centred squares.

    Exact where the distances are those of points in space, as √(1 - Jaccard) is (Gower & Legendre
    1986). The sign of an axis is chosen so that the point farthest out is on the positive side.
    """
    n = len(distance)
    squares = np.asarray(distance, float) ** 2
    middle = squares.mean(0, keepdims=True) if n else squares
    centred = -0.5 * (squares - middle - middle.T + squares.mean()) if n else squares
    values, vectors = np.linalg.eigh(centred)
    values, vectors = values[::-1], vectors[:, ::-1]
    axes = min(dimensions, n)
    points = np.zeros((n, dimensions))
    points[:, :axes] = vectors[:, :axes] * np.sqrt(np.maximum(values[:axes], 0))
    if n:
        signs = np.sign(points[np.abs(points).argmax(0), np.arange(dimensions)])
        points *= np.where(signs < 0, -1, 1)
    positive = float(values[values > 0].sum()) if n else 0.0
    shown = float(np.maximum(values[:axes], 0).sum() / positive) if positive > 1e-12 else np.nan
    return Scaled(points, stress_of(points, distance), shown)


def smacof(distance: Floats, dimensions: int = 2, *, most: int = 100) -> Scaled:
    """Metric scaling by majorisation, which lowers the stress at each step (de Leeuw 1977), from the
    classical solution; it stops when a step gains less than a millionth, or after ``most``.

    Always the same points for the same distances: nothing is drawn at random.
    """
    start = classical_scaling(distance, dimensions)
    points, n = start.points, len(distance)
    if n < 2 or np.isnan(start.stress):
        return Scaled(points, start.stress)
    wanted = np.asarray(distance, float)
    before = np.inf
    for _ in range(most):
        found = _distances(points)
        off = wanted - found
        error = float((off * off).sum())
        if before - error < 1e-6 * max(error, 1e-12):
            break
        before = error
        ratio = np.divide(wanted, found, out=np.zeros_like(found), where=found > 1e-12)
        pulled = np.einsum("ij,jk->ik", ratio, points)  # no threads: they cost more than they save
        points = (ratio.sum(1)[:, None] * points - pulled) / n
    points = points - points.mean(0)
    scale = float((wanted * _distances(points)).sum() / (_distances(points) ** 2).sum())
    return Scaled(points * scale, stress_of(points * scale, wanted))
