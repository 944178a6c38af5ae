from __future__ import annotations

from support.servers import Browser


def test_lines_come_in_the_order_asked_for_and_as_a_file(web: Browser) -> None:
    asked = {"query": "word:akun", "sort": ["right1", "left1"], "context": 6}
    found = web.get(web.to("/concordance"), params=asked).json()
    assert found["total"] == 3
    assert [line["after"] for line in found["lines"]] == [" apa? ", " baru ", " palsu"]
    assert found["lines"][1]["codes"] == [web.first("codes", name="Murah")["guid"]]
    page = web.get(web.to("/concordance"), params={**asked, "offset": 2, "limit": 5}).json()
    assert (page["total"], len(page["lines"])) == (3, 1)
    nobody = web.get(web.to("/concordance"), params={**asked, "coders": web.study.user.guid})
    assert nobody.json()["lines"][1]["codes"]
    assert web.get(web.to("/concordance"), params={**asked, "sort": "up"}).status_code == 422
    told = web.get(web.to("/concordance/file"), params={**asked, "ending": ".csv"})
    assert told.headers["content-disposition"].endswith("concordance.csv")
    assert len(told.text.splitlines()) == 4
