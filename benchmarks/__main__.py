"""``python -m benchmarks [NAME [NUMBER …]]``: one measurement by its name, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module

TABLE = {
    "store": "study files: opening, coding, asking; a number is a size in codings",
    "analysis": "queries, co-occurrence and cross-tables; numbers are sizes in codings",
    "displays": "every kind of display, cold and warm, beside SQL and DuckDB; sizes in codings, kinds",
    "happenings": "displays of events, ratings and drawings, and entries written; sizes in events",
    "comparing": "tests, maps and trees as arithmetic, beside SciPy and scikit-learn",
    "words": "key words of much text beside scikit-learn and DuckDB; numbers are sizes in characters",
    "drawing": "pictures, large tables and drawings in a browser; kinds of displays",
    "workspace": "the workspace in a browser, beside Taguette; a number is the runs",
    "names": "whatever has a name, found by some letters; the number is that of the names",
    "sources": "the table of sources: answers and scrolling; a number is how many sources",
    "papers": "a report as each kind of file; numbers are pages",
    "findings": "all checks of many findings, and of one after a coding; numbers are findings",
    "exchange": "a project of another program in and out, beside pyrefiqda; sizes in codings",
    "agreement": "coefficients of five coders beside krippendorff; numbers are sizes in characters",
    "reader": "the reader in a browser: first paint, one coding more, scrolling; a number is the runs",
}


def main(arguments: list[str]) -> int:
    """Run what is named first with the numbers after it, or everything; 1 where a limit is missed, 2
    for no such name."""
    name, numbers = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name and name not in TABLE:
        for known, about in TABLE.items():
            print(f"python -m benchmarks {known:<10} {about}")
        return 2
    missed = []
    for chosen in [name] if name else TABLE:
        print(f"== {chosen}: {TABLE[chosen]}", flush=True)
        try:
            held = not import_module(f"benchmarks.{chosen}").main(numbers)
        except SystemExit as end:
            print(end.code or "", flush=True)
            held = not end.code
        missed += [] if held else [chosen]
    print(f"limits missed: {', '.join(missed)}" if missed else "all limits held")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
