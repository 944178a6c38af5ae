from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_the_demo_runs_and_says_what_it_did(tmp_path: Path) -> None:
    program = "from jejak.cli import main; main()"
    command = [sys.executable, "-c", program, "demo", str(tmp_path / "d")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "7 findings" in done.stdout
    assert (tmp_path / "d" / "demo.jejak").is_file()
