from __future__ import annotations

from support.servers import Browser


def test_the_report_is_a_page_that_runs_nothing(web: Browser) -> None:
    page = web.get(web.to("/report"), params={"language": "en"})
    assert page.status_code == 200, page.text
    assert page.headers["content-type"].startswith("text/html")
    assert "content-disposition" not in page.headers
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'self'" in policy
    assert "Kecil" in page.text
    assert "Mengapa?" in page.text


def test_parts_and_language_are_chosen(web: Browser) -> None:
    whole = web.get(web.to("/report"), params={"language": "id"}).text
    part = web.get(
        web.to("/report"), params={"language": "id", "parts": "questions, codebook"}
    ).text
    assert len(part) < len(whole)
    assert whole != web.get(web.to("/report"), params={"language": "en"}).text
    refused = web.get(web.to("/report"), params={"parts": "horoscope"})
    assert refused.status_code in {404, 422}
    assert web.get(web.to("/report"), params={"format": "exe"}).status_code == 422


def test_the_report_is_taken_away_as_a_file(web: Browser) -> None:
    for format, begins in (("docx", b"PK"), ("md", b"")):
        file = web.get(web.to("/report"), params={"format": format})
        assert file.status_code == 200, file.text
        assert file.content.startswith(begins)
        assert (
            file.headers["content-disposition"] == f"attachment; filename*=UTF-8''report.{format}"
        )
