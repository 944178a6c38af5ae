"""Formats in and out: one file each, named in this table."""

from __future__ import annotations

from ..registry import Registry
from .format import Format, ReadOptions
from .projects import ProjectFormat
from .reference_format import ReferenceFormat, ReferenceReading

__all__ = [
    "FORMATS",
    "PROJECTS",
    "REFERENCES",
    "Format",
    "ProjectFormat",
    "ReadOptions",
    "ReferenceFormat",
    "ReferenceReading",
]

FORMATS: Registry[Format] = Registry(
    "formats",
    {
        "text": "jejak.formats.text:FORMAT",
        "markdown": "jejak.formats.markdown:FORMAT",
        "docx": "jejak.formats.docx:FORMAT",
        "odt": "jejak.formats.odt:FORMAT",
        "rtf": "jejak.formats.rtf:FORMAT",
        "html": "jejak.formats.html:FORMAT",
        "pdf": "jejak.formats.pdf:FORMAT",
        "csv": "jejak.formats.csv_table:FORMAT",
        "xlsx": "jejak.formats.xlsx:FORMAT",
        "srt": "jejak.formats.srt:FORMAT",
        "vtt": "jejak.formats.vtt:FORMAT",
        "eaf": "jejak.formats.eaf:FORMAT",
        "textgrid": "jejak.formats.textgrid:FORMAT",
        "otranscribe": "jejak.formats.otranscribe:FORMAT",
    },
)

# Literature: works, not material.
REFERENCES: Registry[ReferenceFormat] = Registry(
    "references",
    {
        "ris": "jejak.formats.ris:FORMAT",
        "bibtex": "jejak.formats.bibtex:FORMAT",
        "csl": "jejak.formats.csl_json:FORMAT",
    },
)

# Whole projects: sources with what was made of them.
PROJECTS: Registry[ProjectFormat] = Registry(
    "projects",
    {
        "plain": "jejak.formats.plain:FORMAT",
        "qdpx": "jejak.formats.refi_qda:FORMAT",
        "taguette": "jejak.formats.taguette:FORMAT",
        "qualcoder": "jejak.formats.qualcoder:FORMAT",
        "rqda": "jejak.formats.rqda:FORMAT",
        "label-studio": "jejak.formats.label_studio:FORMAT",
        "jsonl": "jejak.formats.annotation_lines:FORMAT",
        "brat": "jejak.formats.brat:FORMAT",
        "web-annotation": "jejak.formats.web_annotation:FORMAT",
        "hypothesis": "jejak.formats.hypothesis:FORMAT",
        "cas-json": "jejak.formats.uima_cas:JSON",
        "cas-xmi": "jejak.formats.uima_cas:XMI",
        "spacy": "jejak.formats.spacy_docs:FORMAT",
        "notes": "jejak.formats.notes:FORMAT",
    },
)
