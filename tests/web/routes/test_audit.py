from __future__ import annotations

import io
import zipfile

from support.servers import Browser


def test_the_trail_is_told_by_category_and_taken_away(web: Browser) -> None:
    told = web.get(web.to("/audit"), params={"language": "en"}).json()
    assert [one["title"] for one in told][:1] == ["Raw data"]
    assert {"kind": "source", "what": "sources", "count": 1} in told[0]["kinds"]
    file = web.get(web.to("/audit/file"), params={"language": "id"})
    assert file.headers["content-disposition"].endswith("audit-trail.zip")
    with zipfile.ZipFile(io.BytesIO(file.content)) as packed:
        assert "index.html" in packed.namelist()


def test_a_thing_is_put_into_another_category(web: Browser) -> None:
    (source,) = web.get(web.to("/sources")).json()["sources"]
    body = {"kind": "source", "guid": source["guid"], "category": "instruments"}
    assert web.put(web.to("/audit"), json=body).json() == {"category": "instruments"}
    assert web.put(web.to("/audit"), json={**body, "category": None}).json()["category"] == "raw"
    assert web.put(web.to("/audit"), json={**body, "category": "horoscope"}).status_code == 422
