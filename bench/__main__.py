"""``python -m bench NAME [ARGUMENT …]``: one measurement by its name; without a name, which there are."""

from __future__ import annotations

import sys
from importlib import import_module

TABLE = {
    "analysis": ("benchmarks.analysis", "queries, co-occurrence and cross-tables"),
    "reader": ("bench.reader", "the reader in a browser: first paint, one coding more, scrolling"),
}


def main(arguments: list[str]) -> int:
    """Run the measurement that is named first with the arguments after it; 2 for no such name."""
    name = arguments[0] if arguments else ""
    if name not in TABLE:
        for known, (_, about) in TABLE.items():
            print(f"python -m bench {known:<10} {about}")
        return 2
    import_module(TABLE[name][0]).main(arguments[1:])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
