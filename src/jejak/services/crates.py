"""Crates: what a study concludes and rests on, as linked data for a repository."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from ..errors import Conflict, InvalidInput, StoreFailure
from ..formats.file_writing import write_whole
from ..formats.zip_writing import zipped
from ..i18n import check_language, translate
from ..model import say
from ..report import PARTS
from ..report.citing import with_citations
from ..report.composing import compose
from ..report.crate.composing import METADATA, compose_crate
from ..report.crate.facts import CrateFile
from ..report.discretion import fit_to_leave
from ..store import Store
from .codebook_entries import to_yaml
from .crate_facts import crate_facts
from .leaving import Leaving
from .report_facts import gather

__all__ = ["Crates"]

_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*", re.ASCII)


class Crates:
    """The crates of a study."""

    def __init__(self, store: Store, user: str) -> None:
        self._store = store
        self._user = user

    def files(self, language: str = "id", license: str = "") -> tuple[CrateFile, ...]:
        """The files of an RO-Crate, its metadata first: findings, evidence, checks, people by
        pseudonym, codes, changes, with the report and the codebook beside them.

        ``license`` is an address or an identifier of SPDX (``CC-BY-4.0``). Names that are known to be
        real do not get into it, nor attributes that stay. Raises :class:`InvalidInput` (language,
        licence), :class:`MissingExtra`.
        """
        from ..documents.html import as_page

        check_language(language)
        given = _checked(license)
        with self._store.view() as rows:
            gathered = gather(self._store, frozenset(PARTS.names()), whole=True)
            leaving = Leaving(rows)
            facts = crate_facts(rows, gathered.facts, self._user, given)
            composed = compose(gathered.facts, language)
            report = fit_to_leave(
                with_citations(composed, gathered.facts.works, None), gathered.discretion
            )
            title = translate(say("The report: every finding with its evidence"), language)
            codes = [leaving.code(one.code) for one in gathered.facts.codes]
            book = to_yaml(leaving.text(gathered.facts.info.title), codes)
            files = (
                CrateFile("report.html", title, "text/html", as_page(report)),
                CrateFile(
                    "codebook.yaml", translate(say("Codebook"), language), "application/yaml",
                    book.encode(),
                ),
            )  # fmt: skip
            return compose_crate(facts, files, language, leaving.discretion)

    def content(self, language: str = "id", license: str = "") -> bytes:
        """The same as a ZIP archive. Raises as :meth:`files`."""
        return zipped((one.name, one.content) for one in self.files(language, license))

    def write(self, path: str | Path, language: str = "id", license: str = "") -> Path:
        """Write the crate: as one file where the name ends in .zip, else as a folder, which must be
        new, empty, or an earlier crate.

        Raises as :meth:`files`, :class:`Conflict` (a folder that holds something else) and
        :class:`StoreFailure`.
        """
        path = Path(path)
        if path.suffix.lower() == ".zip":
            write_whole(path, self.content(language, license))
            return path
        if path.is_file():
            raise InvalidInput(
                "not-a-folder", f"{path} is a file.", "Name a folder, or a .zip file."
            )
        if path.is_dir() and any(path.iterdir()) and not (path / METADATA).is_file():
            raise Conflict(
                "not-empty", f"The folder {path} holds something else already.",
                "Nothing was written. Name a new folder.",
            )  # fmt: skip
        files = self.files(language, license)
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreFailure(
                "cannot-write",
                f"{path} cannot be written: {error.strerror}.",
                "Nothing was written.",
            ) from error
        # The description comes last: without it a folder is no crate yet.
        for one in (*files[1:], files[0]):
            write_whole(path / one.name, one.content)
        return path


def _checked(license: str) -> str:
    given = license.strip()
    address = urlsplit(given)
    if (
        given
        and not _SPDX.fullmatch(given)
        and not (
            address.scheme in {"http", "https"}
            and address.netloc
            and given.isascii()
            and " " not in given
        )
    ):
        raise InvalidInput(
            "bad-license", f"“{given}” is no licence.",
            "Give an identifier like CC-BY-4.0, or the address of its text.",
        )  # fmt: skip
    return given
