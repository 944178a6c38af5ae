"""The words of the crate: which address stands behind each term, and what Jejak's own ones mean."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import Message, say

__all__ = ["CONTEXT", "OWN", "PROFILE", "own"]

PROFILE = "https://w3id.org/ro/crate/1.1"
# Where RO-Crate asks for terms that no vocabulary has.
_OWN = "https://w3id.org/ro/terms/jejak#"
_SCHEMA = (
    "Claim", "ClaimReview", "CreateAction", "CreativeWork", "Dataset", "DefinedTerm", "Organization",
    "Person", "Place", "PropertyValue", "Question", "ScholarlyArticle", "SoftwareApplication",
    "Thing", "about", "additionalProperty", "additionalType", "agent", "author", "citation",
    "conditionsOfAccess", "contentSize", "creativeWorkStatus", "dateCreated", "datePublished",
    "description", "encodingFormat", "endTime", "hasPart", "identifier", "inLanguage", "instrument",
    "itemReviewed", "license", "mentions", "name", "position", "propertyID", "result", "reviewBody",
    "softwareVersion", "text", "url", "value",
)  # fmt: skip

# Kind of term (a class or a property), and what it means.
OWN: Mapping[str, tuple[str, Message]] = {
    "Consent": ("Class", say("What a participant agreed to.")),
    "Evidence": ("Class", say("Words of the material, or a cell of a display, weighed for a finding.")),
    "consent": ("Property", say("What this participant agreed to.")),
    "withdrawn": ("Property", say("The day on which a consent was withdrawn.")),
    "questions": ("Property", say("The research question that a finding answers.")),
    "concerns": ("Property", say("A code that a finding is about.")),
    "confidence": ("Property", say("How far the analyst trusts a finding.")),
    "supportedBy": ("Property", say("Evidence that speaks for a finding.")),
    "contradictedBy": ("Property", say("Evidence that speaks against a finding.")),
    "qualifiedBy": ("Property", say("Evidence that says within which limits a finding holds.")),
    "stance": ("Property", say("Whether evidence supports, contradicts or qualifies a finding.")),
    "weight": ("Property", say("How heavily evidence weighs, from 0 to 6.")),
    "speaker": ("Property", say("The participant whose words these are.")),
    "tactic": ("Property", say("Which way of testing a conclusion a check is.")),
    "outcome": ("Property", say("What a check shows, computed from the study as it stands.")),
    "judgement": ("Property", say("The verdict that an analyst gave on a check.")),
    "stale": ("Property", say("Whether what a judgement rested on has changed since.")),
    "undone": ("Property", say("Whether a change was taken back.")),
}  # fmt: skip


def own(term: str) -> str:
    """The address of a term of Jejak's own."""
    assert term in OWN, term
    return f"{_OWN}{term}"


def _typed(address: str, kind: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}


_PREFIXES = {
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "jejak": _OWN,
}
_DATE = "http://www.w3.org/2001/XMLSchema#dateTime"
# The second part has every term that a crate uses, so that it is read without any network as well.
CONTEXT: list[object] = [
    f"{PROFILE}/context",
    {
        **_PREFIXES,
        **{term: f"http://schema.org/{term}" for term in _SCHEMA},
        "File": "http://schema.org/MediaObject",
        "conformsTo": "http://purl.org/dc/terms/conformsTo",
        "prov:startedAtTime": _typed("http://www.w3.org/ns/prov#startedAtTime", _DATE),
        "prov:endedAtTime": _typed("http://www.w3.org/ns/prov#endedAtTime", _DATE),
    },
]
