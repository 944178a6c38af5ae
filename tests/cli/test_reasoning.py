"""jejak reasoning as people run it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from jejak.cli.findings import findings
from jejak.cli.reasoning import reasoning
from jejak.cli.record import record
from support.studies import small_study


def run(command: object, *words: str) -> str:
    done = CliRunner().invoke(command, list(words))  # type: ignore[arg-type]
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_steps_are_shown_with_the_weakest(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.findings.add("They begin anew.")
        path = str(study.store.path)
    step = ("step", "proposition=New accounts are easy.", "prediction=Nobody waits.", "seen=seen")
    run(record, path, "F1", *step, "--words", 'text:"akun baru"')
    run(record, path, "F1", "step", "proposition=They cost nothing.")
    run(record, path, "F1", "plausible", "why=It sounds right.")
    shown = run(reasoning, path, "F1")
    assert "1  firm    New accounts are easy." in shown
    assert "S-01: akun baru" in shown
    assert "step 2, its weakest" in shown
    told = json.loads(run(reasoning, path, "F1", "--json"))
    assert [one["strength"] for one in told["steps"]] == ["firm", "bare"]
    assert "plausible only" in run(findings, path)
