"""``python -m benchmarks [NAME [NUMBER …]]``: one measurement by its name, or all of them."""

from __future__ import annotations

import sys
from importlib import import_module

TABLE = {
    "store": "study files: opening, coding, asking; a number is a size in codings",
    "analysis": "queries, co-occurrence and cross-tables; numbers are sizes in codings",
    "workspace": "the workspace in a browser, beside Taguette; a number is the runs",
    "names": "whatever has a name, found by some letters; the number is that of the names",
    "sources": "the table of sources: answers and scrolling; a number is how many sources",
    "reader": "the reader in a browser: first paint, one coding more, scrolling; a number is the runs",
}


def main(arguments: list[str]) -> int:
    """Run what is named first with the numbers after it, or everything; 2 for no such name."""
    name, numbers = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name and name not in TABLE:
        for known, about in TABLE.items():
            print(f"python -m benchmarks {known:<10} {about}")
        return 2
    for chosen in [name] if name else TABLE:
        print(f"== {chosen}: {TABLE[chosen]}", flush=True)
        import_module(f"benchmarks.{chosen}").main(numbers)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
