"""Worked examples of coefficients of agreement, as they were published.

A coder's ratings are a row of signs, ``.`` where there is none. What authors did not print was computed
with irrCAC 0.4.4, krippendorff 0.9.0, statsmodels 0.15.0, nltk 3.10.4, segeval 2.0.11 or pygamma-agreement
0.5.9.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from jejak.analysis.agreement import Continuum, Ratings

# Krippendorff 2011: four coders, twelve units.
CANONICAL = (
    "123321412...",
    "1233224125..",
    ".33323422513",
    "12332441251.",
)
# Wikipedia: three coders, fifteen units.
ENCYCLOPEDIA = (
    ".....34121133.3",
    "1.213343.......",
    "..21344.21133.4",
)
# Hayes & Krippendorff 2007, p. 84.
HAYES = (
    "112.001122.01311211000201001111223222221",
    "1130000.21102311121000302102111122222221",
    "203000222100221123001.30.1012202.2232.21",
    ".13....0.10022...31.103021122..122...12.",
    "2..0001.2....3112..0.0..2.0..20.2.2222.1",
)
# Krippendorff 1980, p. 139.
TEXTBOOK = (
    "112412132",
    "122442232",
    "122442332",
)
# Tables of two coders: author, table, and the coefficients by name.
TWO_CODERS = (
    ("Cohen1960_p45", [[88, 14, 18], [10, 40, 10], [2, 6, 12]],
     {"cohen": 0.491525, "scott": 0.487179, "bp": 0.55, "ac": 0.575972, "po": 0.7, "alpha": 0.488462, "kappa_max": 0.830508, "se_cohen": 0.051002}),
    ("Cohen1960_p37", [[25, 12, 3], [13, 2, 15], [12, 16, 2]],
     {"cohen": -0.092308, "scott": -0.100775, "bp": -0.065, "ac": -0.04797, "po": 0.29, "alpha": -0.095271, "kappa_max": 0.846154, "se_cohen": 0.056641}),
    ("ArtsteinPoesio2008_p558", [[20, 10], [20, 50]],
     {"cohen": 0.347826, "scott": 0.340659, "bp": 0.4, "ac": 0.449541, "po": 0.7, "alpha": 0.343956, "kappa_max": 0.782609, "se_cohen": 0.095008}),
    ("ArtsteinPoesio2008_p568", [[46, 0, 0], [6, 32, 6], [0, 0, 10]],
     {"cohen": 0.801325, "scott": 0.799532, "bp": 0.82, "ac": 0.828743, "po": 0.88, "alpha": 0.800535, "kappa_max": 0.801325, "se_cohen": 0.051973}),
    ("BrennanPrediger1981_p689", [[50, 0, 0], [10, 10, 10], [20, 0, 0]],
     {"cohen": 0.272727, "scott": 0.223301, "bp": 0.4, "ac": 0.461279, "po": 0.6, "alpha": 0.227184, "kappa_max": 0.454545, "se_cohen": 0.060488}),
    ("BrennanPrediger1981_p691", [[50, 0, 10], [0, 10, 10], [10, 10, 0]],
     {"cohen": 0.285714, "scott": 0.285714, "bp": 0.4, "ac": 0.444444, "po": 0.6, "alpha": 0.289286, "kappa_max": 1.0, "se_cohen": 0.067301}),
    ("paradox_118_5_2_0", [[118, 5], [2, 0]],
     {"cohen": -0.023392, "scott": -0.028807, "bp": 0.888, "ac": 0.940776, "po": 0.944, "alpha": -0.024691, "kappa_max": 0.561404, "se_cohen": 0.012287}),
    ("K2004_p246a", [[12, 9, 9], [9, 14, 9], [9, 9, 20]],
     {"cohen": 0.185766, "scott": 0.185766, "bp": 0.19, "ac": 0.192101, "po": 0.46, "alpha": 0.189837, "kappa_max": 1.0, "se_cohen": 0.074521}),
    ("K2004_p246b", [[12, 18, 18], [0, 14, 18], [0, 0, 20]],
     {"cohen": 0.258242, "scott": 0.185766, "bp": 0.19, "ac": 0.192101, "po": 0.46, "alpha": 0.189837, "kappa_max": 0.505495, "se_cohen": 0.056059}),
    ("K1980_p133_atlas", [[5, 3], [1, 1]],
     {"cohen": 0.090909, "scott": 0.047619, "bp": 0.2, "ac": 0.310345, "po": 0.6, "alpha": 0.095238, "kappa_max": 0.545455, "se_cohen": 0.288073}),
    ("K1995_A_digitised", [[10, 0], [8, 6]],
     {"cohen": 0.384615, "scott": 0.314286, "bp": 0.333333, "ac": 0.351351, "po": 0.666667, "alpha": 0.328571, "kappa_max": 0.384615, "se_cohen": 0.140026}),
)  # fmt: skip
# Fleiss 1971: thirty patients, six psychiatrists, five diagnoses.
FLEISS = (
    (0, 0, 0, 6, 0),
    (0, 3, 0, 0, 3),
    (0, 1, 4, 0, 1),
    (0, 0, 0, 0, 6),
    (0, 3, 0, 3, 0),
    (2, 0, 4, 0, 0),
    (0, 0, 4, 0, 2),
    (2, 0, 3, 1, 0),
    (2, 0, 0, 4, 0),
    (0, 0, 0, 0, 6),
    (1, 0, 0, 5, 0),
    (1, 1, 0, 4, 0),
    (0, 3, 3, 0, 0),
    (1, 0, 0, 5, 0),
    (0, 2, 0, 3, 1),
    (0, 0, 5, 0, 1),
    (3, 0, 0, 1, 2),
    (5, 1, 0, 0, 0),
    (0, 2, 0, 4, 0),
    (1, 0, 2, 0, 3),
    (0, 0, 0, 0, 6),
    (0, 1, 0, 5, 0),
    (0, 2, 0, 1, 3),
    (2, 0, 0, 4, 0),
    (1, 0, 0, 4, 1),
    (0, 5, 0, 1, 0),
    (4, 0, 0, 0, 2),
    (0, 2, 0, 4, 0),
    (1, 0, 5, 0, 0),
    (0, 0, 0, 0, 6),
)
# Wikipedia: ten units, fourteen coders, five values.
FOURTEEN = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)
# Krippendorff 2019, figure 12.11: sixty places.
FIGURE = (
    ("Alex", 0, 7, "1"),
    ("Alex", 7, 13, "2"),
    ("Alex", 30, 32, "5"),
    ("Alex", 32, 37, "6"),
    ("Alex", 37, 44, "6"),
    ("Alex", 44, 60, "7"),
    ("Paul", 0, 7, "1"),
    ("Paul", 7, 13, "3"),
    ("Paul", 13, 21, "5"),
    ("Paul", 32, 44, "6"),
    ("Suzan", 0, 7, "1"),
    ("Suzan", 7, 13, "4"),
    ("Suzan", 13, 21, "5"),
    ("Suzan", 32, 37, "6"),
    ("Suzan", 37, 41, "6"),
    ("Suzan", 41, 44, "6"),
)
# Hearst 1997: seven coders cut the text of twenty-one paragraphs, "Stargazers".
STARGAZERS = (
    (2, 3, 3, 1, 3, 6, 3),
    (2, 8, 2, 4, 2, 3),
    (2, 1, 2, 3, 1, 3, 1, 3, 2, 2, 1),
    (2, 1, 4, 1, 1, 3, 1, 4, 3, 1),
    (3, 2, 4, 3, 5, 4),
    (2, 3, 4, 2, 2, 5, 3),
    (2, 3, 2, 2, 3, 1, 3, 2, 3),
)


def rated(rows: Sequence[str]) -> Ratings:
    """Rows of digits as ratings."""
    return Ratings.from_table([[None if x == "." else int(x) for x in row] for row in rows])


def figure() -> Continuum:
    """Krippendorff's figure as stretches."""
    return Ratings.from_spans(FIGURE, length=60)


def segmented(*masses: Sequence[int]) -> Continuum:
    """Coders who cut a text into pieces so long."""
    spans = [
        (str(coder), int(end - mass), int(end), "piece")
        for coder, row in enumerate(masses)
        for mass, end in zip(row, np.cumsum(row), strict=True)
    ]
    return Ratings.from_spans(spans, length=sum(masses[0]))
