"""jejak candidates as people run it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from jejak.cli.candidates import candidates
from jejak.study import open_study
from support.found_out import talked_study


def run(*words: str) -> str:
    done = CliRunner().invoke(candidates, list(words))
    assert done.exit_code == 0, done.output
    return done.stdout


def test_candidates_are_shown_and_a_search_is_put_on_record(tmp_path: Path) -> None:
    with talked_study(tmp_path) as study:
        study.findings.add("It is cheap.", codes=["Harga"])
        path = str(study.store.path)
    assert "It is coded with Murah." in run(path, "F1")
    out = run(path, "F1", "--query", 'text:"nama"', "--log", "--found", "1", "--json")
    assert json.loads(out)["total"] == 2
    with open_study(path) as study:
        (search,) = study.verification.of(study.findings.get("F1"))["search"]
        assert getattr(search, "inspected") == 2  # noqa: B009
        one = study.findings.get("F1")
        study.verification.add(
            one, "feedback", who="Ketua RT", answer="partly", comment="Tidak\nselalu."
        )
    told = run(path, "F1")
    assert (
        "Ketua RT: Tidak selalu.\n    Agrees with the finding in part. It is not on record" in told
    )
    assert json.loads(run(path, "F1", "--json"))["objections"][0]["answer"] == "partly"
    refused = CliRunner().invoke(candidates, [path, "F1", "--log"])
    assert refused.exit_code != 0
