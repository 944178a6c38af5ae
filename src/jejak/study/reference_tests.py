"""How the findings of the reference study were tested, and the status that bears out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..services.verification import Verification
from ..store.lookups import find_user
from .study import Study

__all__ = ["note_tests"]


def note_tests(
    study: Study,
    findings: list[Mapping[str, Any]],
    language: str,
    asked: Callable[[str], str],
) -> None:
    """Put on record what ``findings`` say of their tests, then give each its status. ``asked`` puts
    the codes of a query into the study's language."""
    for one in findings:
        finding = study.findings.get(one["name"])
        search = one.get("negative_search")
        if search:
            query = asked(search["query"])
            with study.store.read() as rows:
                coder = find_user(rows, search["coder"]).guid
            note = f"{search['date']}: {search['note'][language]}"
            inspected = max(study.retrieval.find(query).total, search["found"])
            Verification(study.store, coder).add(
                finding,
                "search",
                query=query,
                inspected=inspected,
                found=search["found"],
                note=note,
            )
        for told in one.get("feedback", ()):
            texts = {
                name: told[name][language]
                for name in ("shown", "comment", "action")
                if name in told
            }
            study.verification.add(
                finding,
                "feedback",
                case=told["case"],
                date=told["date"],
                answer=told["answer"],
                **texts,
            )
        for stands in one.get("standings", ()):
            study.verification.add(
                finding, "standing", case=stands["case"], unusual=stands["unusual"],
                verdict=stands["verdict"], why=stands["why"][language],
            )  # fmt: skip
        for said in one.get("appraisals", ()):
            values = {name: said[name] for name in ("component", "concern") if name in said}
            with study.store.read() as rows:
                coder = find_user(rows, said["by"]).guid
            Verification(study.store, coder).add(
                finding, "appraisal", why=said["why"][language], **values
            )
        for contest in one.get("contests", ()):
            rival = study.findings.get(contest["rival"])
            study.findings.set_rival(finding, rival.guid, contest["why"][language])
            study.verification.add(
                finding, "contest", rival=contest["rival"], state=contest["state"],
                why=contest["why"][language],
            )  # fmt: skip
    for one in findings:
        study.findings.update(study.findings.get(one["name"]), status=one["status"])
