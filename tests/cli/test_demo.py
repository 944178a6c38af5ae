from __future__ import annotations

import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

PROGRAM = "from jejak.cli import main; main()"


@pytest.mark.slow
def test_the_demo_goes_from_raw_files_to_the_report_and_ends_in_the_workspace(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", PROGRAM, "demo", str(tmp_path / "d")]
    done = subprocess.run([*command, "--no-open"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "9 temuan" in done.stdout
    assert "F6: " in done.stdout
    assert (tmp_path / "d" / "demo.jejak").is_file()
    assert "F6" in (tmp_path / "d" / "report.html").read_text("utf-8")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        told = []
        for line in demo.stdout:
            told.append(line)
            if line.startswith("http://"):
                break
        assert "sudah ada" in told[0]
        with urllib.request.urlopen(told[-1].strip(), timeout=30) as page:  # noqa: S310  (its own server)
            assert page.status == 200
        demo.send_signal(signal.SIGINT)
        assert demo.wait(timeout=30) in {0, 130}
    assert not (tmp_path / "d" / "demo.jejak.lock").exists()
