"""The matrix engine: a display is two lists of facets and a reducer, nothing more.

``assemble(corpus, only, kind=…, rows=[Facet("code")], columns=[Facet("case", "role")])`` gives the
whole :class:`~jejak.model.shape.Matrix`: headings with stable keys, cells with queries, states,
totals, notes.
"""

from __future__ import annotations

from .assembling import Assembly, assemble
from .facet import Facet
from .families import FACETS, facet_choices, facet_label
from .reducers import REDUCERS

__all__ = ["FACETS", "REDUCERS", "Assembly", "Facet", "assemble", "facet_choices", "facet_label"]
