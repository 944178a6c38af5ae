from __future__ import annotations

from pathlib import Path

from jejak.study import Study
from support.studies import small_study


def draw(study: Study, name: str, case: str | None, rows: list[tuple[str, str, str]]) -> None:
    network = study.networks.make(name, case=case)
    network.extend([{"origin": a, "target": b, "sign": sign} for a, b, sign in rows])


def test_causal_networks_of_cases_are_laid_over_one_another(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        for name in ("G", "DS"):
            study.cases.add(name)
        draw(study, "Satu", "G", [("Takut", "Akun", "+"), ("Akun", "Nama", "-")])
        draw(
            study,
            "Dua",
            "DS",
            [("takut ", "AKUN", "+"), ("akun", "nama", "-"), ("Razia", "Takut", "+")],
        )
        draw(study, "Tiga", None, [("Takut", "Akun", "-"), ("Nama", "Akun", "+")])
        found = study.displays.compute("cross-case-network")
        told = {
            h.path: [found.at(row, c).value for c in range(4)] for row, h in enumerate(found.rows)
        }
        assert told == {"Takut → Akun": [2, 1, 0, 0], "Akun → Nama": [2, 0, 0, 1]}
        signs = study.displays.compute("cross-case-network", {"show": "arrows by case", "least": 1})
        assert [heading.label for heading in signs.columns] == ["G", "DS", "Tiga"]
        rows = {heading.path: row for row, heading in enumerate(signs.rows)}
        cells = [signs.at(rows["Akun → Nama"], column) for column in range(3)]
        assert [(cell.value, cell.state) for cell in cells] == [
            (-1, "value"), (-1, "value"), (None, "not applicable"),
        ]  # fmt: skip
        missing = [signs.at(rows["Razia → Takut"], column).state for column in range(3)]
        assert missing == ["no data", "value", "no data"]
        ways = study.displays.compute("cross-case-network", {"show": "streams"})
        assert [heading.label for heading in ways.rows] == ["Takut —+→ Akun —-→ Nama"]
        assert [ways.at(0, column).value for column in range(3)] == [1, 1, 0]
        assert found.network is not None
        assert [str(arrow.words.args["support"]) for arrow in found.network.arrows] == ["2", "2"]


def test_what_supports_an_arrow_leads_to_its_words(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        source = study.sources["S-01"]
        for number, case in enumerate(("G", "DS")):
            network = study.networks.make(f"N{number}", case=study.cases.add(case).name)
            network.add_box("A")
            network.add_box("B")
            network.rest_on(network.connect("A", "B", "+"), source, number * 9, number * 9 + 5)
        cell = study.displays.compute("cross-case-network").at(0, 0)
        assert cell.value == 2
        assert study.retrieval.find(cell.query).total == 2


def test_two_networks_of_one_case_count_once(tmp_path: Path) -> None:
    with small_study(tmp_path) as study:
        study.cases.add("G")
        draw(study, "Satu", "G", [("A", "B", "+")])
        draw(study, "Dua", "G", [("A", "B", "-")])
        found = study.displays.compute("cross-case-network", {"least": 1})
        assert [found.at(0, column).value for column in range(4)] == [1, 0, 0, 0]
        assert found.rows[0].label.args["sign"].text == "mixed"  # type: ignore[union-attr]
        assert study.displays.compute("cross-case-network").rows == ()
