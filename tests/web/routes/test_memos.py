from __future__ import annotations

from functools import reduce
from operator import getitem

from jejak.model import User, say
from support.servers import Browser


def test_a_memo_is_written_changed_and_removed(web: Browser) -> None:
    source = web.first("sources")
    about = [{"kind": "source", "guid": source["guid"]}]
    made = web.post(web.to("/memos"), json={"title": "Kesan", "body": "*Aneh.*", "about": about})
    assert made.status_code == 201
    memo = made.json()
    assert (memo["author"], memo["kind"]) == ("Rina", "theoretical")
    assert [(one["kind"], one["guid"], one["label"]) for one in memo["about"]] == [
        ("source", source["guid"], "S-01")
    ]
    assert web.get(web.to(f"/memos?about={source['guid']}")).json()["memos"] == [memo]
    assert web.get(web.to(f"/memos?about={web.study.info.guid}")).json()["total"] == 0
    at = web.to(f"/memos/{memo['guid']}")
    assert web.get(at).json() == memo
    seen = {"If-Match": made.headers["etag"]}
    changed = web.patch(at, json={"about": [], "kind": "method"}, headers=seen).json()
    assert (changed["about"], changed["kind"], changed["body"]) == ([], "method", "*Aneh.*")
    assert web.patch(at, json={"body": "x"}).json()["body"] == "x"
    assert web.patch(at, json={"body": "y"}, headers=seen).status_code == 412
    assert web.delete(at).json() == {"removed": {"memo": 1}, "seq": web.study.store.head}
    assert web.get(at).json()["code"] == "no-such-memo"


def test_a_memo_about_nothing_that_is_there(web: Browser) -> None:
    def refused(kind: str) -> tuple[int, str]:
        form = {
            "title": "Kesan",
            "body": "",
            "about": [{"kind": kind, "guid": web.study.info.guid}],
        }
        answer = web.post(web.to("/memos"), json=form)
        return answer.status_code, answer.json()["code"]

    assert refused("source") == (404, "no-such-source")
    assert refused("dream") == (422, "unknown-kind")
    assert web.get(web.to("/memos")).json() == {"total": 0, "kinds": {}, "memos": []}


def test_a_memo_about_a_passage_stands_in_the_margin(web: Browser) -> None:
    source = web.first("sources")
    about = [{"kind": "source", "guid": source["guid"], "start": 0, "end": 4}]
    memo = web.post(web.to("/memos"), json={"title": "M", "body": "- [ ] Tanya", "about": about})
    guid = memo.json()["guid"]
    (thing,) = memo.json()["about"]
    assert (thing["kind"], thing["source"], thing["start"], thing["end"]) == (
        "segment", source["guid"], 0, 4,
    )  # fmt: skip
    (place,) = web.get(web.to(f"/sources/{source['guid']}/memos")).json()
    assert (place["guid"], place["start"], place["end"], place["about"][0]) == (
        guid, 0, 4, "segment",
    )  # fmt: skip
    listed = web.get(web.to(f"/memos?about={source['guid']}&deep=true&sort=-changed")).json()
    assert (listed["total"], listed["memos"][0]["tasks_open"]) == (1, 1)
    (task,) = web.get(web.to("/memos/tasks?done=false")).json()
    form = {"line": task["line"], "text": task["text"], "done": True}
    assert web.post(web.to(f"/memos/{guid}/tasks"), json=form).json()["tasks_open"] == 0
    refused = web.post(web.to(f"/memos/{guid}/tasks"), json={**form, "text": "Lain"})
    assert (refused.status_code, refused.json()["code"]) == (409, "no-such-task")


def test_things_and_what_refers_to_them(web: Browser) -> None:
    source = web.first("sources")
    name = f"source/{source['guid']}"
    web.post(web.to("/memos"), json={"title": "M", "body": f"[S-01](jejak:{name})"})
    (thing,) = web.get(web.to("/things"), params={"of": [name, f"code/{source['guid']}"]}).json()
    assert (thing["kind"], thing["label"]) == ("source", "S-01")
    (link,) = web.get(web.to(f"/backlinks/{source['guid']}")).json()
    assert (link["role"], link["thing"]["label"]) == ("mention", "M")
    assert web.get(web.to("/things?of=nothing")).status_code == 422


def test_memos_leave_as_a_file(web: Browser) -> None:
    web.post(web.to("/memos"), json={"title": "M", "body": "isi"})
    answer = web.get(web.to("/memos/file?format=md&language=en"))
    assert answer.headers["content-disposition"].endswith("memos.md")
    assert answer.text.startswith("# M\n")


def test_memos_of_others_are_left_out_where_authors_are_asked_for(web: Browser) -> None:
    source, me = web.first("sources")["guid"], web.study.user.guid
    with web.study.store.write(say("Add a coder"), me) as change:
        other = User(name="Bayu", initials="BY", colour="#D55E00")
        change.add(other)
    about = [("source", source, 0, 4)]
    web.study.memos.add("Milikku", f"- [ ] Cek [S](jejak:source/{source})", about=about)
    body = f"- [ ] Tanya [S](jejak:source/{source})"
    web.study.memos.add("Miliknya", body, about=about, user=other.guid)

    def titles(path: str, *way: str) -> list[str]:
        found: list[str] = []
        for who in (me, other.guid):
            answer = web.get(web.to(path), params={"authors": [who], "text": "milik"}).json()
            those = answer["memos"] if isinstance(answer, dict) else answer
            found += [reduce(getitem, way, one) for one in those]
        return found

    both = ["Milikku", "Miliknya"]
    assert titles("/memos", "title") == both
    assert titles(f"/sources/{source}/memos", "title") == both
    assert titles("/search", "label") == both
    assert titles(f"/backlinks/{source}", "thing", "label") == both
    tasks = titles("/memos/tasks", "text")
    assert [one.split()[0] for one in tasks] == ["Cek", "Tanya"]
    assert len(web.get(web.to(f"/sources/{source}/memos")).json()) == len(both)
    theirs = next(
        one for one in web.get(web.to("/memos")).json()["memos"] if one["title"] == "Miliknya"
    )
    for who, status, named in ((me, 404, []), (other.guid, 200, ["Miliknya"])):
        one = web.get(web.to(f"/memos/{theirs['guid']}"), params={"authors": [who]})
        assert one.status_code == status
        things = {"of": [f"memo/{theirs['guid']}"], "authors": [who]}
        told = web.get(web.to("/things"), params=things).json()
        assert [one["label"] for one in told] == named
