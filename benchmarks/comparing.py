"""The arithmetic of displays that compare and test, beside SciPy and scikit-learn.

Each figure is the median of three runs in milliseconds. The rivals come from the Python index into
``build/rivals`` and are given the same numbers; their answers stand beside ours.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.analysis import timed
from jejak.analysis.clustering import average_linkage
from jejak.analysis.contingency import contingency
from jejak.analysis.exact import fisher
from jejak.analysis.likeness import likeness
from jejak.analysis.permutation import permute_groups
from jejak.analysis.scaling import classical_scaling, smacof

__all__ = ["main"]

VERSIONS = ("scipy==1.17.1", "scikit-learn==1.9.1")
FOLDER = Path(__file__).resolve().parent.parent / "build" / "rivals" / "scipy"
# Run by the Python of the rivals: the time of each piece of work, and its answer as one number.
RIVALS = """
import json, sys, time
from statistics import median
import numpy as np
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import pdist, squareform
from scipy.stats import chi2_contingency, fisher_exact, permutation_test
from sklearn.manifold import MDS, ClassicalMDS
given = dict(np.load(sys.argv[1]))
has, tables, squares = given["has"], given["tables"], given["squares"]
apart, amount, whole, group = given["apart"], given["amount"], given["whole"], given["group"]
flat = squareform(apart, checks=False)
def permuted():
    def chi2(dealt, axis=-1):
        here = np.stack([(amount * (dealt == g)).sum(axis) for g in range(3)])
        all_ = np.stack([(whole * (dealt == g)).sum(axis) for g in range(3)])
        share = amount.sum() / whole.sum()
        return ((here - all_ * share) ** 2 / (all_ * share * (1 - share))).sum(0)
    return permutation_test((group,), chi2, permutation_type="pairings", vectorized=True,
        n_resamples=9999, alternative="greater", rng=1).pvalue
works = {
    "chi-squared of 2,000 tables": lambda: sum(chi2_contingency(t, correction=False)[0] for t in tables),
    "Fisher's test of 500 tables": lambda: sum(fisher_exact(t)[1] for t in squares),
    "a permutation test of 60 people, 9,999 times": permuted,
    "Jaccard of 300 cases by 2,000 codes": lambda: (1 - pdist(has, "jaccard")).sum(),
    "average linkage of 500": lambda: linkage(flat, "average")[:, 2].sum(),
    "classical scaling of 300": lambda: np.abs(ClassicalMDS(2, metric="precomputed").fit_transform(apart[:300, :300])).sum(),
    "least stress of 300": lambda: MDS(2, metric="precomputed", n_init=1, init="classical_mds",
        normalized_stress=True, max_iter=100, eps=1e-6).fit(apart[:300, :300]).stress_,
}
found = {}
for name, work in works.items():
    took = []
    for _ in range(3):
        begin = time.perf_counter()
        answer = float(work())
        took.append((time.perf_counter() - begin) * 1000)
    found[name] = [median(took), answer]
print(json.dumps(found))
"""


def _given() -> dict[str, np.ndarray]:
    draw = np.random.default_rng(11)
    points = draw.random((500, 6))
    return {
        "has": draw.random((300, 2_000)) < 0.1,
        "tables": draw.integers(1, 40, (2_000, 2, 5)),
        "squares": draw.integers(0, 20, (500, 2, 2)),
        "apart": np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1)),
        "amount": draw.poisson(3, 60),
        "whole": np.full(60, 40),
        "group": np.arange(60) % 3,
    }


def _ours(given: Mapping[str, np.ndarray]) -> dict[str, Callable[[], float]]:
    has, few = given["has"].astype(np.float32), given["apart"][:300, :300]
    upper = np.triu_indices(300, 1)

    def jaccard() -> float:
        alike = likeness(has @ has.T, has.sum(1), has.shape[1], "jaccard")
        return float(np.nan_to_num(alike)[upper].sum())

    def permuted() -> float:
        amount, whole = given["amount"][:, None], given["whole"]
        return float(permute_groups(amount, whole, given["group"]).p[0])

    return {
        "chi-squared of 2,000 tables": lambda: float(contingency(given["tables"]).chi2.sum()),
        "Fisher's test of 500 tables": lambda: sum(fisher(t)[0] for t in given["squares"]),
        "a permutation test of 60 people, 9,999 times": permuted,
        "Jaccard of 300 cases by 2,000 codes": jaccard,
        "average linkage of 500": lambda: float(average_linkage(given["apart"]).joined.sum()),
        "classical scaling of 300": lambda: float(np.abs(classical_scaling(few).points).sum()),
        "least stress of 300": lambda: smacof(few).stress,
    }


def _rivals(given: Mapping[str, np.ndarray]) -> dict[str, list[float]]:
    python = FOLDER / "environment" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / "environment")], check=True)
        quiet = [str(python), "-m", "pip", "install", "--quiet", *VERSIONS]
        subprocess.run(quiet, check=True)
    numbers = FOLDER / "given.npz"
    np.savez(numbers, **given)
    run = [str(python), "-W", "ignore", "-c", RIVALS, str(numbers)]
    said = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    found: dict[str, list[float]] = json.loads(said)
    return found


def main(_: Sequence[str] = ()) -> None:
    """Print a line for each piece of work: our time, theirs, and both answers."""
    given = _given()
    theirs = _rivals(given)
    sys.stdout.write("      ours    theirs              ours      theirs (answers)\n")
    for name, work in _ours(given).items():
        took, answer = theirs[name]
        sys.stdout.write(
            f"{timed(work):10.1f}{took:10.1f} ms {work():14.6g}{answer:12.6g}  {name}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
