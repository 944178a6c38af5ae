"""Answers that are files: originals, displays, reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from starlette.responses import HTMLResponse, Response

from ..model.shape import Matrix
from ..study import Study

__all__ = [
    "CHECKLIST_TYPES",
    "CODEBOOK_TYPES",
    "REPORT_TYPES",
    "TABLE_TYPES",
    "TRANSCRIPT_TYPES",
    "attached",
    "attachment",
    "display_file",
    "report_answer",
]

_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".yaml": "application/yaml",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
    ".tex": "application/x-tex",
    ".zip": "application/zip",
    ".qdc": "application/xml",
    ".sav": "application/x-spss-sav",
    ".gexf": "application/gexf+xml",
    ".graphml": "application/graphml+xml",
}
CODEBOOK_TYPES = [
    _TYPES[ending].partition(";")[0] for ending in (".yaml", ".csv", ".xlsx", ".docx", ".qdc")
]
TABLE_TYPES = {
    "csv": _TYPES[".csv"],
    "xlsx": _TYPES[".xlsx"],
    "tsv": "text/tab-separated-values; charset=utf-8",
}
TRANSCRIPT_TYPES = {
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
    "eaf": "application/xml",
    "textgrid": "text/plain; charset=utf-8",
}
REPORT_TYPES = [
    _TYPES[ending].partition(";")[0] for ending in (".html", ".pdf", ".docx", ".md", ".tex", ".zip")
]
CHECKLIST_TYPES = [
    *(kind for kind in REPORT_TYPES if kind != "application/zip"), TABLE_TYPES["xlsx"],
    _TYPES[".csv"].partition(";")[0], _TYPES[".json"],
]  # fmt: skip
# A page made of a study's own words runs nothing and asks nobody.
_PAGE = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


def attachment(body: bytes, name: str, media_type: str | None = None) -> Response:
    """A file to be kept, never shown in place: it may hold a stranger's markup."""
    kind = media_type or _TYPES.get(Path(name).suffix, "application/octet-stream")
    return Response(body, headers=attached(name), media_type=kind)


def attached(name: str) -> dict[str, str]:
    """The headers of a file that is to be kept under a name."""
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "Content-Security-Policy": f"sandbox; {_PAGE}",
    }


def display_file(study: Study, matrix: Matrix, ending: str, language: str) -> Response:
    """A display as a file, as it may leave the study."""
    content = study.displays.content(matrix, ending, language)
    return attachment(content, f"{matrix.kind}{ending}")


def report_answer(
    study: Study,
    format: str,
    language: str,
    parts: Sequence[str] | None,
    style: str | None,
    template: str,
) -> Response:
    """The report as a page to be shown in place, or as a file to be kept."""
    if format == "html":
        page = study.reports.html(language, parts, style, template)
        return HTMLResponse(page, headers={"Content-Security-Policy": _PAGE})
    content = study.reports.content(f".{format}", language, parts, style, template)
    return attachment(content, f"{'report' if template == 'study' else template}.{format}")
