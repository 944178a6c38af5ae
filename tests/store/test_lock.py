"""Who has a study open: told rightly when many open and close it at the same instant."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from jejak.store.lock import StudyLock

OPENER = """
import sys
from pathlib import Path
from jejak.store.lock import StudyLock
for _ in range(25):
    lock = StudyLock(Path(sys.argv[1]))
    lock.take()
    assert lock._mine in lock._holders()
    lock.release()
lock.take()
print("open", flush=True)
sys.stdin.readline()
lock.release()
"""


def test_nobody_is_forgotten_when_many_open_it_at_once(tmp_path: Path) -> None:
    study = tmp_path / "s.jejak"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPENER, str(study)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(4)
    ]  # fmt: skip
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "open\n", process.stderr and process.stderr.read()
    holders = json.loads((tmp_path / "s.jejak.lock").read_text("utf-8"))
    assert {int(holder.rsplit(":", 1)[1]) for holder in holders} == {p.pid for p in processes}
    for process in processes:
        process.communicate("\n")
        assert process.returncode == 0
    assert list(tmp_path.iterdir()) == []


def test_a_gate_left_by_the_dead_is_passed(tmp_path: Path) -> None:
    (tmp_path / "s.jejak.lock.gate").touch()
    lock = StudyLock(tmp_path / "s.jejak")
    lock.take()
    assert (tmp_path / "s.jejak.lock").exists()
    lock.release()
    assert list(tmp_path.iterdir()) == []
