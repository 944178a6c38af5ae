from __future__ import annotations

from support.manuscripts import members, written
from support.servers import Browser

FILE = written(
    ["Orang bilang “tapi namanya palsu” saja.", "Lalu: “Bikin akun anyar lagi, gampang.”"]
)
NAME = {"name": "bab 4.docx"}


def bring(web: Browser) -> tuple[str, dict]:
    brought = web.post(web.to("/manuscripts"), params=NAME, content=FILE)
    assert brought.status_code == 201, brought.text
    guid = brought.json()["manuscript"]
    return guid, web.get(web.to(f"/manuscripts/{guid}")).json()


def test_a_manuscript_comes_in_and_is_told_with_its_passages(web: Browser) -> None:
    guid, told = bring(web)
    assert told["name"] == "bab 4"
    assert [one["standing"] for one in told["passages"]] == ["proposed", "misquoted"]
    second = told["passages"][1]
    text = told["paragraphs"][second["paragraph"] - 1]
    assert text[second["start"] : second["end"]] == second["passage"]
    assert {"kind": "added", "text": "anyar"} in second["compared"]
    (listed,) = web.get(web.to("/manuscripts")).json()
    assert (listed["guid"], listed["standings"]["misquoted"]) == (guid, 1)
    again = web.post(web.to("/manuscripts"), params=NAME, content=FILE).json()
    assert (again["new"], again["kept"]) == (False, 2)


def test_passages_are_tied_changed_and_untied(web: Browser) -> None:
    guid, told = bring(web)
    first, second = told["passages"]
    finding = web.post(web.to("/findings"), json={"statement": "Nama palsu."}).json()
    tied = web.post(web.to(f"/manuscripts/{guid}/tie"), json={"guids": [first["guid"]]})
    assert tied.json() == 1
    patch = web.patch(
        web.to(f"/passages/{second['guid']}"),
        json={"state": "set aside", "note": "Ya.", "findings": [finding["guid"]], "words": None},
        headers={"If-Match": f'"{second["revision"]}"'},
    )
    assert patch.status_code == 200, patch.text
    assert patch.json()["note"] == "Ya."
    assert patch.json()["findings"][0]["label"] == finding["label"]
    stale = web.patch(
        web.to(f"/passages/{second['guid']}"), json={"note": "Lain."},
        headers={"If-Match": f'"{second["revision"]}"'},
    )  # fmt: skip
    assert stale.status_code in {409, 412}
    source = web.first("sources", name="S-01")["guid"]
    made = web.post(
        web.to(f"/manuscripts/{guid}/passages"),
        json={
            "paragraph": 1,
            "start": 0,
            "end": 5,
            "words": {"source": source, "start": 0, "end": 4},
        },
    )
    assert made.status_code == 201, made.text
    assert (made.json()["passage"], made.json()["source_name"]) == ("Orang", "S-01")
    assert web.delete(web.to(f"/passages/{made.json()['guid']}")).json()["removed"] == {
        "annotation": 1
    }
    assert web.delete(web.to(f"/manuscripts/{guid}")).json()["removed"]["annotation"] == 2
    assert web.get(web.to(f"/manuscripts/{guid}")).status_code == 404


def test_what_is_tied_is_taken_away_as_files(web: Browser) -> None:
    guid, told = bring(web)
    web.post(
        web.to(f"/manuscripts/{guid}/tie"),
        json={"guids": [one["guid"] for one in told["passages"]]},
    )
    for format in ("jsonld", "csv", "md", "zip"):
        file = web.get(web.to(f"/manuscripts/{guid}/file"), params={"format": format})
        assert file.status_code == 200, file.text
        assert file.headers["content-disposition"].endswith(f"bab%204.{format}")
    out = web.post(
        web.to(f"/manuscripts/{guid}/annotated"), params={"form": "footnotes"}, content=FILE
    )
    assert "word/footnotes.xml" in members(out.content)
    for content in (b"no file", written(["Lain."])):
        refused = web.post(web.to(f"/manuscripts/{guid}/annotated"), content=content)
        assert refused.status_code in {400, 415, 422}, refused.text
    assert web.post(web.to("/manuscripts"), params=NAME, content=b"PK").status_code in {
        400,
        415,
        422,
    }


def test_the_file_itself_is_kept_and_given_back(web: Browser) -> None:
    guid, told = bring(web)
    assert told["kept"] is True
    assert web.get(web.to(f"/manuscripts/{guid}/original")).content == FILE
    web.post(web.to(f"/manuscripts/{guid}/tie"), json={"guids": [told["passages"][0]["guid"]]})
    out = web.get(web.to(f"/manuscripts/{guid}/annotated"), params={"form": "footnotes"})
    assert "word/footnotes.xml" in members(out.content)
