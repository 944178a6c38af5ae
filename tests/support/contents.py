"""What is in a file, of whatever kind, as one text."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

import polars as pl
import pypdf

__all__ = ["words_in"]

_TEXT = {".qdc", ".qde", ".xml", ".rels", ".html", ".md", ".csv", ".json", ".jsonl", ".jsonld", ".yaml", ".yml", ".tex", ".svg",
         ".txt", ".bib", ".typ", ".ris"}  # fmt: skip


def words_in(name: str, content: bytes) -> str:
    """All words that a file holds, what it says of itself too; its name says of which kind it is."""
    ending = PurePath(name).suffix
    if ending == ".pdf":
        return _of_pdf(content)
    if ending in {".docx", ".xlsx", ".zip", ".qdpx"}:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return "\n".join(f"{one}\n{words_in(one, parts.read(one))}" for one in parts.namelist())
    if ending == ".parquet":
        return str(pl.read_parquet(io.BytesIO(content)).to_dicts())
    return content.decode("utf-8-sig", "replace") if ending in _TEXT else ""


def _of_pdf(content: bytes) -> str:
    read = pypdf.PdfReader(io.BytesIO(content))
    about = read.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    pages = "\n".join(page.extract_text() for page in read.pages)
    return f"{about}{read.outline}{read.metadata}{pages}"
