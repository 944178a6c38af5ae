from __future__ import annotations

import json
from pathlib import Path

from jejak.study import open_study
from support.commands import call


def test_disagreements_are_listed_settled_and_told_before_and_after(coded: Path) -> None:
    listed = call("settle", coded)
    assert "S-1 11–21  B: Rina coded it; Bayu did not.\n        abcdefghij\n" in listed.out
    assert "        Rina 0–10\n        Bayu 0–12\n" in listed.out
    first, second = [line.split()[0] for line in listed.out.splitlines() if "  S-1 " in line]
    done = call("settle", coded, first, "--keep", "Bayu", "--reason", "Only what is said.", "--user", "Bayu")  # fmt: skip
    assert done.out.startswith("S-1 11–21  B: as Bayu has it\n        Bayu, 20")
    assert done.out.endswith(": Only what is said.\n")
    assert "1 disagreement is open." in done.err
    assert call("settle", coded, second, "--inner").code == 0
    assert "Nobody differs over what several people read." in call("settle", coded).err
    told = call("agree", coded)
    assert "now  Rina  Bayu" in told.out
    assert "Since then the coders settled 2 disagreements" in told.out
    agreed = json.loads(call("agree", coded, "--json").out)
    assert (agreed["settled"], agreed["now"], agreed["differences"]) == (2, 1.0, 0)
    assert agreed["jointly"]["value"] < 1
    settled = json.loads(call("settle", coded, "--done", "--json").out)
    assert [(one["decision"], one["kept"]) for one in settled] == [
        ("inner", None),
        ("keep", "Bayu"),
    ]
    with open_study(coded) as study:
        verbs = [str(entry.verb) for entry in study.trail.entries(limit=2)]
    assert verbs[1] == "Settle “B” in “S-1”: as Bayu has it"


def test_what_cannot_be_settled_is_told_in_a_line(coded: Path) -> None:
    key = json.loads(call("settle", coded, "--json", "--codes", "B").out)["disagreements"][0]["key"]
    for words, code, told in (
        (("abcdef", "--both"), 4, "There is no open disagreement “abcdef”"),
        ((key, "--outer"), 2, "Only one of them coded it"),
        ((key, "--keep", "Tono"), 3, "“Tono” has no version at this place."),
        ((key,), 2, "It is not said what is decided."),
        ((key, "--keep", "Rina", "--both"), 2, "One decision settles disagreements"),
        (("--both",), 2, "One decision settles disagreements"),
        (("--by", "weight"), 2, "Disagreements have no order “weight”."),
    ):
        done = call("settle", coded, *words)
        assert (done.code, told in done.err, done.err.count("\n")) == (code, True, 1)
