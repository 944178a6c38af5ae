"""Member feedback: which findings were shown to whom, what they made of them, whom to ask yet, and the
sheet that is handed to a participant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module

from ..documents.document import Block, Bullets, Document, Paragraph, Quote, Run, words
from ..errors import InvalidInput
from ..i18n import check_language
from ..model import Case, Feedback, Finding, Source, StudyInfo, User, say
from ..model.identity import now
from ..model.verdict import FindingFacts
from ..model.verification import ANSWERS
from ..report.discretion import fit_to_leave
from ..report.teller import Teller
from ..store import Rows, Store
from .finding_facts import FactsReader
from .finding_records import FindingRecords
from .leaving import Leaving
from .name_index import natural_key

__all__ = ["SHEET_ENDINGS", "FeedbackLine", "Member", "MemberFeedback", "Members"]

# Ending -> function of the documents’ room that makes the file.
_WRITERS = {
    ".docx": "docx:as_word",
    ".pdf": "pdf:as_pdf",
    ".html": "html:as_page",
    ".md": "markdown:as_markdown",
}
SHEET_ENDINGS = tuple(_WRITERS)


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """What somebody made of a finding; ``follow`` says that they did not agree and nothing was done about
    it yet: a candidate for what speaks against the finding."""

    record: Feedback
    label: str
    statement: str
    who: str
    by: str
    follow: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A participant, the findings (labels) that concern them: because they are quoted for or against it,
    or because it speaks about them; and of these what they were not shown yet."""

    case: Case
    concerning: tuple[str, ...]
    unasked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Members:
    """All that is on record: ``answers`` counts each answer, ``response`` is the share of those shown who
    answered, ``agreement`` the share of these who agree (``None`` where nobody is asked or answers)."""

    lines: tuple[FeedbackLine, ...]
    members: tuple[Member, ...]
    answers: Mapping[str, int]
    response: float | None
    agreement: float | None


class MemberFeedback:
    """The feedback of a study's participants."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def members(self) -> Members:
        """What was shown to whom, what came back, and whom to ask yet."""
        with self._store.view() as rows:
            findings = sorted(rows.all(Finding), key=lambda one: natural_key(one.label))
            lines = tuple(_lines(rows, findings))
            asked = {(one.record.case, one.label) for one in lines}
            concerned = self._concerned(rows, findings)
            members = tuple(
                Member(
                    case,
                    tuple(one.label for one in own),
                    tuple(one.label for one in own if (case.guid, one.label) not in asked),
                )
                for case in sorted(rows.all(Case), key=lambda one: natural_key(one.name))
                if (own := concerned.get(case.guid, []))
            )
        counts = Counter(one.record.answer for one in lines)
        replies = len(lines) - counts["no reply"]
        return Members(
            lines,
            members,
            {name: counts[name] for name in ANSWERS},
            replies / len(lines) if lines else None,
            counts["agree"] / replies if replies else None,
        )

    def sheet(self, case: Case, ending: str, language: str = "id") -> bytes:
        """A sheet to hand to a participant as the bytes of a file (.docx, .pdf, .html, .md): the findings
        that concern them in words, each with their own quotations and nobody else's, and room for what
        they make of it.

        Raises :class:`InvalidInput` (ending, language; nothing concerns them), :class:`MissingExtra`.
        """
        place = _WRITERS.get(ending.lower())
        if place is None:
            raise InvalidInput(
                "unknown-ending", f"A sheet cannot be written as “{ending}”.",
                f"It can be: {', '.join(SHEET_ENDINGS)}.",
            )  # fmt: skip
        tell = Teller(check_language(language))
        with self._store.view() as rows:
            findings = sorted(rows.all(Finding), key=lambda one: natural_key(one.label))
            own = self._concerned(rows, findings).get(case.guid, [])
            if not own:
                raise InvalidInput(
                    "nothing-to-show", f"No finding concerns {case.name} yet.",
                    "It does once they are quoted as evidence, or a finding speaks about them.",
                )  # fmt: skip
            document = _sheet(rows, case, own, self._facts(rows, own), tell)
        module, _, name = place.partition(":")
        writer: Callable[[Document], bytes] = getattr(
            import_module(f"jejak.documents.{module}"), name
        )
        return writer(document)

    def _facts(self, rows: Rows, findings: Sequence[Finding]) -> dict[str, FindingFacts]:
        reader = FactsReader(FindingRecords(rows, findings), self._store.corpus())
        return {one.guid: reader.facts(one) for one in findings}

    def _concerned(self, rows: Rows, findings: Sequence[Finding]) -> dict[str, list[Finding]]:
        """The findings that concern each case, but for those that were rejected."""
        found: dict[str, list[Finding]] = {}
        facts = self._facts(rows, findings)
        for finding in findings:
            if finding.status == "rejected":
                continue
            quoted = {row.case for row in facts[finding.guid].evidence} - {None}
            spoken_of = set(facts[finding.guid].scope) if finding.scope else set()
            for case in quoted | spoken_of:
                found.setdefault(str(case), []).append(finding)
        return found


def _lines(rows: Rows, findings: Sequence[Finding]) -> Iterable[FeedbackLine]:
    known = {one.guid: one for one in findings}
    cases = {one.guid: one.name for one in rows.all(Case)}
    people = {one.guid: one.name for one in rows.all(User)}
    for one in sorted(rows.all(Feedback), key=lambda one: (one.date, one.created)):
        finding = known[one.finding]
        yield FeedbackLine(
            one,
            finding.label,
            finding.statement,
            cases[one.case] if one.case else one.who,
            people.get(one.user, ""),
            one.unsettled,
        )


# --- the sheet ---

_ASKED = (
    say("I agree"), say("Partly: …"), say("I do not agree: …"), say("I would rather not say"),
)  # fmt: skip


def _sheet(
    rows: Rows,
    case: Case,
    findings: Sequence[Finding],
    facts: Mapping[str, FindingFacts],
    tell: Teller,
) -> Document:
    leaving = Leaving(rows)
    blocks: list[Block] = []
    for number, finding in enumerate(findings, 1):
        quoted = [
            Quote(
                leaving.quotation(text), tell(say("Your words, {where}", where=leaving.text(where)))
            )
            for text, where in _own_words(rows, facts[finding.guid], case)
        ]
        title = f"{number}. {leaving.text(finding.statement)}"
        blocks.append(Paragraph((Run(title, strong=True),)))
        if quoted:
            blocks.append(Paragraph(words(tell(say("What you said that led us to this")))))
        blocks += [*quoted, Paragraph(words(tell(say("What do you make of it?"))))]
        blocks.append(Bullets(tuple(words(f"☐ {tell(one)}") for one in _ASKED)))
    opening = say(
        "These are some of the things we found. We would like to know whether you recognise them. There is"
        " no wrong answer, and you need not answer at all. Nobody else gets this sheet, and it quotes"
        " nobody but you."
    )
    document = Document(
        language=tell.language,
        title=leaving.text(rows.all(StudyInfo)[0].title),
        subtitle=tell(say("What we found, for {case}", case=case.name)),
        opening=(Paragraph(words(tell(opening))), *blocks),
        sections=(),
        contents="",
        closing=tell(say("Written by Jejak on {day}.", day=tell.day(now()))),
    )
    return fit_to_leave(document, leaving.discretion)


def _own_words(rows: Rows, facts: FindingFacts, case: Case) -> Iterable[tuple[str, str]]:
    """What the case said that is evidence, and where."""
    seen: set[tuple[str, int, int]] = set()
    for row in facts.evidence:
        if row.case != case.guid or row.source is None or row.start is None or row.end is None:
            continue
        place = row.source, row.start, row.end
        if place not in seen:
            seen.add(place)
            source = rows.get(Source, row.source)
            yield rows.text(source.text, row.start, row.end), source.name
