"""Lists functions, classes, methods and imports that nothing uses; exits 1 when there are any.

Fields of records and attributes are left out: they are read by name, through the store and JSON.
Names in ``__all__`` count as used, and so does whatever a decorator hands to a framework.
"""

from __future__ import annotations

import sys
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).resolve().parent.parent
WATCHED = {"function", "class", "method", "property", "import", "unreachable_code"}
HANDED_OVER = ["@*.command", "@*.group", "@*.get", "@*.post", "@*.put", "@*.patch", "@*.delete"]
HANDED_OVER += ["@*.websocket", "@*.exception_handler", "@*.middleware", "@*.listens_for"]
HANDED_OVER += ["@fixture", "@pytest.fixture", "@rule", "@invariant", "@initialize"]
HANDED_OVER += ["@precondition", "@model_validator"]
FRAMEWORKS = ["visit_*", "do_*", "_repr_*_", "__*__", "test_*", "Test*", "pytest_*", "dec_hook"]
FRAMEWORKS += ["enc_hook", "process_bind_param", "process_result_value", "cache_ok"]
FRAMEWORKS += ["get_command", "list_commands", "format_commands", "readable", "readinto"]


def unused() -> list[str]:
    """One line for every name that nothing in the package or its tests uses."""
    vulture = Vulture(ignore_names=FRAMEWORKS, ignore_decorators=HANDED_OVER)
    vulture.scavenge([str(ROOT / "src"), str(ROOT / "tests")])
    found = vulture.get_unused_code(min_confidence=60)
    return [
        f"{Path(one.filename).relative_to(ROOT)}:{one.first_lineno}: unused {one.typ} “{one.name}”"
        for one in found
        if one.typ in WATCHED and Path(one.filename).is_relative_to(ROOT / "src")
    ]


if __name__ == "__main__":
    lines = unused()
    print("\n".join(lines) if lines else "No dead code.")
    sys.exit(1 if lines else 0)
