"""Agreement of coders: coefficients on plain tables and stretches of text, with their uncertainty.

    from jejak.analysis.agreement import Ratings, krippendorff_alpha, unitizing_alpha
    table = Ratings.from_table([[1, 2, None], [1, 2, 3]])                          # coders by units
    spans = Ratings.from_spans([("A", 0, 7, "x"), ("B", 0, 8, "x")], length=60)    # stretches
    krippendorff_alpha(table, level="ordinal")
    unitizing_alpha(spans, form="u")

One file a coefficient, one line here. Each gives a :class:`.Coefficient`, whose value is ``None``, with
the reason, where the coefficient is not defined.
"""

from __future__ import annotations

from ...registry import Registry
from .boundaries import boundary_similarity
from .brennan_prediger import brennan_prediger
from .coefficient import Coefficient, Measure
from .cohen import cohen_kappa
from .conger import conger_kappa
from .continuum import Continuum
from .fleiss import fleiss_kappa
from .gamma import gamma
from .gwet import gwet_ac
from .holsti import holsti
from .joint import joint_alpha
from .krippendorff import krippendorff_alpha
from .percent import percent
from .ratings import Ratings
from .scott import scott_pi
from .sets import set_alpha
from .span_overlap import span_f1, span_jaccard
from .uncertainty import NO_INTERVAL, Interval
from .unitizing import binary_u_alpha, cu_alpha, k_u_alpha, u_alpha, unitizing_alpha
from .windows import p_k, window_diff

__all__ = [
    "COEFFICIENTS",
    "NO_INTERVAL",
    "Coefficient",
    "Continuum",
    "Interval",
    "Measure",
    "Ratings",
    "binary_u_alpha",
    "boundary_similarity",
    "brennan_prediger",
    "cohen_kappa",
    "conger_kappa",
    "cu_alpha",
    "fleiss_kappa",
    "gamma",
    "gwet_ac",
    "holsti",
    "joint_alpha",
    "k_u_alpha",
    "krippendorff_alpha",
    "p_k",
    "percent",
    "scott_pi",
    "set_alpha",
    "span_f1",
    "span_jaccard",
    "u_alpha",
    "unitizing_alpha",
    "window_diff",
]

COEFFICIENTS: Registry[Measure] = Registry(
    "coefficients",
    {
        "alpha": "jejak.analysis.agreement.krippendorff:MEASURE",
        "joint-alpha": "jejak.analysis.agreement.joint:MEASURE",
        "set-alpha": "jejak.analysis.agreement.sets:MEASURE",
        "u-alpha": "jejak.analysis.agreement.unitizing:U",
        "binary-u-alpha": "jejak.analysis.agreement.unitizing:BINARY_U",
        "cu-alpha": "jejak.analysis.agreement.unitizing:CU",
        "k-u-alpha": "jejak.analysis.agreement.unitizing:K_U",
        "gamma": "jejak.analysis.agreement.gamma:MEASURE",
        "percent": "jejak.analysis.agreement.percent:MEASURE",
        "holsti": "jejak.analysis.agreement.holsti:MEASURE",
        "cohen-kappa": "jejak.analysis.agreement.cohen:MEASURE",
        "fleiss-kappa": "jejak.analysis.agreement.fleiss:MEASURE",
        "conger-kappa": "jejak.analysis.agreement.conger:MEASURE",
        "scott-pi": "jejak.analysis.agreement.scott:MEASURE",
        "brennan-prediger": "jejak.analysis.agreement.brennan_prediger:MEASURE",
        "gwet-ac": "jejak.analysis.agreement.gwet:MEASURE",
        "boundary-similarity": "jejak.analysis.agreement.boundaries:MEASURE",
        "p-k": "jejak.analysis.agreement.windows:P_K",
        "window-diff": "jejak.analysis.agreement.windows:WINDOW_DIFF",
        "span-f1": "jejak.analysis.agreement.span_overlap:F1",
        "span-jaccard": "jejak.analysis.agreement.span_overlap:JACCARD",
    },
)
