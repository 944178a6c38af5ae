from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

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


def test_a_crate_is_taken_away_as_one_file(web: Browser) -> None:
    file = web.get(web.to("/crate"), params={"language": "en", "license": "CC-BY-4.0"})
    assert file.status_code == 200, file.text
    with ZipFile(BytesIO(file.content)) as archive:
        assert b"CC-BY-4.0" in archive.read("ro-crate-metadata.json")
    assert web.get(web.to("/crate"), params={"license": "free for all"}).status_code == 422


def test_templates_are_listed_with_their_parts_and_give_files_their_name(web: Browser) -> None:
    told = web.get(web.to("/report/templates"), params={"language": "en"}).json()
    thesis = next(one for one in told if one["name"] == "thesis-chapter")
    assert {"name": "narrative", "title": "Results of the research", "chapter": "chapter-results",
            "chapter_title": "Results and discussion"} in thesis["parts"]  # fmt: skip
    assert "trail" in {one["name"] for one in thesis["others"]}
    file = web.get(web.to("/report"), params={"format": "md", "template": "thesis-chapter"})
    assert "thesis-chapter.md" in file.headers["content-disposition"]
    assert web.get(web.to("/report"), params={"template": "poem"}).status_code in {404, 422}
