from __future__ import annotations

from pathlib import Path

from jejak.model import Coding, Evidence, Finding, Link, Segment, Set
from support.studies import small_study


def test_memos_findings_and_sets_are_asked_of_the_study(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        coding = study.store.all(Coding)[0]
        segment = study.store.all(Segment)[1]
        study.memos.add("Catatan", "tentang murah", about=[("coding", coding.guid)])
        finding = Finding(label="F1", statement="x", user=study.user.guid)
        ours = Set(name="Ronde 1", of="segment")
        asked = Set(name="Murah saja", of="segment", query="code:Murah")
        sources = Set(name="Sumber", of="source")
        with study.change("conclude") as change:
            change.add(finding, ours, asked, sources)
            change.add(
                Evidence(finding=finding.guid, target_kind="segment", target=segment.guid, user=study.user.guid),
                Link(role="member", owner_kind="set", owner=ours.guid, target_kind="segment", target=segment.guid),
                Link(role="member", owner_kind="set", owner=sources.guid, target_kind="source", target=segment.source),
            )  # fmt: skip
        counts = {
            query: study.retrieval.find(query).total
            for query in ("memo:*", 'memo:"murah"', 'memo:"mahal"', "finding:F1", 'in set:"Ronde 1"',
                          'in set:"Murah saja"', 'in set:"Sumber"', "text:/[Aa]kun/")
        }  # fmt: skip
        assert list(counts.values()) == [1, 1, 0, 1, 1, 1, 2, 3]
        study.sources.add_text("Takut", "Ia ketakutan, lalu berani.")
        assert study.retrieval.find("stem:takut").total == 2 + 1
