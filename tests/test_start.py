from __future__ import annotations

import subprocess
import sys

HEAVY = {"numpy", "sqlalchemy", "lark", "polars", "yaml", "rich", "babel"}


def test_starting_loads_nothing_heavy() -> None:
    program = (
        "import sys, jejak, jejak.cli\n"
        "try: jejak.cli.jejak(['--help'], standalone_mode=False)\n"
        "except SystemExit: pass\n"
        "print('LOADED', *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = {name.split(".")[0] for name in done.stdout.split("LOADED")[1].split()}
    assert not loaded & HEAVY
