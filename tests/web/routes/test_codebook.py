from __future__ import annotations

from base64 import b64encode

from support.servers import Browser

TABLE = "path,short,definition\nTriple-A/Anonim,tanpa nama,\nBaru/Satu,,isi\n"


def sent(web: Browser, content: str, name: str = "lain.csv", **more: object) -> dict:
    body = {"name": name, "content": b64encode(content.encode()).decode(), **more}
    return web.post(web.to("/codebook"), json=body).json()


def test_a_file_is_seen_first_and_then_merged_in(web: Browser) -> None:
    head = web.study.store.head
    seen = sent(web, TABLE, dry_run=True)
    assert (seen["title"], seen["seq"], web.study.store.head) == ("lain", None, head)
    assert [(one["path"], one["state"]) for one in seen["entries"]] == [
        ("Triple-A/Anonim", "changed"), ("Baru/Satu", "new"),
    ]  # fmt: skip
    assert seen["entries"][0]["fields"] == [{"field": "short", "before": "", "after": "tanpa nama"}]
    done = sent(web, TABLE)
    assert done["seq"] == web.study.store.head == head + 1
    assert web.first("codes", path="Baru/Satu")["definition"] == "isi"
    assert {one["state"] for one in sent(web, TABLE)["entries"]} == {"same"}
    assert web.study.store.head == head + 1
    other = TABLE.replace("tanpa nama", "lain")
    assert sent(web, other, replace=True)["entries"][0]["state"] == "changed"
    assert web.first("codes", name="Anonim")["short"] == "lain"


def test_a_file_that_is_none_is_refused(web: Browser) -> None:
    assert sent(web, "x", "lain.doc")["code"] == "unknown-ending"
    assert sent(web, "codes: [", "lain.yaml")["code"] == "bad-yaml"
    assert sent(web, "a,b\n1,2\n")["code"] == "nameless-code"
    refused = web.post(web.to("/codebook"), json={"name": "a.csv", "content": "a"})
    assert refused.json()["code"] == "invalid-request"


def test_the_codebook_is_a_file_that_reads_back(web: Browser) -> None:
    for ending, kind in (
        ("yaml", "application/yaml"),
        ("csv", "text/csv"),
        ("xlsx", "openxml"),
        ("docx", "openxml"),
        ("qdc", "application/xml"),
    ):
        file = web.get(web.to(f"/codebook?format={ending}"))
        assert kind in file.headers["content-type"]
        assert f"codebook.{ending}" in file.headers["content-disposition"]
        body = {"name": f"a.{ending}", "content": b64encode(file.content).decode(), "dry_run": True}
        read = web.post(web.to("/codebook"), json=body).json()
        assert [(one["path"], one["state"]) for one in read["entries"]] == [
            ("Triple-A", "same"), ("Triple-A/Anonim", "same"), ("Triple-A/Murah", "same"),
        ]  # fmt: skip
