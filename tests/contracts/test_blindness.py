"""While a round is open, whoever codes in it sees nobody else's codings of its sources, by any door."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jejak.errors import NotAllowed, NotFound
from jejak.model import Code, Coding, Source
from jejak.study import Study, open_study
from jejak.web.app import openapi_document
from jejak.web.description import operations
from support.coders import coded_study
from support.commands import call
from support.examples import examples
from support.servers import Browser, browser

CODINGS = (
    ("Rina", "S-1", 0, 10, "A"), ("Bayu", "S-1", 0, 10, "B"), ("Bayu", "S-1", 12, 20, "A"),
    ("Bayu", "S-2", 3, 9, "C"), ("Rina", "S-2", 3, 9, "C"),
)  # fmt: skip
# What an address asks for, where it asks for something.
ASKED = {
    "query": "code:*", "pattern": "abc", "text": "a", "ending": ".csv", "kind": "code-frequencies",
    "q": "a", "start": 0, "end": 10, "name": "coreq", "template": "study", "form": "contact",
    "language": "en", "variable": "x", "at": 0,
}  # fmt: skip


def in_a_round(folder: Path) -> tuple[Study, list[str], list[str]]:
    """A study in which a round is open, and the codings of Rina, who looks, and of Bayu."""
    study = coded_study(folder, CODINGS)
    by = {user.guid: user.name for user in study.users}
    found: dict[str, list[str]] = {"Rina": [], "Bayu": []}
    for coding in study.store.all(Coding):
        found[by[coding.user]].append(coding.guid)
    with open_study(study.store.path, user="Bayu") as other:
        other.memos.add("Bayu’s note", "on a coding", "jotting", [("coding", found["Bayu"][1])])
    study.rounds.open("Pilot", study.rounds.plan(["Rina", "Bayu"], overlap=1))
    return study, found["Rina"], found["Bayu"]


def doors(study: Study) -> Iterator[tuple[str, Callable[[], object]]]:
    source = study.sources["S-1"]
    head = study.store.head - 1
    yield "codings", study.codings.rows
    yield "each coding", lambda: [one.guid for one in study.codings]
    yield "of a source", source.codings.rows
    yield "of a passage", source.select(0, 10).codings.rows
    yield "codes of a passage", lambda: source.select(12, 20).codes
    yield "found", lambda: study.find("code:*").frame().rows()
    yield "by coder", lambda: study.find("code:*", by="coder").frame().rows()
    yield "frequencies", lambda: study.displays.compute("code-frequencies").cells
    yield "history", lambda: study.history().rows()
    yield "margin", lambda: study.memos.margin(study.sources.get("S-1").guid)
    yield "an earlier moment", study.at(head).codings.rows
    yield "its texts", study.at(head).sources["S-1"].codings.rows


def test_no_door_of_python_tells_of_others(tmp_path: Path) -> None:
    study, mine, theirs = in_a_round(tmp_path)
    with study:
        for name, door in doors(study):
            shown = repr(door())
            assert not any(guid in shown for guid in theirs), name
            assert "Bayu" not in shown, name
        assert {row["guid"] for row in study.codings.rows()} == set(mine)
        for guid in theirs:
            with pytest.raises(NotFound):
                study.codings[guid]
        change = next(
            e.seq for e in study.trail.entries(everybody=True) if e.user != study.user.guid
        )
        for refused in (
            study.agreement.compute, study.reports.document, lambda: study.trail.touched(change),
            study.audit.content, lambda: study.crates.write(tmp_path / "crate"),
            lambda: study.checklists.document("coreq"),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                refused()


def test_no_address_tells_of_others(tmp_path: Path) -> None:
    study, mine, theirs = in_a_round(tmp_path)
    with study, browser(study) as web:
        seen: set[str] = set()
        for address, asks in addresses(web):
            answer = web.get(address)
            assert answer.status_code < 500, address
            assert not any(guid in answer.text for guid in theirs), address
            seen |= {guid for guid in mine if guid in answer.text}
            if not asks:
                continue
            asking = "&" if "?" in address else "?"
            bold = web.get(f"{address}{asking}coders={other(web)}&authors={other(web)}")
            assert not any(guid in bold.text for guid in theirs), address
        assert seen == set(mine)
        # Once it is closed nothing is kept back.
        study.rounds.close("Pilot")
        source = study.sources.get("S-1").guid
        assert all(
            guid in web.get(web.to(f"/sources/{source}/codings")).text for guid in theirs[:2]
        )


def other(web: Browser) -> str:
    return next(user.guid for user in web.study.users if user.name == "Bayu")


def addresses(web: Browser) -> Iterator[tuple[str, bool]]:
    """Every address that answers to GET, about a source and a code of the study, and whether it may be
    asked for the work of some people."""
    store = web.study.store
    guids = [store.all(Source)[0].guid, store.all(Code)[0].guid]
    for path, method, operation in operations(openapi_document()):
        if method != "get" or not path.startswith("/api/studies/{study}"):
            continue
        named = {one["name"] for one in operation.get("parameters", ())}
        asks = not named.isdisjoint({"coders", "authors"})
        rest = path.removeprefix("/api/studies/{study}")
        wanted = [
            f"{one['name']}={ASKED.get(one['name'], 'x')}"
            for one in operation.get("parameters", ())
            if one["in"] == "query" and one.get("required")
        ]
        query = f"?{'&'.join(wanted)}" if wanted else ""
        for guid in guids if "{" in rest else guids[:1]:
            parts = [guid if part.startswith("{") else part for part in rest.split("/")]
            yield web.to("/".join(parts) + query), asks


def test_no_command_tells_of_others(tmp_path: Path) -> None:
    study, _, theirs = in_a_round(tmp_path)
    path = study.store.path
    study.close()
    for words in (
        ("find", path, "code:*", "--json"), ("history", path, "--json"), ("agree", path),
        ("report", path, "-o", tmp_path / "r.md"), ("display", path, "code-frequencies", "--json"),
        ("codes", path, "--json"), ("sources", path, "--json"), ("rounds", path, "--json"),
    ):  # fmt: skip
        done = call(*words)
        shown = done.out + done.err
        assert not any(guid in shown for guid in theirs), words
        assert done.code in {0, 5}, (words, shown)
    assert call("agree", path).code == 5
    assert len(call("find", path, "coder:Bayu", "--json").json) == 0


SPANS = st.lists(
    st.tuples(
        st.sampled_from(["Rina", "Bayu", "Tari"]), st.sampled_from(["S-1", "S-2", "S-3"]),
        st.integers(0, 20), st.integers(1, 20), st.sampled_from("ABC"),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=examples(12), deadline=None)
@given(SPANS, st.sets(st.sampled_from(["S-1", "S-2", "S-3"]), min_size=1), st.booleans())
def test_what_is_seen_is_ones_own_and_what_no_round_has(
    tmp_path_factory: pytest.TempPathFactory,
    spans: list[tuple[str, str, int, int, str]],
    sources: set[str],
    closed: bool,
) -> None:
    codings = [(who, where, start, start + many, code) for who, where, start, many, code in spans]
    folder = tmp_path_factory.mktemp("blind")
    with coded_study(folder, codings, coders=("Rina", "Bayu", "Tari")) as study:
        whole = {row["guid"]: row for row in study.codings.rows()}
        study.rounds.open("Pilot", study.rounds.plan(["Rina", "Bayu"], sorted(sources), overlap=1))
        if closed:
            study.rounds.close("Pilot")
        for name in ("Rina", "Bayu", "Tari"):
            with open_study(study.store.path, user=name) as seen:
                shown = {row["guid"] for row in seen.codings.rows()}
            blind = name != "Tari" and not closed
            assert shown == {
                guid for guid, row in whole.items()
                if not blind or row["coder"] == name or row["source"] not in sources
            }  # fmt: skip
