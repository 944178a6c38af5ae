"""Names, dates and identifiers of works, between the ways that files write them and CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["clean_doi", "csl_date", "date_text", "name_of", "name_text", "year_of"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DOI = re.compile(r"10\.\d{4,9}/\S+", re.IGNORECASE)


def name_of(text: str) -> dict[str, str]:
    """A person from “Family, Given, Suffix”; without a comma the whole is kept as it is."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return {"literal": text.strip()}
    fields = zip(("family", "given", "suffix"), parts, strict=False)
    return {name: value for name, value in fields if value}


def name_text(name: Mapping[str, Any]) -> str:
    """A person as “Family, Given, Suffix”."""
    if name.get("literal"):
        return str(name["literal"])
    family = " ".join(
        str(name[part])
        for part in ("dropping-particle", "non-dropping-particle", "family")
        if name.get(part)
    )
    rest = [str(name[part]) for part in ("given", "suffix") if name.get(part)]
    return ", ".join([family, *rest])


def csl_date(text: str, month: str = "") -> dict[str, Any] | None:
    """A date from what a file says: 2020, 2020/03/05, 2020-03 or “March 2020”; other words stay."""
    found = re.match(r"(\d{4})(?:[/-](\d{0,2}))?(?:[/-](\d{0,2}))?(?!\d)", text.strip())
    if found is None:
        year = re.search(r"\b(1[5-9]|20)\d{2}\b", text)
        if year is None:
            return {"raw": text.strip()} if text.strip() else None
        return {"date-parts": [[int(year[0]), *_month(text)]]}
    parts = [int(found[1])]
    second = _in_range(found[2], 12) or _month(month)
    third = _in_range(found[3], 31)
    return {"date-parts": [[*parts, *second, *(third if second else ())]]}


def _month(text: str) -> list[int]:
    text = text.strip().lower()
    if text.isdecimal():
        return _in_range(text, 12)
    return [n for n, name in enumerate(_MONTHS, 1) if name in text][:1]


def _in_range(text: str | None, most: int) -> list[int]:
    number = int(text) if text else 0
    return [number] if 1 <= number <= most else []


def date_text(csl: Mapping[str, Any], sign: str = "-") -> str:
    """When a work was issued: 2020-03-05, 2020-03 or 2020, or the words that stand for it."""
    issued = csl.get("issued")
    if not isinstance(issued, dict):
        return ""
    try:
        first, *rest = issued["date-parts"][0]
        return sign.join([str(int(first)), *(f"{int(part):02}" for part in rest)])
    except (KeyError, IndexError, TypeError, ValueError):
        return str(issued.get("raw") or issued.get("literal") or "")


def year_of(csl: Mapping[str, Any]) -> str:
    """The year a work was issued in, or nothing."""
    found = re.search(r"\d{4}", date_text(csl))
    return found[0] if found else ""


def clean_doi(text: object) -> str:
    """A DOI without the address before it, in lower case, or nothing."""
    found = _DOI.search(str(text or ""))
    return found[0].rstrip(".,;)").lower() if found else ""
