"""Cases: participants and other units, what is known of them, and which words are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..errors import InvalidInput
from ..model import (
    Attribute,
    AttributeValue,
    Case,
    Consent,
    Link,
    Message,
    Record,
    Source,
    Speaker,
    say,
)
from ..model.case import CASE_KINDS
from ..model.identity import check_date, clean_name, name_key
from ..store import Store
from ..store.cascade import remove_whole
from ..store.lookups import find_case, find_source, refuse_taken
from .attribute_records import make_attribute, ordered_attributes, put_values

__all__ = ["CaseCard", "Cases", "CodeCount"]

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case with all that is known of it; ``sources`` are (GUID, name)."""

    case: Case
    attributes: Mapping[str, str]
    sources: tuple[tuple[str, str], ...]
    speakers: tuple[str, ...]
    consent: tuple[Consent, ...]


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How many codings of a code there are."""

    guid: str
    path: str
    colour: str
    codings: int


class Cases:
    """The cases of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def all(self) -> list[Case]:
        """All cases."""
        return self._store.all(Case)

    def get(self, name: str) -> Case:
        """The case of that pseudonym or GUID. Raises :class:`NotFound`."""
        with self._store.read() as rows:
            return find_case(rows, name)

    def cards(self, cases: Sequence[Case] | None = None) -> list[CaseCard]:
        """Cases (by default all) with their attributes, sources, speakers and consent."""
        with self._store.read() as rows:
            wanted = rows.all(Case) if cases is None else list(cases)
            guids = {case.guid for case in wanted}
            names = {attribute.guid: attribute.name for attribute in rows.all(Attribute)}
            values = _by(rows.among(AttributeValue, "owner", guids), "owner")
            ties = [k for k in rows.among(Link, "owner", guids) if k.role == "member"]
            links = _by([k for k in ties if k.target_kind == "source"], "owner")
            speakers = _by(rows.among(Speaker, "case", guids), "case")
            consent = _by(rows.among(Consent, "case", guids), "case")
            targets = [link.target for tied in links.values() for link in tied]
            sources = {source.guid: source.name for source in rows.among(Source, "guid", targets)}
        return [
            CaseCard(
                case,
                {names[value.attribute]: value.value for value in values.get(case.guid, ())},
                tuple((k.target, sources[k.target]) for k in links.get(case.guid, ())),
                tuple(speaker.name for speaker in speakers.get(case.guid, ())),
                tuple(consent.get(case.guid, ())),
            )
            for case in wanted
        ]

    def codes(self, case: Case) -> list[CodeCount]:
        """The codes in a case's words, the most frequent first."""
        import numpy as np

        corpus = self._store.corpus()
        if case.guid not in corpus.cases.guid:
            return []
        own = corpus.codings.code[corpus.codings.case == corpus.cases.guid.index(case.guid)]
        counts = np.bincount(own, minlength=len(corpus.codes.guid))
        order = np.argsort(-counts, kind="stable")
        return [
            CodeCount(
                corpus.codes.guid[n], corpus.codes.path[n], corpus.codes.colour[n], int(counts[n])
            )
            for n in order.tolist()
            if counts[n]
        ]

    def add(
        self,
        name: str,
        kind: str = "person",
        description: str = "",
        attributes: Mapping[str, str | None] | None = None,
    ) -> Case:
        """A new case. Raises :class:`Conflict` where the name is taken."""
        name = clean_name(name, "case")
        _check_kind(kind)
        with self._store.write(say("Make the case “{case}”", case=name), self._user) as change:
            refuse_taken(change.rows.each(Case), name, "case")
            case = Case(name=name, kind=kind, description=description)
            change.add(case)
            self.set_attributes(case, attributes or {})
            return case

    def update(
        self, case: Case, attributes: Mapping[str, str | None] | None = None, **values: object
    ) -> Case:
        """Change a case's name, kind, description or attributes."""
        with self._store.write(
            say("Change the case “{case}”", case=case.name), self._user
        ) as change:
            if "kind" in values:
                _check_kind(str(values["kind"]))
            if "name" in values:
                values["name"] = clean_name(values["name"], "case")
                refuse_taken(change.rows.each(Case), str(values["name"]), "case", but=case.guid)
            self.set_attributes(case, attributes or {})
            return change.set(case, **values)

    def remove(self, case: Case) -> dict[str, int]:
        """Remove a case; its sources stay. How many entities went, by kind."""
        with self._store.write(
            say("Remove the case “{case}”", case=case.name), self._user
        ) as change:
            return remove_whole(change, Case.KIND, [case.guid])

    def remove_all(self, cases: Sequence[Case]) -> dict[str, int]:
        """Remove cases in one change; their sources stay. How many entities went, by kind."""
        with self._store.write(say("Remove {n} cases", n=len(cases)), self._user) as change:
            if len(cases) == 1:
                change.retell(say("Remove the case “{case}”", case=cases[0].name))
            return remove_whole(change, Case.KIND, [case.guid for case in cases])

    def set_attributes(self, case: Case, values: Mapping[str, str | None]) -> None:
        """Set attribute values by name; ``None`` takes a value away. New attributes are made."""
        verb = say("Describe the case “{case}”", case=case.name)
        with self._store.write(verb, self._user) as change:
            put_values(change, "case", case.guid, values)

    def attributes(self) -> list[Attribute]:
        """All attributes of cases and sources, in their order."""
        with self._store.read() as rows:
            return ordered_attributes(rows)

    def add_attribute(
        self, name: str, type: str = "text", of: str = "case", options: tuple[str, ...] = (),
        description: str = "",
    ) -> Attribute:  # fmt: skip
        """A new attribute. Raises :class:`InvalidInput`, :class:`Conflict`."""
        name = clean_name(name, "attribute")
        with self._store.write(say("Make the attribute “{name}”", name=name), self._user) as change:
            return make_attribute(
                change, name=name, type=type, of=of, options=options, description=description
            )

    def remove_attribute(self, attribute: Attribute) -> None:
        """Remove an attribute with all its values."""
        verb = say("Remove the attribute “{name}”", name=attribute.name)
        with self._store.write(verb, self._user) as change:
            remove_whole(change, Attribute.KIND, [attribute.guid])

    def tie_speaker(self, case: Case, name: str, source: str | None = None) -> Speaker:
        """Say that the turns of a speaker (in one source, or in all) are this case's words."""
        name = clean_name(name, "speaker")
        verb = say("Tie the speaker “{speaker}” to “{case}”", speaker=name, case=case.name)
        with self._store.write(verb, self._user) as change:
            guid = find_source(change.rows, source).guid if source else None
            for there in change.rows.all(Speaker, source=guid):
                if name_key(there.name) == name_key(name):
                    return there if there.case == case.guid else change.set(there, case=case.guid)
            speaker = Speaker(name=name, case=case.guid, source=guid)
            change.add(speaker)
            return speaker

    def tie_source(self, case: Case, source: Source) -> None:
        """Say that a source belongs to a case."""
        with self._store.write(_tie_verb(case, source), self._user) as change:
            link = Link(
                role="member", owner_kind="case", owner=case.guid,
                target_kind="source", target=source.guid,
            )  # fmt: skip
            if change.rows.first(Link, role="member", owner=case.guid, target=source.guid) is None:
                change.add(link)

    def tie_sources(self, case: Case, sources: Sequence[Source]) -> None:
        """Say that sources belong to a case, in one change."""
        verb = say("Put {n} sources with the case “{case}”", n=len(sources), case=case.name)
        with self._store.write(verb, self._user) as change:
            if len(sources) == 1:
                change.retell(_tie_verb(case, sources[0]))
            for source in sources:
                self.tie_source(case, source)

    def untie_source(self, case: Case, source: Source) -> None:
        """Say that a source does not belong to a case."""
        verb = say("Take “{source}” from the case “{case}”", source=source.name, case=case.name)
        with self._store.write(verb, self._user) as change:
            change.remove(
                *change.rows.all(Link, role="member", owner=case.guid, target=source.guid)
            )

    def record_consent(
        self, case: Case, scope: str, date: str | None = None, form: str = ""
    ) -> Consent:
        """Put on record what a participant agreed to."""
        with self._store.write(
            say("Record consent of “{case}”", case=case.name), self._user
        ) as change:
            if date is not None:
                check_date(date)
            consent = Consent(case=case.guid, scope=scope, date=date, form=form)
            change.add(consent)
            return consent


def _tie_verb(case: Case, source: Source) -> Message:
    return say("Put “{source}” with the case “{case}”", source=source.name, case=case.name)


def _by(records: Iterable[R], field: str) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(getattr(record, field), []).append(record)
    return found


def _check_kind(kind: str) -> None:
    if kind not in CASE_KINDS:
        raise InvalidInput(
            "unknown-kind", f"“{kind}” is no kind of case.", f"Use one of: {', '.join(CASE_KINDS)}."
        )
