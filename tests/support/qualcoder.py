"""Small projects of QualCoder by its published schema: the first version, and one of the latest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support.databases import Database

__all__ = ["FIRST", "LATEST", "TALK", "coded_project", "qualcoder_folder"]

FIRST = """
CREATE TABLE project (databaseversion text, date text, memo text, about text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text,
  owner text, date text, unique(name));
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer,
  height integer, cid integer, memo text, date text, owner text);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text,
  owner text, date text);
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text,
  valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer,
  date text, owner text);
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer,
  owner text, date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text, unique(name));
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text,
  supercatid integer, unique(name));
CREATE TABLE code_text (cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text,
  date text, memo text);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,
  date text, color text, unique(name));
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
"""
LATEST = """
CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer,
  bookmarkpos integer, codername text, recently_used_codes text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text,
  owner text, date text, av_text_id integer, risid integer, unique(name));
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer,
  height integer, cid integer, memo text, date text, owner text, important integer, pdf_page integer);
CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer,
  memo text, date text, owner text, important integer);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text,
  owner text, date text);
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text,
  valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer,
  date text, owner text);
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer,
  owner text, date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text, unique(name));
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text,
  supercatid integer, unique(name));
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer,
  pos1 integer, owner text, date text, memo text, avid integer, important integer);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,
  date text, color text, supercid integer, unique(name));
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text, unique(name));
CREATE TABLE stored_sql (title text, description text, grouper text, ssql text, unique(title));
CREATE TABLE graph (grid integer primary key, name text, description text, date text,
  scene_width integer, scene_height integer, unique(name));
CREATE TABLE ris (risid integer, tag text, longtag text, value text);
CREATE TABLE files_filter (filterid integer primary key, name text, filter text, owner text);
CREATE TABLE coder_names (name TEXT UNIQUE NOT NULL, visibility INTEGER NOT NULL DEFAULT 1);
CREATE VIEW code_text_visible AS SELECT t.* FROM code_text t;
"""
DATE = "2024-01-15 10:30:00"
TALK = "A: Saya 😀 berjualan sejak subuh.\nB: Setiap hari?\nA: Ya, kecuali Jumat."


def qualcoder_folder(path: Path, schema: str = LATEST) -> Database:
    """An empty project folder, with its database to be filled."""
    for inside in ("documents", "images", "audio", "video"):
        (path / inside).mkdir(parents=True)
    made = Database(path / "data.qda", schema)
    made.put(
        "project", databaseversion="v17", date=DATE, memo="Tentang pasar.", about="QualCoder 3.8"
    )
    return made


def coded_project(path: Path, schema: str = LATEST) -> Database:
    """Two categories, two codes, a talk with codings by two people, a case with attributes."""
    made = qualcoder_folder(path, schema)
    given: dict[str, Any] = {"owner": "ayu", "date": DATE}
    made.put("code_cat", catid=1, name="Kerja", memo="", **given)
    made.put("code_cat", catid=2, name="Waktu", memo="Kapan", supercatid=1, **given)
    made.put(
        "code_name", cid=1, name="Subuh", memo="Pagi sekali", catid=2, color="#FF8800", **given
    )
    made.put("code_name", cid=2, name="Libur", memo="", color="", **given)
    (path / "documents" / "talk.txt").write_text(TALK, "utf-8")
    made.put(
        "source", id=1, name="talk.txt", fulltext=TALK, mediapath=None, memo="Di pasar", **given
    )
    start = TALK.index("sejak subuh")
    made.put("code_text", cid=1, fid=1, seltext="sejak subuh", pos0=start, pos1=start + 11,
             memo="Lihat juga B", owner="ayu", date=DATE)  # fmt: skip
    start = TALK.index("kecuali")
    made.put("code_text", cid=2, fid=1, seltext="kecuali Jumat", pos0=start, pos1=start + 13,
             memo="", owner="budi", date=DATE)  # fmt: skip
    made.put("cases", caseid=1, name="Ibu Sari", memo="Pedagang", **given)
    made.put("case_text", caseid=1, fid=1, pos0=0, pos1=len(TALK) - 1, memo="", **given)
    made.put(
        "attribute_type", name="Umur", caseOrFile="case", valuetype="numeric", memo="", **given
    )
    made.put(
        "attribute_type", name="Tempat", caseOrFile="file", valuetype="character", memo="", **given
    )
    made.put("attribute", name="Umur", attr_type="case", value="52", id=1, **given)
    made.put("attribute", name="Tempat", attr_type="file", value="pasar", id=1, **given)
    made.put("annotation", fid=1, pos0=3, pos1=7, memo="Siapa?", **given)
    made.put("journal", name="Hari 1", jentry="Mulai hari ini.", **given)
    return made
