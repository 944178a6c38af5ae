from __future__ import annotations

from support.servers import Browser


def test_segments_are_found_with_what_surrounds_them(web: Browser) -> None:
    found = web.get(web.to("/segments"), params={"query": "code:Triple-A", "context": 5}).json()
    assert found["total"] == 2
    first, second = found["segments"]
    assert (first["text"], first["after"]) == ("Bikin akun baru lagi 😀", ", gam")
    assert second["codes"] == [web.first("codes", name="Anonim")["guid"]]
    assert second["coders"] == ["Rina"]
    page = web.get(web.to("/segments"), params={"query": "code:*", "offset": 1, "limit": 1}).json()
    assert (page["total"], [one["text"] for one in page["segments"]]) == (2, ["namanya palsu"])


def test_a_query_that_cannot_be_read_points_at_the_place(web: Browser) -> None:
    refused = web.get(web.to("/segments"), params={"query": "code:Murah and"})
    assert (refused.status_code, refused.json()["code"]) == (422, "query-syntax")
    assert refused.json()["at"] == len("code:Murah and")
    unknown = web.get(web.to("/segments"), params={"query": "code:Mahal"})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "unknown-code")


def test_words_are_found_in_context(web: Browser) -> None:
    found = web.get(web.to("/words"), params={"pattern": "akun", "context": 6, "limit": 2}).json()
    assert found["more"]
    assert [line["before"] + line["match"] for line in found["lines"]] == [
        "Pakai akun",
        "Bikin akun",
    ]
    regex = {"pattern": "pals[au]", "regex": "true"}
    assert len(web.get(web.to("/words"), params=regex).json()["lines"]) == 2
    broken = web.get(web.to("/words"), params={"pattern": "(", "regex": "true"})
    assert broken.status_code == 422


def test_segments_tell_each_coding_and_of_some_people_alone(web: Browser) -> None:
    rina = web.study.user.guid
    found = web.get(web.to("/segments"), params={"query": "code:*", "coders": rina}).json()
    assert [mark["weight"] for one in found["segments"] for mark in one["marks"]] == [None, 70]
    assert found["segments"][0]["marks"][0]["coder"] == rina
    assert [mark["coding"] for mark in found["segments"][0]["marks"]] == found["segments"][0][
        "codings"
    ]
    nowhere = {"query": "code:*", "sources": web.study.info.guid}
    assert web.get(web.to("/segments"), params=nowhere).json()["total"] == 0


def test_segments_stand_by_case_if_asked(web: Browser) -> None:
    study = web.study
    for name, words in (("S-02", "Zakat."), ("S-03", "Adil.")):
        study.sources.add_text(name, words)
        study.coding.apply(study.sources.get(name), 0, 4, ["Murah"])
    for case, source in (("Zul", "S-02"), ("Adi", "S-03")):
        study.cases.add(case)
        study.cases.tie_source(study.cases.get(case), study.sources.get(source))
    told = web.get(web.to("/segments"), params={"query": "code:Murah", "by": "case"}).json()
    assert [one["case_name"] for one in told["segments"]] == ["Adi", "Zul", None]
    plain = web.get(web.to("/segments"), params={"query": "code:Murah"}).json()
    assert [one["case_name"] for one in plain["segments"]] == [None, "Zul", "Adi"]


def test_words_are_counted_by_source_a_piece_at_a_time(web: Browser) -> None:
    web.study.sources.add_text("S-02", "Akun dan akuntansi.")
    at = web.to("/words/counts")
    told = web.get(at, params={"pattern": "akun", "lines": 1}).json()
    assert (told["count"], told["next"], told["done"]) == (4, None, 1.0)
    assert [(one["name"], one["count"], len(one["lines"])) for one in told["sources"]] == [
        ("S-01", 3, 1), ("S-02", 1, 1),
    ]  # fmt: skip
    within = web.get(at, params={"pattern": "akun", "within": "true"}).json()
    assert within["count"] == 5
    counts, after = [], 0
    while after is not None:
        part = web.get(
            at, params={"pattern": "akun", "within": "true", "characters": 1, "after": after}
        ).json()
        counts.append(part["count"])
        after = part["next"]
        assert 0 <= part["done"] <= 1
    assert [count for count in counts if count] == [3, 2]
    own = {"pattern": "akun", "sources": web.first("sources", name="S-02")["guid"]}
    assert len(web.get(web.to("/words"), params=own).json()["lines"]) == 1
    assert web.get(at, params={"pattern": "(", "regex": "true"}).json()["code"] == "bad-regex"


def test_segments_stand_under_headings_with_their_counts(web: Browser) -> None:
    asked = {"query": 'code:* or text:"akun palsu"', "by": "code"}
    told = web.get(web.to("/segments/groups"), params=asked).json()
    assert (told["total"], told["places"]) == (3, 3)
    assert [(one["name"], one["count"]) for one in told["groups"]] == [
        ("Triple-A/Anonim", 1),
        ("Triple-A/Murah", 1),
        (None, 1),
    ]
    page = web.get(web.to("/segments"), params={**asked, "offset": 1, "limit": 1}).json()
    assert page["segments"][0]["codes"] == [told["groups"][1]["guid"]]
    assert web.get(web.to("/segments"), params={**asked, "by": "colour"}).status_code == 422


def test_segments_are_a_file_as_they_may_leave(web: Browser) -> None:
    web.study.about.set_privacy(coders="initials")
    for ending in (".csv", ".xlsx", ".docx", ".html", ".md", ".parquet", ".json", ".jsonl"):
        asked = {"query": "code:*", "by": "case", "ending": ending, "language": "id"}
        given = web.get(web.to("/segments/file"), params=asked)
        assert given.status_code == 200
        assert f"quotations{ending}" in given.headers["content-disposition"]
        assert b"Rina" not in given.content
    refused = web.get(web.to("/segments/file"), params={"query": "code:(", "ending": ".csv"})
    assert (refused.status_code, refused.json()["at"]) == (422, 5)
