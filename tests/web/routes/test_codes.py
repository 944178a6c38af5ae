from __future__ import annotations

from support.servers import Browser


def tree(web: Browser) -> list[tuple[str, int]]:
    return [(code["path"], code["depth"]) for code in web.get(web.to("/codes")).json()]


def test_codes_come_depth_first_with_their_counts(web: Browser) -> None:
    assert tree(web) == [("Triple-A", 0), ("Triple-A/Anonim", 1), ("Triple-A/Murah", 1)]
    folder, anonym, _ = web.get(web.to("/codes")).json()
    assert (folder["codings"], folder["codings_below"], folder["codable"]) == (0, 2, False)
    assert (anonym["codings"], anonym["codings_below"]) == (1, 1)
    assert anonym["parent"] == folder["guid"]


def test_a_code_is_made_changed_and_removed(web: Browser) -> None:
    made = web.post(
        web.to("/codes"),
        json={"name": "Mudah", "parent": "Triple-A", "short": "Gampang.", "examples": ["gampang"]},
    )
    assert made.status_code == 201
    code = made.json()
    assert (code["path"], code["short"], code["examples"]) == (
        "Triple-A/Mudah", "Gampang.", ["gampang"],
    )  # fmt: skip
    at = web.to(f"/codes/{code['guid']}")
    assert web.get(at).json() == code
    seen = {"If-Match": made.headers["etag"]}
    changed = web.patch(at, json={"colour": "#112233", "examples": []}, headers=seen)
    assert (changed.json()["colour"], changed.json()["examples"]) == ("#112233", [])
    assert changed.json()["short"] == "Gampang."
    assert web.patch(at, json={"short": "x"}, headers=seen).status_code == 412
    assert web.delete(at, headers=seen).status_code == 412
    assert web.delete(at).json() == {"removed": {"code": 1}, "seq": web.study.store.head}
    assert web.get(at).json()["code"] == "no-such-code"


def test_a_code_that_cannot_be(web: Browser) -> None:
    def refused(**form: object) -> tuple[int, str]:
        answer = web.post(web.to("/codes"), json=form)
        return answer.status_code, answer.json()["code"]

    assert refused(name="murah", parent="Triple-A") == (409, "name-taken")
    assert refused(name="Baru", parent="Tidak ada") == (404, "no-such-code")
    assert refused(name="Baru", colour="teal") == (422, "invalid-request")
    assert refused(parent="Triple-A") == (422, "invalid-request")
    assert len(tree(web)) == 3


def test_a_code_moves_but_not_below_itself(web: Browser) -> None:
    folder, anonym, cheap = web.get(web.to("/codes")).json()
    moved = web.post(web.to(f"/codes/{anonym['guid']}/move"), json={"parent": None})
    assert (moved.json()["path"], moved.json()["depth"]) == ("Anonim", 0)
    web.post(web.to(f"/codes/{folder['guid']}/move"), json={"parent": anonym["guid"]})
    assert tree(web)[-1] == ("Anonim/Triple-A/Murah", 2)
    circle = web.post(web.to(f"/codes/{anonym['guid']}/move"), json={"parent": cheap["guid"]})
    assert (circle.status_code, circle.json()["code"]) == (409, "circle")


def test_codes_are_merged_in_one_step(web: Browser) -> None:
    _, anonym, cheap = web.get(web.to("/codes")).json()
    merged = web.post(web.to(f"/codes/{anonym['guid']}/merge"), json={"codes": [cheap["guid"]]})
    assert (merged.json()["moved"], merged.json()["code"]["codings"]) == (1, 2)
    assert len(tree(web)) == 2
    assert web.post(web.to("/undo")).json()["seq"] == merged.json()["seq"]
    assert len(tree(web)) == 3
    itself = web.post(web.to(f"/codes/{anonym['guid']}/merge"), json={"codes": [anonym["guid"]]})
    assert itself.json()["code"] == "merge-itself"


def test_what_a_merge_would_do_is_told_first(web: Browser) -> None:
    _, anonym, cheap = web.get(web.to("/codes")).json()
    at, head = web.to(f"/codes/{anonym['guid']}/merge"), web.study.store.head
    told = web.post(at, json={"codes": [cheap["guid"]], "dry_run": True}).json()
    assert (told["moved"], told["together"], told["weights"], told["seq"]) == (1, 0, 0, None)
    assert web.study.store.head == head


def test_several_codes_move_and_change_colour_in_one_step(web: Browser) -> None:
    folder, anonym, cheap = web.get(web.to("/codes")).json()
    head, both = web.study.store.head, [cheap["guid"], anonym["guid"]]
    tree_now = web.post(
        web.to("/codes/move"), json={"codes": both, "parent": None, "position": 0}
    ).json()
    assert [code["path"] for code in tree_now] == ["Murah", "Anonim", "Triple-A"]
    done = web.post(web.to("/codes/recolour"), json={"codes": both, "colour": "#123456"}).json()
    assert done == {"recoloured": 2, "seq": head + 2}
    web.post(web.to("/codes/move"), json={"codes": both, "parent": folder["guid"]})
    shaded = web.post(
        web.to("/codes/recolour"),
        json={"codes": [folder["guid"]], "colour": "#336699", "below": "shades"},
    )
    assert shaded.json()["recoloured"] == 3
    assert len({code["colour"] for code in web.get(web.to("/codes")).json()}) == 3
    same = {"codes": [folder["guid"]], "below": "same"}
    assert web.post(web.to("/codes/recolour"), json=same).json()["recoloured"] == 2


def test_several_codes_go_and_another_takes_their_codings(web: Browser) -> None:
    _, anonym, cheap = web.get(web.to("/codes")).json()
    form = {"codes": [anonym["guid"]], "codings_to": cheap["guid"]}
    assert web.post(web.to("/codes/remove"), json=form).json() == {
        "removed": {"code": 1}, "seq": web.study.store.head,
    }  # fmt: skip
    assert web.first("codes", name="Murah")["codings"] == 2


def test_a_code_is_split(web: Browser) -> None:
    cheap = web.first("codes", name="Murah")
    at = web.to(f"/codes/{cheap['guid']}/split")
    assert web.post(at, json={"name": "Baru"}).json()["code"] == "nothing-to-split"
    made = web.post(at, json={"name": "Baru", "query": "text:akun", "colour": "#abcdef"})
    assert made.status_code == 201
    assert (made.json()["path"], made.json()["codings"]) == ("Triple-A/Baru", 1)
    assert web.first("codes", name="Murah")["codings"] == 0


def test_the_codes_above_a_new_one_are_made_too(web: Browser) -> None:
    made = web.post(web.to("/codes"), json={"name": "Diam", "above": ["Keluarga", "Ibu"]})
    assert made.status_code == 201, made.text
    under = web.first("codes", name="Murah")["guid"]
    form = {"name": "Sekali", "parent": under, "above": ["Diskon"]}
    assert web.post(web.to("/codes"), json=form).status_code == 201
    paths = set(web.study.codebook.paths().values())
    assert {"Keluarga/Ibu/Diam", "Triple-A/Murah/Diskon/Sekali"} <= paths
