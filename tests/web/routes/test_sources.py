from __future__ import annotations

import pytest

from support.servers import Browser


def send(web: Browser, *files: tuple[str, bytes], **fields: str) -> dict:
    sent = web.post(web.to("/sources"), files=[("files", file) for file in files], data=fields)
    assert sent.status_code == 200, sent.text
    return sent.json()


def names(web: Browser, address: str) -> list[str]:
    return [source["name"] for source in web.get(web.to(address)).json()["sources"]]


def test_a_source_is_listed_with_its_codings(web: Browser) -> None:
    source = web.first("sources")
    assert (source["name"], source["kind"], source["codings"]) == ("S-01", "interview", 2)
    assert source["original_name"] == "S-01.txt"
    one = web.get(web.to(f"/sources/{source['guid']}"))
    assert one.json() == source
    assert one.headers["etag"] == f'"{source["revision"]}"'


def test_files_come_in_as_one_change(web: Browser) -> None:
    done = send(
        web, ("S-2.txt", b"P: halo\nG: hai\n"), ("S-10.txt", b"P: lagi\nG: ya\n"), case="G",
        kind="focus group", language="id",
    )  # fmt: skip
    assert done["seq"] == web.study.store.head
    assert [(file["file"], file["ok"], file["format"]) for file in done["files"]] == [
        ("S-2.txt", True, "text"),
        ("S-10.txt", True, "text"),
    ]
    added = web.first("sources", name="S-2")
    assert (added["kind"], added["language"]) == ("focus group", "id")
    assert [case["name"] for case in added["cases"]] == ["G"]
    assert web.post(web.to("/undo")).status_code == 200
    assert names(web, "/sources") == ["S-01"]


def test_what_cannot_be_read_is_told_and_the_rest_comes_in(web: Browser) -> None:
    done = send(
        web, ("broken.docx", b"PK\x03\x04 no archive"), ("empty.txt", b" \n"), ("a.txt", b"Satu.\n"),
        ("b.txt", b"Satu.\n"),
    )  # fmt: skip
    broken, empty, good, again = done["files"]
    assert (broken["ok"], broken["code"], broken["hint"]) == (False, "corrupt", "It was left out.")
    assert (empty["ok"], empty["code"]) == (False, "empty")
    assert good["ok"]
    assert (again["ok"], again["duplicate_of"]) == (False, "a")
    assert names(web, "/sources") == ["S-01", "a"]


def test_a_dry_run_changes_nothing(web: Browser) -> None:
    head = web.study.store.head
    done = send(web, ("a.txt", b"Satu.\n"), dry_run="true")
    assert (done["dry_run"], done["seq"], done["files"][0]["name"]) == (True, None, "a")
    assert web.study.store.head == head


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "poem"}, "kind"),
        ({"dry_run": "perhaps"}, "dry_run"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_is_said_of_files_is_checked(web: Browser, fields: dict[str, str], words: str) -> None:
    refused = web.post(web.to("/sources"), files={"files": ("a.txt", b"Satu.")}, data=fields)
    assert refused.status_code == 422
    assert [error["where"] for error in refused.json()["errors"]] == [words]
    assert names(web, "/sources") == ["S-01"]


def test_a_format_that_is_none_is_told_with_the_file(web: Browser) -> None:
    done = send(web, ("a.txt", b"Satu."), as_format="papyrus")
    assert not done["files"][0]["ok"]
    assert "papyrus" in done["files"][0]["error"]


def test_the_table_is_sorted_filtered_and_cut(web: Browser) -> None:
    send(web, ("S-10.txt", b"Panjang sekali teks ini.\n"), ("S-2.txt", b"Pendek.\n"), case="G")
    assert names(web, "/sources?sort=name") == ["S-01", "S-2", "S-10"]
    assert names(web, "/sources?sort=-name&limit=2") == ["S-10", "S-2"]
    assert names(web, "/sources?sort=length") == ["S-2", "S-10", "S-01"]
    assert names(web, "/sources?sort=-codings&limit=1") == ["S-01"]
    assert names(web, "/sources?sort=name&offset=1&limit=1") == ["S-2"]
    assert names(web, "/sources?text=s-1") == ["S-10"]
    assert names(web, "/sources?kind=interview") == ["S-01"]
    case = web.first("cases", name="G")
    assert names(web, f"/sources?case={case['guid']}") == ["S-10", "S-2"]
    assert web.get(web.to("/sources?limit=1")).json()["total"] == 3
    assert web.get(web.to("/sources?sort=beauty")).json()["code"] == "unknown-sort"
    assert web.get(web.to(f"/sources?case={web.study.info.guid}")).json()["code"] == "no-such-case"


def test_a_source_is_described(web: Browser) -> None:
    source = web.first("sources")
    at = web.to(f"/sources/{source['guid']}")
    changed = web.patch(
        at, json={"name": "S-1", "status": "coded", "collected": "2020-05", "method": "chat"}
    )
    assert changed.json()["revision"] > source["revision"]
    assert {key: changed.json()[key] for key in ("name", "status", "collected", "method")} == {
        "name": "S-1", "status": "coded", "collected": "2020-05", "method": "chat",
    }  # fmt: skip
    assert web.patch(at, json={"collected": None}).json()["collected"] is None
    assert web.patch(at, json={"collected": "someday"}).json()["code"] == "not-a-date"
    assert web.patch(at, json={"kind": "poem"}).status_code == 422
    assert web.patch(at, json={"length": 3}).status_code == 422
    stale = web.patch(at, json={"name": "X"}, headers={"If-Match": f'"{source["revision"]}"'})
    assert stale.status_code == 412
    assert web.first("sources")["name"] == "S-1"


def test_what_is_no_revision_matches_none(web: Browser) -> None:
    at = web.to(f"/sources/{web.first('sources')['guid']}")
    assert web.patch(at, json={"name": "X"}, headers={"If-Match": '"abc"'}).status_code == 412
    assert web.patch(at, json={"name": "X"}, headers={"If-Match": "*"}).status_code == 200


def test_a_name_that_is_taken(web: Browser) -> None:
    send(web, ("a.txt", b"Satu.\n"))
    source = web.first("sources", name="a")
    refused = web.patch(web.to(f"/sources/{source['guid']}"), json={"name": "s-01"})
    assert (refused.status_code, refused.json()["code"]) == (409, "name-taken")


def test_sources_are_removed_with_what_lies_on_them(web: Browser) -> None:
    send(web, ("a.txt", b"Satu.\n"))
    guids = [row["guid"] for row in web.get(web.to("/sources")).json()["sources"]]
    gone = web.post(web.to("/sources/remove"), json={"guids": guids}).json()
    assert (gone["removed"]["source"], gone["removed"]["coding"]) == (2, 2)
    assert gone["seq"] == web.study.store.head
    assert names(web, "/sources") == []
    web.post(web.to("/undo"))
    assert web.delete(web.to(f"/sources/{guids[0]}")).json()["removed"]["source"] == 1
    assert web.delete(web.to(f"/sources/{guids[0]}")).json()["code"] == "no-such-source"
    assert web.get(web.to(f"/sources/{guids[0]}")).json()["code"] == "no-such-source"


def test_removing_no_sources_is_no_change(web: Browser) -> None:
    assert web.post(web.to("/sources/remove"), json={"guids": []}).json() == {
        "removed": {}, "seq": None,
    }  # fmt: skip


def test_the_table_is_grouped_and_its_facets_counted(web: Browser) -> None:
    send(web, ("a.txt", b"Satu.\n"), ("b.txt", b"Dua.\n"), case="G", kind="posts")
    page = web.get(web.to("/sources?group=kind&sort=-name&limit=2")).json()
    assert page["groups"] == [{"value": "interview", "count": 1}, {"value": "posts", "count": 2}]
    assert [one["name"] for one in page["sources"]] == ["S-01", "b"]
    facets = web.get(web.to("/sources/facets?kind=posts&text=a")).json()
    assert {one["value"]: one["count"] for one in facets["kind"]} == {"interview": 0, "posts": 1}
    assert {one["label"]: one["count"] for one in facets["case"]} == {"": 0, "G": 1}
    assert names(web, "/sources?kind=interview&kind=posts&sort=kind&sort=-name") == [
        "S-01", "b", "a",
    ]  # fmt: skip
    assert names(web, "/sources?case=") == ["S-01"]
    assert web.get(web.to("/sources?group=beauty")).json()["code"] == "unknown-sort"


def test_all_that_match_are_changed_in_one_step(web: Browser) -> None:
    send(web, ("a.txt", b"Satu.\n"), ("b.txt", b"Dua.\n"), kind="posts")
    apart = web.first("sources", name="b")["guid"]
    done = web.patch(
        web.to("/sources"),
        json={"all": {"kind": ["posts"]}, "but": [apart], "status": "coded", "case": "G"},
    ).json()
    assert done == {"sources": 1, "seq": web.study.store.head}
    changed = web.first("sources", name="a")
    assert (changed["status"], [case["name"] for case in changed["cases"]]) == ("coded", ["G"])
    assert web.first("sources", name="b")["status"] == "to read"
    web.post(web.to("/undo"))
    assert web.first("sources", name="a")["status"] == "to read"
    assert web.patch(web.to("/sources"), json={"guids": [], "kind": "poem"}).status_code == 422


def test_what_would_go_is_told_without_going(web: Browser) -> None:
    told = web.post(web.to("/sources/remove"), json={"all": {}, "dry_run": True}).json()
    assert (told["removed"]["source"], told["removed"]["coding"], told["seq"]) == (1, 2, None)
    gone = web.post(web.to("/sources/remove"), json={"all": {"text": "s-01"}}).json()
    assert gone["removed"]["source"] == 1
    assert names(web, "/sources") == []


@pytest.mark.parametrize(
    ("format", "beginning"),
    [("csv", "Nama,Jenis".encode("utf-8-sig")), ("tsv", b"Nama\tJenis\tPengodean\nS-01\t"),
     ("xlsx", b"PK")],
)  # fmt: skip
def test_the_table_is_a_file(web: Browser, format: str, beginning: bytes) -> None:
    form = {"all": {}, "columns": ["name", "kind", "codings"], "format": format}
    saved = web.post(web.to("/sources/table?language=id"), json=form)
    assert saved.content.startswith(beginning)
    assert f"sources.{format}" in saved.headers["content-disposition"]
    refused = web.post(web.to("/sources/table"), json={**form, "columns": ["beauty"]})
    assert refused.json()["code"] == "unknown-column"


def test_what_hangs_on_a_source_is_told(web: Browser) -> None:
    guid = web.first("sources")["guid"]
    card = web.get(web.to(f"/sources/{guid}/card")).json()
    assert [one["name"] for one in card["speakers"]] == ["P", "G", "DS"]
    assert {one["path"]: one["codings"] for one in card["codes"]} == {
        "Triple-A/Anonim": 1, "Triple-A/Murah": 1,
    }  # fmt: skip
    assert card["going"]["coding"] == 2
