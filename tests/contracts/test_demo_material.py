"""The demo study's raw material: all of it is there and invented, and every quote is found."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

PACKAGE = Path(str(files("jejak")))
DEMO = PACKAGE / "demo"
MATERIAL = sorted(path for path in DEMO.rglob("*") if path.is_file())
TURN = re.compile(r"(?:\[(\d\d:\d\d:\d\d)\] )?(P|S|G|DS): (.+)")
INTERVIEWS = {"S-01": "S", "G-01": "G", "DS-01": "DS"}
COLUMNS = ["source", "code", "quote", "prefix", "suffix", "coder", "weight", "memo"]
LEAST = {"Rina": 160, "Bayu": 120}
PLATFORMS = re.compile(
    r"\b(instagram|facebook|twitter|whatsapp|telegram|tiktok|michat|youtube|zoom|google|line)\b",
    re.IGNORECASE,
)


def load(name: str) -> dict[str, Any]:
    return yaml.safe_load((DEMO / name).read_text("utf-8"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def posts() -> list[dict[str, str]]:
    return rows(DEMO / "posts" / "tagar.csv")


@cache
def codings() -> dict[str, list[dict[str, str]]]:
    return {name: rows(DEMO / f"codings-{name.lower()}.csv") for name in LEAST}


@cache
def stretches(source: str) -> tuple[str, ...]:
    """What a quote may not reach beyond: the words of a turn, a paragraph, a post."""
    if source == "tagar":
        return tuple(post["text"] for post in posts())
    (entry,) = [entry for entry in load("study.yaml")["sources"] if entry["name"] == source]
    lines = (DEMO / entry["file"]).read_text("utf-8").splitlines()
    found = [TURN.fullmatch(line) for line in lines]
    return tuple(turn[3] if turn else line for turn, line in zip(found, lines, strict=True))


def times_found(quoted: dict[str, Any]) -> int:
    wanted = quoted.get("prefix", "") + quoted["quote"] + quoted.get("suffix", "")
    return sum(stretch.count(wanted) for stretch in stretches(quoted["source"]))


def walk(codes: list[dict[str, Any]], parent: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for code in codes:
        path = f"{parent}/{code['name']['id']}" if parent else code["name"]["id"]
        yield path, code
        yield from walk(code.get("children", []), path)


@cache
def codebook() -> dict[str, dict[str, Any]]:
    """All codes of the frames and of the study's own codebook by path."""
    frames = [PACKAGE / "frames" / f"{name}.yaml" for name in load("study.yaml")["frames"]]
    found: dict[str, dict[str, Any]] = {}
    for path in [*frames, DEMO / "codebook.yaml"]:
        found |= walk(yaml.safe_load(path.read_text("utf-8"))["codes"])
    return found


def paths_of(name: str) -> list[str]:
    return [path for path in codebook() if path == name or path.endswith(f"/{name}")]


def all_quotes() -> Iterator[dict[str, Any]]:
    for coded in codings().values():
        yield from coded
    for finding in load("findings.yaml")["findings"]:
        yield from finding["evidence"]


@pytest.mark.parametrize("path", MATERIAL, ids=lambda path: path.name)
def test_a_file_says_that_it_is_invented(path: Path) -> None:
    assert "rekaan" in path.read_text("utf-8")[:600].lower()


@pytest.mark.parametrize("path", MATERIAL, ids=lambda path: path.name)
def test_a_file_points_at_nobody_real(path: Path) -> None:
    text = path.read_text("utf-8")
    addresses = re.findall(r"https?://([^/\s\"]+)", text)
    assert all(address.endswith("example.invalid") for address in addresses)
    assert re.findall(r"\bwww\.|\b[\w-]+\.(?:com|net|org|id|co)\b", text) == []
    assert re.findall(r"\S@\w|(?<!@)@\w", text) == []
    undated = re.sub(r"\d{4}-\d\d(?:-\d\d)?(?:T[\d:]+)?|\[\d\d:\d\d:\d\d\]|#[0-9A-F]{6}", "", text)
    assert re.findall(r"\+?\d[\d \-]{6,}\d", undated) == []
    assert PLATFORMS.findall(text) == []


@pytest.mark.parametrize("path", MATERIAL, ids=lambda path: path.name)
def test_a_file_is_plain_text_as_the_model_wants_it(path: Path) -> None:
    raw = path.read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\n")


@pytest.mark.parametrize(("name", "speaker"), INTERVIEWS.items())
def test_an_interview_has_many_turns_of_its_own_words(name: str, speaker: str) -> None:
    lines = (DEMO / "interviews" / f"{name}.txt").read_text("utf-8").splitlines()
    turns = [turn for turn in map(TURN.fullmatch, lines) if turn]
    assert {turn[2] for turn in turns} == {"P", speaker}
    assert len({turn[3] for turn in turns}) >= 150
    times = [turn[1] for turn in turns if turn[1]]
    assert times == sorted(times)
    assert len(times) in {0, len(turns)}


def test_interviews_come_with_and_without_times() -> None:
    texts = [(DEMO / "interviews" / f"{name}.txt").read_text("utf-8") for name in INTERVIEWS]
    assert {bool(re.search(r"^\[\d\d:", text, re.MULTILINE)) for text in texts} == {True, False}


def test_some_text_lies_beyond_the_basic_plane() -> None:
    for name in INTERVIEWS:
        assert any(ord(sign) > 0xFFFF for stretch in stretches(name) for sign in stretch)
    assert any(ord(sign) > 0xFFFF for post in posts() for sign in post["text"])


def test_there_are_120_posts_that_follow_one_another() -> None:
    assert [post["id"] for post in posts()] == [f"p{n:03d}" for n in range(1, 121)]
    times = [post["time"] for post in posts()]
    assert times == sorted(times)
    assert all(time.startswith("2020-") for time in times)
    assert all(re.fullmatch(r"~[a-z_]+", post["author"]) for post in posts())
    assert all(not post["reply_to"] or post["reply_to"] < post["id"] for post in posts())
    assert len({post["text"] for post in posts()}) == 120
    assert all(post["reply_to"] or "#lembayungmalam" in post["text"] for post in posts())


def test_the_rest_of_the_material_is_there() -> None:
    kinds = Counter(entry["kind"] for entry in load("study.yaml")["sources"])
    assert kinds == {"interview": 3, "observation": 6, "posts": 1, "literature": 8, "document": 1}


def test_the_study_lists_every_file_of_material_once() -> None:
    listed = [entry["file"] for entry in load("study.yaml")["sources"]]
    there = [path.relative_to(DEMO).as_posix() for path in MATERIAL if path.parent != DEMO]
    assert sorted(listed) == sorted(there)


@pytest.mark.parametrize("path", sorted((DEMO / "literature").glob("*.md")), ids=lambda p: p.stem)
def test_an_abstract_has_its_front_matter(path: Path) -> None:
    _, front, body = path.read_text("utf-8").split("---\n", 2)
    fields = yaml.safe_load(front)
    assert fields["note"] == "rekaan"
    assert fields["author"]
    assert 2010 <= fields["year"] <= 2020
    assert f"# {fields['title']}\n" in body


def test_participants_are_adults_who_agreed() -> None:
    study = load("study.yaml")
    consents = {entry["case"]: entry for entry in load("consent.yaml")["consents"]}
    assert list(consents) == [case["name"] for case in study["cases"]] == ["S", "G", "DS"]
    for case in study["cases"]:
        (age,) = map(int, re.findall(r"(\d+) tahun", case["description"]["id"]))
        assert age > 20
        assert consents[case["name"]]["terms"]["adult"] is True
        names = {attribute["name"]: attribute for attribute in study["attributes"]}
        for name, value in case["attributes"].items():
            options = names[name].get("options")
            assert options is None or value in options


@pytest.mark.parametrize("coder", LEAST)
def test_a_coder_coded_enough(coder: str) -> None:
    coded = codings()[coder]
    assert len(coded) >= LEAST[coder]
    assert list(coded[0]) == COLUMNS
    assert {row["coder"] for row in coded} == {coder}
    kinds = {entry["name"]: entry["kind"] for entry in load("study.yaml")["sources"]}
    assert {kinds[row["source"]] for row in coded} >= set(kinds.values())
    assert all(0 <= int(row["weight"]) <= 100 for row in coded if row["weight"])
    keys = [(row["source"], row["code"], row["prefix"], row["quote"]) for row in coded]
    assert len(set(keys)) == len(keys)


def test_every_quote_is_in_one_place() -> None:
    lost = [(row["source"], row["quote"]) for row in all_quotes() if times_found(row) != 1]
    assert lost == []


def test_prefix_and_suffix_are_given_where_they_are_needed_and_only_there() -> None:
    for row in all_quotes():
        bare = {"source": row["source"], "quote": row["quote"]}
        assert (times_found(bare) > 1) == bool(row.get("prefix") or row.get("suffix")), row


def test_some_quotes_need_their_surroundings() -> None:
    assert sum(bool(row.get("prefix")) for row in all_quotes()) >= 3


def test_every_coding_names_one_codable_code() -> None:
    for name in {row["code"] for coded in codings().values() for row in coded}:
        found = paths_of(name)
        assert len(found) == 1, (name, found)
        assert codebook()[found[0]]["codable"], name


def test_every_codable_code_of_the_study_is_used() -> None:
    used = {paths_of(row["code"])[0] for coded in codings().values() for row in coded}
    own = dict(walk(load("codebook.yaml")["codes"]))
    assert [path for path, code in own.items() if code["codable"] and path not in used] == []


def spans(coder: str) -> Iterator[tuple[str, str, int, int]]:
    """Source, top folder of the code, start and end, in code points of all stretches."""
    for row in codings()[coder]:
        text = "\n".join(stretches(row["source"]))
        start = text.index(row["prefix"] + row["quote"] + row["suffix"]) + len(row["prefix"])
        top = paths_of(row["code"])[0].split("/")[0]
        yield row["source"], top, start, start + len(row["quote"])


@pytest.mark.parametrize("coder", LEAST)
def test_a_frame_says_one_thing_of_a_stretch(coder: str) -> None:
    frames = {"Triple-A", "Jangkauan–aksesibilitas–penggunaan", "Produksi–distribusi–konsumsi"}
    framed = sorted(span for span in spans(coder) if span[1] in frames)
    for one, other in pairwise(framed):
        assert one[:2] != other[:2] or one[3] <= other[2], (one, other)


def test_the_coders_agree_on_most_and_differ_in_earnest() -> None:
    keyed = {
        coder: {(row["source"], row["code"], row["quote"]) for row in coded}
        for coder, coded in codings().items()
    }
    same = keyed["Rina"] & keyed["Bayu"]
    assert len(same) >= 100
    codes = {coder: {row["code"] for row in coded} for coder, coded in codings().items()}
    assert codes["Rina"] - codes["Bayu"]
    assert codes["Bayu"] - codes["Rina"]
    placed = {coder: set(spans(coder)) for coder in keyed}
    moved = [
        (one, other)
        for one in placed["Rina"] - placed["Bayu"]
        for other in placed["Bayu"] - placed["Rina"]
        if one[:2] == other[:2] and one[2] < other[3] and other[2] < one[3]
    ]
    assert len(moved) >= 30


@pytest.mark.parametrize("finding", load("findings.yaml")["findings"], ids=lambda f: f["name"])
def test_a_finding_is_whole(finding: dict[str, Any]) -> None:
    assert finding["question"] in {1, 2}
    assert finding["kind"] in {"description", "pattern", "relation", "cause"}
    assert finding["status"] in {
        "hunch", "proposition", "supported", "verified", "qualified", "rejected",
    }  # fmt: skip
    assert all(finding["statement"][language].strip() for language in ("id", "en"))
    assert all(len(paths_of(code)) == 1 for code in finding["codes"])
    assert finding["scope"] == ["S", "G", "DS"]
    for piece in finding["evidence"]:
        assert piece["stance"] in {"supports", "contradicts", "qualifies"}
        assert piece["why"].strip()
        assert 0 <= piece["weight"] <= 6
    keys = [(piece["source"], piece["quote"]) for piece in finding["evidence"]]
    assert len(set(keys)) == len(keys)


def supports_of(name: str) -> tuple[set[str], set[str], Counter[str]]:
    """Participants and kinds of sources behind a finding, and its stances counted."""
    kinds = {entry["name"]: entry["kind"] for entry in load("study.yaml")["sources"]}
    (found,) = [one for one in load("findings.yaml")["findings"] if one["name"] == name]
    behind = [piece["source"] for piece in found["evidence"] if piece["stance"] == "supports"]
    people = {INTERVIEWS[source] for source in behind if source in INTERVIEWS}
    stances = Counter(piece["stance"] for piece in found["evidence"])
    return people, {kinds[source] for source in behind} - {"literature", "document"}, stances


@pytest.mark.parametrize("name", ["F1", "F2", "F4", "F5"])
def test_a_confirmed_finding_rests_on_all_three_and_on_several_kinds(name: str) -> None:
    people, kinds, stances = supports_of(name)
    assert people == {"S", "G", "DS"}
    assert kinds >= {"interview", "observation", "posts"}
    assert stances["supports"] > 4 * (stances["contradicts"] + stances["qualifies"])


def test_anonymity_is_qualified_by_what_speaks_against_it() -> None:
    people, _, stances = supports_of("F3")
    assert people == {"S", "G", "DS"}
    assert stances["contradicts"] >= 5
    assert stances["supports"] > stances["contradicts"]


def test_one_finding_rests_on_one_informant_and_leaves_the_rest_unweighed() -> None:
    people, kinds, stances = supports_of("F6")
    assert (people, kinds) == ({"DS"}, {"interview"})
    assert set(stances) == {"supports"}
    (finding,) = [one for one in load("findings.yaml")["findings"] if one["name"] == "F6"]
    coded = {
        row["source"]
        for rows_of_coder in codings().values()
        for row in rows_of_coder
        if row["code"] in finding["codes"]
    }
    assert coded >= {"S-01", "G-01", "OBS-3", "tagar"}


def test_both_questions_are_answered() -> None:
    answered = {finding["question"] for finding in load("findings.yaml")["findings"]}
    assert answered == {question["number"] for question in load("study.yaml")["questions"]}


def test_memos_relations_and_rules_point_at_what_exists() -> None:
    study = load("study.yaml")
    names = {
        "source": {entry["name"] for entry in study["sources"]},
        "case": {case["name"] for case in study["cases"]},
        "finding": {finding["name"] for finding in load("findings.yaml")["findings"]},
    }
    memos = load("memos.yaml")["memos"]
    assert len(memos) >= 8
    assert {memo["kind"] for memo in memos} >= {"theoretical", "method", "reflexive"}
    links = [link for memo in memos for link in memo["links"]]
    pointed = [link["name"] for link in links if link["kind"] == "code"]
    assert all(link["name"] in names[link["kind"]] for link in links if link["kind"] != "code")
    relations = load("relations.yaml")["relations"]
    pointed += [relation[end] for relation in relations for end in ("origin", "target")]
    rules = load("autocode.yaml")["rules"]
    assert [len({"text", "regex"} & set(rule)) for rule in rules] == [1, 1]
    pointed += [rule["code"] for rule in rules]
    pointed += [name for code in codebook().values() for name in code.get("subsumes", [])]
    assert [name for name in pointed if len(paths_of(name)) != 1] == []


def test_the_studys_own_codes_have_full_entries() -> None:
    for path, code in walk(load("codebook.yaml")["codes"]):
        rules = ("when_to_use", "when_not_to_use") if code["codable"] else ()
        for key in ("name", "short", "definition", *rules):
            assert all(code[key][language].strip() for language in ("id", "en")), (path, key)
        assert not code["codable"] or all(code["examples"][language] for language in ("id", "en"))


def test_examples_in_the_codebook_are_the_materials_own_words() -> None:
    words = "\n".join(
        stretch for entry in load("study.yaml")["sources"] for stretch in stretches(entry["name"])
    )
    examples = [
        example
        for _, code in walk(load("codebook.yaml")["codes"])
        for example in code.get("examples", {}).get("id", [])
    ]
    assert [example for example in examples if example not in words] == []
