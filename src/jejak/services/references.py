"""Literature: works, where they are cited, and files of them in and out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..errors import InvalidInput
from ..formats.literature import write_literature
from ..model import KINDS, Link, Message, Reference, Source, say
from ..model.identity import clean_name, name_key
from ..model.literature import CITERS, citation_key, creators, same_work, short_citation, title_of
from ..store import Change, Rows, Store
from ..store.cascade import remove_whole
from ..store.lookups import find_reference, refuse_taken
from .source_names import Names

__all__ = ["Citation", "ReferenceCard", "References", "checked_csl"]

_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Citation:
    """What cites a work: its kind, GUID, and what it is called."""

    kind: str
    guid: str
    label: str


@dataclass(frozen=True, slots=True)
class ReferenceCard:
    """A work, how it is named in passing, and what cites it."""

    reference: Reference
    short: str
    cited_by: tuple[Citation, ...]


class References:
    """The literature of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self) -> list[Reference]:
        """All works."""
        return self._store.all(Reference)

    def get(self, name: str) -> Reference:
        """The work of that citation key or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return find_reference(rows, name)

    def cards(self, references: Sequence[Reference] | None = None) -> list[ReferenceCard]:
        """Works (by default all) with what cites them."""
        with self._store.read() as rows:
            wanted = rows.all(Reference) if references is None else list(references)
            links = [
                link
                for link in rows.among(Link, "target", [one.guid for one in wanted])
                if link.role == "reference"
            ]
            labels = _labels(rows, links)
        cited = defaultdict(list)
        for link in links:
            cited[link.target].append(
                Citation(link.owner_kind, link.owner, labels.get(link.owner, ""))
            )
        return [
            ReferenceCard(one, short_citation(one.csl), tuple(cited[one.guid])) for one in wanted
        ]

    def cited_in(self, guid: str) -> list[Reference]:
        """The works that an entity cites."""
        with self._store.read() as rows:
            links = rows.all(Link, role="reference", owner=guid)
            return rows.among(Reference, "guid", [link.target for link in links])

    def add(self, csl: Mapping[str, Any], key: str | None = None) -> Reference:
        """A new work as CSL-JSON; without a ``key`` one is made from author and year.

        Raises :class:`InvalidInput`, :class:`Conflict` (key taken).
        """
        csl = checked_csl(csl)
        with self._store.write(_verb_add(csl), self._user) as change:
            taken = {name_key(one.key) for one in change.rows.each(Reference)}
            if key is not None:
                key = clean_name(key, "reference")
                refuse_taken(change.rows.each(Reference), key, "reference", attribute="key")
            made = Reference(key=key or citation_key(csl, taken), csl=csl)
            change.add(made)
            return made

    def update(
        self, reference: Reference, fields: Mapping[str, Any] | None = None, key: str | None = None
    ) -> Reference:
        """Change fields of a work (``None`` takes one away) or its key.

        Raises :class:`InvalidInput`, :class:`Conflict` (key taken).
        """
        values: dict[str, Any] = {}
        verb = say("Change the reference “{key}”", key=reference.key)
        with self._store.write(verb, self._user) as change:
            if key is not None:
                values["key"] = clean_name(key, "reference")
                refuse_taken(
                    change.rows.each(Reference), values["key"], "reference",
                    attribute="key", but=reference.guid,
                )  # fmt: skip
            if fields:
                now = change.rows.get(Reference, reference.guid).csl
                values["csl"] = checked_csl({**now, **fields})
            return change.set(reference, **values)

    def remove(self, references: Sequence[Reference]) -> dict[str, int]:
        """Remove works; what cites them stays. How many entities went, by kind."""
        verb = (
            say("Remove the reference “{key}”", key=references[0].key)
            if len(references) == 1
            else say("Remove {n} references", n=len(references))
        )
        with self._store.write(verb, self._user) as change:
            return remove_whole(change, Reference.KIND, [one.guid for one in references])

    def duplicates(self) -> list[list[Reference]]:
        """Works that seem to be the same, in groups: by DOI, else by title, year and author."""
        groups: list[list[Reference]] = []
        known: dict[str, list[Reference]] = {}
        for one in self.all():
            signs = same_work(one.csl)
            group = next((known[s] for s in signs if s in known and _agree(known[s][0], one)), None)
            if group is None:
                group = []
                groups.append(group)
            group.append(one)
            for sign in signs:
                known.setdefault(sign, group)
        return [group for group in groups if len(group) > 1]

    def merge(self, keep: Reference, others: Sequence[Reference]) -> Reference:
        """Make one work of several: what ``keep`` lacks is taken from the others, what cited them
        cites it."""
        verb = say("Merge {n} references into “{key}”", n=len(others), key=keep.key)
        with self._store.write(verb, self._user) as change:
            csl = dict(change.rows.get(Reference, keep.guid).csl)
            gone = [change.rows.get(Reference, one.guid) for one in others if one.guid != keep.guid]
            for other in gone:
                csl = {**other.csl, **csl}
                _recite(change, other.guid, keep.guid)
            change.remove(*gone)
            return change.set(keep, csl=csl)

    def cite(self, reference: Reference, kind: str, guid: str) -> None:
        """Say that a source, code, memo or finding cites a work. Raises :class:`NotFound`."""
        with self._store.write(say("Cite “{key}”", key=reference.key), self._user) as change:
            if kind not in CITERS:
                raise InvalidInput(
                    "unknown-kind", f"A {kind} cites nothing.", f"Use: {', '.join(CITERS)}."
                )
            change.rows.get(KINDS[kind], guid)
            change.rows.get(Reference, reference.guid)
            same = change.rows.first(Link, role="reference", owner=guid, target=reference.guid)
            if same is None:
                change.add(_link(kind, guid, reference.guid))

    def uncite(self, reference: Reference, guid: str) -> None:
        """Say that an entity does not cite a work."""
        verb = say("Cite “{key}” no longer", key=reference.key)
        with self._store.write(verb, self._user) as change:
            links = change.rows.all(Link, role="reference", owner=guid, target=reference.guid)
            change.remove(*links)

    def make_source(self, reference: Reference) -> Source:
        """A source of the kind literature from a work's abstract, which cites it.

        Raises :class:`InvalidInput` where there is no abstract.
        """
        abstract = str(reference.csl.get("abstract") or "").strip()
        if not abstract:
            raise InvalidInput(
                "no-abstract", f"“{reference.key}” has no abstract.", "Nothing was made."
            )
        with self._store.write(
            say("Make a source from “{key}”", key=reference.key), self._user
        ) as change:
            lines = [title_of(reference.csl), "", *abstract.splitlines()]
            text = "\n".join(lines).strip()
            language = str(reference.csl.get("language") or "")[:2].lower() or None
            source = Source(
                name=Names(self._store).free(short_citation(reference.csl) or reference.key),
                kind="literature", language=language, text=change.keep_text(text),
                length=len(text), metadata={"title": title_of(reference.csl)},
            )  # fmt: skip
            change.add(source)
            change.add(_link("source", source.guid, reference.guid))
            return source

    def export(self, ending: str, references: Sequence[Reference] | None = None) -> bytes:
        """Works (by default all) as .ris, .bib or .json. Raises :class:`InvalidInput`."""
        wanted = self.all() if references is None else references
        return write_literature([{**one.csl, "id": one.key} for one in wanted], ending)


def checked_csl(csl: Mapping[str, Any]) -> dict[str, Any]:
    """A work without empty fields.

    Raises :class:`InvalidInput` where nothing says what it is, and where it is nested too deeply.
    """
    if not _is_flat(csl):
        raise InvalidInput("deep-reference", "The fields of a reference are nested too deeply.")
    kept = {name: value for name, value in csl.items() if value not in (None, "", [], {})}
    kept.pop("id", None)
    if not title_of(kept) and not creators(kept):
        raise InvalidInput("empty-reference", "A reference needs a title or an author.")
    return {"type": "document", **kept}


def _is_flat(csl: Mapping[str, Any]) -> bool:
    """Whether nothing lies deeper in it than :data:`_DEEPEST` levels; CSL itself has four."""
    level: list[Any] = [csl]
    for _ in range(_DEEPEST):
        inner = [one.values() if isinstance(one, Mapping) else one for one in level]
        level = [it for one in inner for it in one if isinstance(it, Mapping | list | tuple)]
        if not level:
            return True
    return False


def _agree(one: Reference, other: Reference) -> bool:
    """Whether no DOI says that two works are different ones."""
    dois = {s for r in (one, other) for s in same_work(r.csl) if s.startswith("doi:")}
    return len(dois) < 2


def _verb_add(csl: Mapping[str, Any]) -> Message:
    return say("Add the reference “{title}”", title=title_of(csl) or short_citation(csl))


def _link(kind: str, owner: str, reference: str) -> Link:
    return Link(
        role="reference", owner_kind=kind, owner=owner, target_kind="reference", target=reference
    )


def _recite(change: Change, old: str, new: str) -> None:
    """Let what refers to one work refer to another."""
    there = {(k.role, k.owner) for k in change.rows.all(Link, target=new)}
    for link in change.rows.all(Link, target=old):
        if (link.role, link.owner) in there:
            change.remove(link)
        else:
            change.set(link, target=new)


def _labels(rows: Rows, links: Iterable[Link]) -> dict[str, str]:
    by_kind = defaultdict(list)
    for link in links:
        by_kind[link.owner_kind].append(link.owner)
    names = {"source": "name", "code": "name", "memo": "title", "finding": "statement"}
    return {
        one.guid: str(getattr(one, names.get(kind, "guid")))
        for kind, guids in by_kind.items()
        for one in rows.among(KINDS[kind], "guid", guids)
    }
