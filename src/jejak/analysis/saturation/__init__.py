"""Saturation: whether more material still brings anything new, in the order it came and in any other.

    from jejak.analysis.saturation import Incidence, permuted, stopping
    seen = Incidence.from_table([[1, 1, 0], [0, 1, 0], [0, 1, 1]])          # sources by codes
    stopping(seen.new(), base=1, run=1, threshold=0.05)

It supposes that every source could have shown every code. Those who work with reflexive thematic
analysis reject the idea; nothing else rests on it.
"""

from __future__ import annotations

from .coverage import Covered, KindCovered, covered
from .incidence import Incidence
from .meaning import Meaning, meaning
from .orders import Permuted, permuted
from .planning import fewest_with, largest_missed, sources_to_meet
from .richness import Richness, richness
from .stopping import Stopping, stopping

__all__ = [
    "Covered",
    "Incidence",
    "KindCovered",
    "Meaning",
    "Permuted",
    "Richness",
    "Stopping",
    "covered",
    "fewest_with",
    "largest_missed",
    "meaning",
    "permuted",
    "richness",
    "sources_to_meet",
    "stopping",
]
