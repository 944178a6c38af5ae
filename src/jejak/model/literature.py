"""Works of the literature: what they are called, and when two are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from .identity import clean_name, name_key

__all__ = [
    "CITERS",
    "citation_key",
    "creators",
    "same_work",
    "short_citation",
    "title_of",
    "year_of",
]

Csl = Mapping[str, Any]
# What may cite a work.
CITERS = ("source", "code", "memo", "finding")


def title_of(csl: Csl) -> str:
    """The title on one line, or nothing."""
    return " ".join(str(csl.get("title") or "").split())


def year_of(csl: Csl) -> str:
    """The year a work was issued in, or nothing."""
    issued = csl.get("issued")
    found = re.search(r"\d{4}", str(issued)) if isinstance(issued, Mapping) else None
    return found[0] if found else ""


def creators(csl: Csl) -> list[str]:
    """The family names of authors, else of editors."""
    for field in ("author", "editor"):
        names = csl.get(field)
        if isinstance(names, list) and names:
            told = [name for name in names if isinstance(name, Mapping)]
            return [str(one.get("family") or one.get("literal") or "") for one in told]
    return []


def short_citation(csl: Csl) -> str:
    """How a work is named in passing: “Müller & Kim 2020”, “Sari et al. 2019”."""
    names = creators(csl)
    who = " & ".join(names) if len(names) < 3 else f"{names[0]} et al."
    return " ".join(part for part in (who or title_of(csl), year_of(csl)) if part)


def citation_key(csl: Csl, taken: Collection[str]) -> str:
    """A key no other work has (``taken`` as names are compared): the one it came with, else made
    from author and year."""
    wanted = re.sub(r"[\s,{}\\%#~\"']+", "", str(csl.get("id") or ""))
    if not wanted or wanted.startswith("http"):
        first = next(iter(creators(csl)), "") or title_of(csl).partition(" ")[0]
        plain = unicodedata.normalize("NFKD", first)
        letters = "".join(char for char in plain if char.isalnum()).lower()
        wanted = f"{letters or 'work'}{year_of(csl)}"
    wanted = clean_name(wanted, "reference")
    if name_key(wanted) not in taken:
        return wanted
    endings = [chr(97 + n) for n in range(26)]
    number = 0
    while True:
        ending = endings[number] if number < len(endings) else f"-{number}"
        if name_key(f"{wanted}{ending}") not in taken:
            return f"{wanted}{ending}"
        number += 1


def same_work(csl: Csl) -> list[str]:
    """What two records of one work have in common, the surest first: the DOI, or else title, year
    and first author."""
    doi = re.search(r"10\.\d{4,9}/\S+", str(csl.get("DOI") or ""), re.IGNORECASE)
    title = _letters(title_of(csl))
    who = _letters(next(iter(creators(csl)), ""))
    found = [f"doi:{doi[0].lower()}"] if doi else []
    return [*found, f"work:{title}|{year_of(csl)}|{who}"] if title else found


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalnum())
