"""Small projects of RQDA by its published schema: of version 0.2.2, and as it was at first."""

from __future__ import annotations

from pathlib import Path

from support.databases import Database

__all__ = ["FIRST", "LATEST", "TALK", "rqda_project"]

LATEST = """
CREATE TABLE project (databaseversion text, date text, dateM text, memo text, about text, imageDir text);
CREATE TABLE source (name text, id integer, file text, memo text, owner text, date text, dateM text, status integer);
CREATE TABLE freecode (name text, memo text, owner text, date text, dateM text, id integer, status integer, color text);
CREATE TABLE treecode (cid integer, catid integer, date text, dateM text, memo text, status integer, owner text);
CREATE TABLE treefile (fid integer, catid integer, date text, dateM text, memo text, status integer, owner text);
CREATE TABLE filecat (name text, fid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
CREATE TABLE codecat (name text, cid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text, date text, memo text);
CREATE TABLE coding2 (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text, date text, memo text);
CREATE TABLE cases (name text, memo text, owner text, date text, dateM text, id integer, status integer);
CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer, owner text, date text, memo text);
CREATE TABLE attributes (name text, status integer, date text, dateM text, owner text, memo text, class text);
CREATE TABLE caseAttr (variable text, value text, caseID integer, date text, dateM text, owner text, status integer);
CREATE TABLE fileAttr (variable text, value text, fileID integer, date text, dateM text, owner text, status integer);
CREATE TABLE journal (name text, journal text, date text, dateM text, owner text, status integer);
CREATE TABLE annotation (fid integer, position integer, annotation text, owner text, date text, dateM text, status integer);
CREATE TABLE image (name text, id integer, date text, dateM text, owner text, status integer);
CREATE TABLE imageCoding (cid integer, iid integer, x1 integer, y1 integer, x2 integer, y2 integer, memo text, status integer);
"""
FIRST = """
CREATE TABLE project (encoding text, date text, dateM text, memo text, BOM integer);
CREATE TABLE source (name text, id integer, file text, memo text, owner text, date text, dateM text, status integer);
CREATE TABLE freecode (name text, memo text, owner text, date text, dateM text, id integer, status integer);
CREATE TABLE treecode (cid integer, catid integer, date text, dateM text, memo text, status integer);
CREATE TABLE treefile (fid integer, catid integer, date text, dateM text, memo text, status integer);
CREATE TABLE filecat (name text, fid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
CREATE TABLE codecat (name text, cid integer, catid integer, owner text, date text, dateM text, memo text, status integer);
CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real, status integer, owner text, date text, memo text);
CREATE TABLE cases (name text, memo text, owner text, date text, dateM text, id integer, status integer);
CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real, status integer, owner text, date text, memo text);
"""
DATE = "Mon Oct  8 08:11:36 2019"
TALK = "A: Saya 😀 berjualan sejak subuh.\nB: Setiap hari?\nA: Ya, kecuali Jumat."


def rqda_project(path: Path, schema: str = LATEST) -> Database:
    """A talk with two codes in a category, codings by two people, one of them deleted, and a case."""
    made = Database(path, schema)
    made.put("project", date=DATE, memo="Tentang pasar.")
    made.put(
        "source", name="talk", id=1, file=TALK, memo="Di pasar", owner="ayu", date=DATE, status=1
    )
    made.put("source", name="lama", id=2, file="x", owner="ayu", date=DATE, status=0)
    made.put("codecat", name="Waktu", catid=1, memo="Kapan", owner="ayu", date=DATE, status=1)
    made.put("codecat", name="Kerja", catid=2, owner="ayu", date=DATE, status=1)
    made.put("freecode", name="Subuh", id=1, memo="Pagi", owner="ayu", date=DATE, status=1)
    made.put("freecode", name="Libur", id=2, owner="ayu", date=DATE, status=1)
    made.put("freecode", name="Salah", id=3, owner="ayu", date=DATE, status=0)
    made.put("treecode", cid=1, catid=1, status=1)
    made.put("treecode", cid=1, catid=2, status=1)
    made.put("treecode", cid=2, catid=1, status=0)
    for code, quote, owner, status in ((1, "sejak subuh", "ayu", 1), (2, "kecuali Jumat", "budi", 1),
                                       (2, "Saya", "ayu", -1), (3, "Ya", "ayu", 0)):  # fmt: skip
        start = TALK.index(quote)
        made.put("coding", cid=code, fid=1, seltext=quote, selfirst=float(start),
                 selend=float(start + len(quote)), status=status, owner=owner, date=DATE,
                 memo="Lihat B" if code == 1 else None)  # fmt: skip
    made.put("cases", name="Ibu Sari", id=1, memo="Pedagang", owner="ayu", date=DATE, status=1)
    made.put(
        "caselinkage", caseid=1, fid=1, selfirst=0.0, selend=float(len(TALK)), status=1, owner="ayu"
    )
    made.put("filecat", name="Pasar pagi", catid=1, owner="ayu", date=DATE, status=1)
    made.put("treefile", fid=1, catid=1, status=1)
    return made
