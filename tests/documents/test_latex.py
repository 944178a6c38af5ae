from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from jejak.documents.document import Figure, Paragraph, Section, words
from jejak.documents.latex import as_latex, as_latex_zip
from jejak.documents.latex_words import escaped
from support.documents import ARABIC, everything, thesis

HARD = "#let $a$ *b* \\ @label {brace ]#] \"q\" ~^_%& -- `` '' 👩\u200d👧 <x> a\nb\n\n[c]"


def test_every_sign_that_is_an_order_is_told_as_a_sign() -> None:
    assert escaped("100% & $5_{#1}^~\\x") == (
        r"100\% \& \$5\_\{\#1\}\textasciicircum{}\textasciitilde{}\textbackslash{}x"
    )
    assert escaped("a\x00b\x1b\x85\ud800\u2028") == "a\ufffdb\ufffd\ufffd\ufffd\ufffd"
    assert escaped("satu\ndua") == r"satu\jbreak{}dua"


def test_letters_of_other_scripts_are_set_in_fonts_that_have_them() -> None:
    assert escaped("kata 漢字 x") == r"kata \jhan{漢字} x"
    assert escaped("مرحبا") == r"\jreversed{\jarabic{مرحبا}}"
    assert escaped("ไทย 👩\u200d👧") == "\\jthai{ไทย} \\jsymbols{👩\u200d👧}"


@pytest.mark.parametrize("text", [HARD, ARABIC, "\n\n[x]\n*\n", "}{", "\\"])
def test_groups_and_environments_close(text: str) -> None:
    for document in (everything(text), thesis(text)):
        told = as_latex(document).decode()
        body = re.sub(r"\\[{}\\]", "", told[told.index(r"\begin{document}") :])
        assert body.count("{") == body.count("}")
        begun = re.findall(r"\\(begin|end)\{([a-z]+)\}", body)
        open_now: list[str] = []
        for verb, name in begun:
            if verb == "begin":
                open_now.append(name)
            else:
                assert open_now.pop() == name
        assert not open_now


def test_links_lead_to_places_and_notes_are_footnotes() -> None:
    told = as_latex(thesis("kata")).decode()
    places = set(re.findall(r"\\(?:label|jplace)\{(p\d+)\}", told))
    assert set(re.findall(r"\\hyperref\[(p\d+)\]", told)) <= places
    assert r"\footnote{A note: kata}" in told
    assert r"\listoftables" in told
    assert r"\section*{Works}" in told
    assert r"\section{Chapter kata}" in told


def test_pictures_lie_beside_it() -> None:
    archive = ZipFile(BytesIO(as_latex_zip(everything())))
    assert sorted(archive.namelist()) == ["figures/figure-1.png", "report.tex"]
    assert b"figures/figure-1.png" in archive.read("report.tex")
    assert as_latex_zip(everything()) == as_latex_zip(everything())


@pytest.mark.skipif(shutil.which("xelatex") is None, reason="there is no XeLaTeX here")
@pytest.mark.slow
def test_it_can_be_set(tmp_path: Path) -> None:
    from PIL import Image

    picture = BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    figure = Figure("A chart", HARD, lambda: "<svg/>", picture.getvalue)
    for number, document in enumerate((everything(HARD), thesis(HARD), everything("\n[x]"))):
        section = Section("f", "Figures", (figure, Paragraph(words(ARABIC))))
        plain = tuple(one for one in document.sections if one.anchor != "findings")
        whole = replace(document, sections=(*plain, section))
        folder = tmp_path / str(number)
        with ZipFile(BytesIO(as_latex_zip(whole))) as archive:
            archive.extractall(folder)
        done = subprocess.run(
            ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex"],
            cwd=folder, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-2000:]
