"""A display for R: an archive with the data, what its variables are called, and the lines that read both."""

from __future__ import annotations

import csv
import io

from ...formats.zip_writing import zipped
from ...model.shape import Matrix
from .csv_table import safe_text
from .variables import Variable, variables_of

__all__ = ["as_r"]

_READ = """# Reads data.csv with the labels of variables.csv: source("read.R")
data <- read.csv("data.csv", fileEncoding = "UTF-8", check.names = FALSE, na.strings = "NA",
                 stringsAsFactors = FALSE)
variables <- read.csv("variables.csv", fileEncoding = "UTF-8", stringsAsFactors = FALSE)
for (i in seq_len(nrow(variables))) {
  attr(data[[variables$name[i]]], "label") <- variables$label[i]
}
"""


def as_r(matrix: Matrix, language: str) -> bytes:
    """``data.csv`` (units as rows, ``NA`` where there is no number), ``variables.csv`` (the label of each
    variable, and why values are missing) and ``read.R``."""
    variables = variables_of(matrix, language)
    files = {"data.csv": _data(variables), "variables.csv": _labels(variables), "read.R": _READ}
    return zipped((name, text.encode()) for name, text in files.items())


def _data(variables: list[Variable]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([one.name for one in variables])
    for row in range(len(variables[0].values)):
        writer.writerow([_value(one, one.values[row]) for one in variables])
    return out.getvalue()


def _value(variable: Variable, value: str | float) -> object:
    if isinstance(value, str):
        return safe_text(value)
    if value in variable.missing:
        return "NA"
    return int(value) if value == int(value) else value


def _labels(variables: list[Variable]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["name", "label", "missing"])
    for one in variables:
        why = "; ".join(dict.fromkeys(one.labels[value] for value in one.missing))
        writer.writerow([one.name, safe_text(one.label), safe_text(why)])
    return out.getvalue()
