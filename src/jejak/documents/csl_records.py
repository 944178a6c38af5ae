"""Records of works as the citation library can take them: it stumbles over what files bring along."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["ordinal_edition", "tidy"]

_NAMES = {
    "author", "editor", "translator", "container-author", "collection-editor", "composer",
    "director", "interviewer", "illustrator", "original-author", "recipient", "reviewed-author",
    "editorial-director",
}  # fmt: skip
_DATES = {"issued", "accessed", "event-date", "original-date", "submitted"}
_TEXTS = {
    "title", "title-short", "container-title", "container-title-short", "collection-title",
    "collection-number", "publisher", "publisher-place", "volume", "issue", "page", "edition",
    "genre", "number", "DOI", "URL", "ISBN", "ISSN", "medium", "version", "event", "event-place",
    "archive", "section", "status", "note", "language", "chapter-number", "number-of-volumes",
    "number-of-pages", "authority", "source",
}  # fmt: skip
_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix")
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)\b[^<>]*>", re.IGNORECASE)
# The writer of citations marks looks by such characters.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


def tidy(csl: Mapping[str, Any], key: str, language: str, *, initials: bool) -> dict[str, Any]:
    """A record under a key, with the fields a style can print, each of the kind it has to be;
    ``initials`` says that a style shortens given names."""
    kept: dict[str, Any] = {"id": key, "type": str(csl.get("type") or "document").lower()}
    for name, value in csl.items():
        told = _value(name, value, initials=initials)
        if told:
            kept[name] = told
    doi = re.search(r"10\.\d{4,9}/\S+", kept.pop("DOI", ""))
    if doi:
        kept["DOI"] = doi[0]
    if "edition" in kept:
        kept["edition"] = ordinal_edition(kept["edition"], language)
    if "title" not in kept:
        kept["title"] = kept.get("container-title") or "—"
    return kept


def _value(name: str, value: Any, *, initials: bool) -> Any:
    if name in _NAMES:
        return _names(value, initials=initials)
    if name in _DATES:
        return _date(value)
    if name in _TEXTS and isinstance(value, str | int | float):
        return " ".join(_TAG.sub("", _PRIVATE.sub("", str(value))).split())
    return None


def ordinal_edition(edition: str, language: str) -> str:
    """*2nd ed.*, *Edisi ke-2*; what is no number as it stands."""
    if not edition.isdecimal():
        return edition
    if language == "id":
        return f"Edisi ke-{edition}"
    number = int(edition)
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')} ed."


def _names(value: Any, *, initials: bool) -> list[dict[str, str]]:
    found = []
    for one in value if isinstance(value, list) else []:
        if not isinstance(one, Mapping):
            continue
        parts = {part: str(one[part]).strip() for part in _PARTS if one.get(part)}
        if one.get("literal"):
            found.append({"literal": str(one["literal"]).strip()})
        elif "family" not in parts and parts:
            found.append({"literal": " ".join(parts.values())})
        elif parts:
            if initials and "given" in parts:
                # The library takes what is small after a hyphen for a particle.
                parts["given"] = re.sub(r"-(\w)", lambda m: m[0].upper(), parts["given"])
            found.append(parts)
    return found


def _date(value: Any) -> dict[str, Any] | None:
    if not isinstance(value, Mapping):
        return None
    spans = [_numbers(one) for one in _list(value.get("date-parts"))]
    spans = [one for one in spans if one][:2]
    if spans:
        return {"date-parts": spans}
    told = str(value.get("raw") or value.get("literal") or "").strip()
    iso = _ISO.fullmatch(told)
    if iso:
        return {"date-parts": [[int(part) for part in iso.groups() if part]]}
    year = re.search(r"\d{4}", told)
    return {"date-parts": [[int(year[0])]]} if year else None


def _numbers(parts: Any) -> list[int]:
    numbers = []
    limits = ((1, 9999), (1, 12), (1, 31))
    for part, (low, high) in zip(_list(parts), limits, strict=False):
        if not str(part).strip().isdecimal() or not low <= int(str(part)) <= high:
            break
        numbers.append(int(str(part)))
    return numbers


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []
