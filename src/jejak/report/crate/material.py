"""Whom and what a study is about: people by pseudonym, sources without their words, codes, works."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.literature import creators, title_of, year_of
from ..facts import CaseFacts
from ..teller import Teller
from .facts import CrateFacts
from .graph import Graph, Node, at, entity

__all__ = ["tell_cases", "tell_codes", "tell_people", "tell_sources", "tell_works"]

_KINDS = {"person": "Person", "group": "Organization", "place": "Place"}


def tell_people(graph: Graph, facts: CrateFacts) -> list[Node]:
    """Those who worked on the study, programs among them; the people."""
    found = []
    for user in facts.people:
        kinds = ["SoftwareApplication", "prov:SoftwareAgent"]
        node = graph.add(
            entity(user.guid), kinds if user.machine else ["Person", "prov:Person"], name=user.name
        )
        if not user.machine:
            found.append(node)
    return found


def tell_cases(graph: Graph, facts: CrateFacts, tell: Teller) -> list[Node]:
    """Participants and other cases by pseudonym, what may be told of them, what they agreed to."""
    return [_case(graph, one, tell) for one in facts.report.cases]


def _case(graph: Graph, one: CaseFacts, tell: Teller) -> Node:
    address = entity(one.case.guid)
    agreed = [
        graph.add(
            entity(consent.guid), "jejak:Consent", name=consent.scope, description=consent.form,
            dateCreated=consent.date, jejak__withdrawn=consent.withdrawn,
        )
        for consent in one.consent
    ]  # fmt: skip
    return graph.add(
        address, [_KINDS.get(one.case.kind, "Thing"), "prov:Entity"], name=one.case.name,
        additionalType=tell.word(one.case.kind), description=one.case.description,
        additionalProperty=graph.facts(address, one.attributes), jejak__consent=agreed,
    )  # fmt: skip


def tell_sources(graph: Graph, facts: CrateFacts, tell: Teller, held: str) -> list[Node]:
    """The sources: what each is, not what it says; ``held`` says where the words are."""
    cases = {one.case.name: one.case.guid for one in facts.report.cases}
    return [
        graph.add(
            entity(one.source.guid), ["CreativeWork", "prov:Entity"], name=one.source.name,
            additionalType=tell.word(one.source.kind), inLanguage=one.source.language,
            dateCreated=one.source.collected, conditionsOfAccess=held,
            about=[at(entity(cases[name])) for name in one.cases],
        )
        for one in facts.report.sources
    ]  # fmt: skip


def tell_codes(graph: Graph, facts: CrateFacts, title: str) -> Node:
    """The codebook as a scheme of concepts."""
    scheme = at("#codebook")
    first = []
    for one in facts.report.codes:
        code = one.code
        node = graph.add(
            entity(code.guid), ["skos:Concept", "DefinedTerm", "prov:Entity"], name=code.name,
            skos__prefLabel=code.name, skos__inScheme=scheme,
            skos__broader=at(entity(code.parent)) if code.parent else None,
            skos__definition=code.definition or code.short, description=code.short,
            skos__scopeNote=[note for note in (code.when_to_use, code.when_not_to_use) if note],
            skos__example=[graph.quoted(words) for words in code.examples],
            **_written(facts, code.guid),
        )  # fmt: skip
        first += [] if code.parent else [node]
    return graph.add(
        "#codebook", ["skos:ConceptScheme", "DefinedTerm"], name=title, skos__hasTopConcept=first
    )


def _written(facts: CrateFacts, guid: str) -> dict[str, Any]:
    told = [at(f"#change-{seq}") for seq in facts.written.get(guid, ())]
    return {"prov:wasGeneratedBy": told[:1], "prov:wasInfluencedBy": told[1:]}


def tell_works(graph: Graph, works: Mapping[str, Mapping[str, Any]]) -> list[Node]:
    """The literature of the study, in its order."""
    return [_work(graph, number, key, csl) for number, (key, csl) in enumerate(works.items(), 1)]


def _work(graph: Graph, number: int, key: str, csl: Mapping[str, Any]) -> Node:
    doi = str(csl.get("DOI") or "")
    kind = "ScholarlyArticle" if str(csl.get("type", "")).startswith("article") else "CreativeWork"
    return graph.add_work(
        f"#work-{number}", kind, name=title_of(csl) or key, identifier=doi or key,
        description="; ".join(name for name in creators(csl) if name),
        datePublished=year_of(csl), url=str(csl.get("URL") or ""),
    )  # fmt: skip
