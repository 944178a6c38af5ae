from __future__ import annotations

from pathlib import Path

from jejak.model import Event
from support.studies import small_study


def test_an_effect_that_comes_before_its_cause_is_told(tmp_path: Path) -> None:
    posts = "time,author,text\n2020-05-01,a,Akun ditutup\n2020-03-01,b,Akun baru\n"
    file = tmp_path / "posts.csv"
    file.write_text(posts, encoding="utf-8")
    with small_study(tmp_path) as study:
        study.sources.add([file])
        source = study.sources["posts"]
        network = study.networks.make("N")
        ban, new = network.add_box("Ditutup"), network.add_box("Akun baru")
        arrow = network.connect("Ditutup", "Akun baru", "+")
        text = study.sources.text(source.record)
        for part, words in ((ban, "Akun ditutup"), (new, "Akun baru"), (arrow, "Akun baru")):
            start = text.index(words)
            network.rest_on(part, source, start, start + len(words))
        (flaw,) = network.check()
        assert flaw.check == "before its cause"
        assert flaw.parts == (arrow.guid, ban.guid, new.guid)
        assert flaw.sentence.args["then"] == "2020-03-01"


def test_events_bring_their_own_dates(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        events = [Event(name=n, date=d, user=study.user.guid)
                  for n, d in (("Tutup", "2020-05"), ("Buka", "2019"), ("Entah", ""))]  # fmt: skip
        with study.change("Note events") as change:
            change.add(*events)
        shown = study.displays.save("E", "event-state-network")
        nodes = [study.networks.add_node(shown, one.name, kind="event", about=("event", one.guid))
                 for one in events]  # fmt: skip
        study.networks.add_edge(shown, nodes[0].guid, nodes[1].guid)
        study.networks.add_edge(shown, nodes[2].guid, nodes[1].guid)
        checks = [flaw.check for flaw in study.networks.check(shown)]
        assert checks == ["no evidence", "no evidence", "before its cause"]
        assert study.networks.get(shown).nodes[0].about.when == ("2020-05-01", "2020-05-31")  # type: ignore[union-attr]
        study.networks.draw(shown, *_all(study.networks.draft(shown)))
        assert len(study.networks.get(shown).nodes) == 3


def _all(draft):
    return draft.boxes, draft.arrows


def test_circles_of_people_are_no_loops(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        for kind, expected in (("context-chart", 2), ("causal-network", 3)):
            network = study.networks.make(kind, kind)
            network.extend([{"origin": "A", "target": "B"}, {"origin": "B", "target": "A"}])
            assert len(network.check()) == expected
