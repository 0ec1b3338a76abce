"""The tables of a lexicon: how they are read, and what a wrong row says."""

from pathlib import Path

import pytest

from kg import ids, lexicon
from kg.errors import LexiconError
from kg.lexicon import Entry

PLACE = ids.ID + "place/"
ORGANIZATION = ids.ID + "organization/"
COLUMNS = "id\tlabel\tlabel_en\tparent\tnames\tweak"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small lexicon that is right."""
    write(tmp_path, "places.tsv", "kind\tlat\tlon", "CN\t中国\tChina\t\t\t\tCountry\t\t")
    for file in ("zones.tsv", "products.tsv"):
        write(tmp_path, file, "")
    for file in ("institutions.tsv", "associations.tsv", "agencies.tsv", "media.tsv"):
        write(tmp_path, file, "place")
    (tmp_path / "regions.tsv").write_text("region\tmembers\n", encoding="utf-8")
    write(tmp_path, "firms.tsv", "place\ttickers", "lanhai\t蓝海智联\tLanhai\t\t蓝海公司\t蓝海\tCN\tSZ300000")
    return tmp_path


def write(folder: Path, file: str, extra: str, *rows: str) -> None:
    header = f"{COLUMNS}\t{extra}" if extra else COLUMNS
    (folder / file).write_text("# a comment\n" + "\n".join([header, *rows]) + "\n", encoding="utf-8")


def test_a_small_lexicon(folder: Path) -> None:
    known = lexicon.load(folder)
    assert known.by_name["蓝海"] == (
        Entry(
            iri=ORGANIZATION + "lanhai",
            kind="Firm",
            label="蓝海智联",
            names=("蓝海智联", "蓝海公司"),
            weak_names=("蓝海",),
            label_en="Lanhai",
            place=PLACE + "CN",
            details=(("ticker", "SZ300000"),),
        ),
    )
    assert lexicon.load(folder) is known


FIRM = "a\t甲公司\t\t\t\t\t\t"


@pytest.mark.parametrize(
    ("file", "extra", "rows", "message"),
    [
        (
            "zones.tsv",
            "level",
            ["a\t甲新区\t\tCN\t\t\t1"],
            r"zones.tsv:2: the columns are not in order — make the header id",
        ),
        ("firms.tsv", "place", [], r"firms.tsv:2: no column tickers — make the header id label"),
        ("firms.tsv", "place\ttickers", ["a\t甲公司"], r"firms.tsv:3: 2 fields, the header has 8 — put one tab"),
        ("firms.tsv", "place\ttickers", ["a\t\t\t\t\t\t\t"], r"firms.tsv:3: no id or no label — fill in both"),
        ("firms.tsv", "place\ttickers", [FIRM, FIRM], r"firms.tsv:4: the id of 甲公司 is taken — see .*firms.tsv:3"),
        (
            "firms.tsv",
            "place\ttickers",
            ["a\t甲公司\t\tb\t\t\t\t"],
            r"firms.tsv:3: unknown parent 'b' of 甲公司 — add a row",
        ),
        (
            "firms.tsv",
            "place\ttickers",
            ["a\t甲公司\t\t\t\t\t9\t"],
            r"firms.tsv:3: unknown place '9' of 甲公司 — add a row",
        ),
        (
            "firms.tsv",
            "place\ttickers",
            ["a\t甲公司\t\t\t天河\t\t\t", "b\t乙公司\t\t\t天河\t\t\t"],
            r"firms.tsv:4: 天河 is no safe name of 乙公司 — 甲公司 in .*firms.tsv:3 has it too; make it weak",
        ),
        (
            "places.tsv",
            "kind\tlat\tlon",
            ["1\t甲镇\t\t\t\t\tTown\t\t"],
            r"places.tsv:3: 'Town' is no kind of place — use one of City, Country, District, Region",
        ),
    ],
)
def test_a_wrong_table_says_what_where_and_what_to_do(
    folder: Path, file: str, extra: str, rows: list[str], message: str
) -> None:
    write(folder, file, extra, *rows)
    with pytest.raises(LexiconError, match=message):
        lexicon.load(folder)


def test_a_name_may_be_weak_in_two_entries(folder: Path) -> None:
    write(folder, "firms.tsv", "place\ttickers", "a\t甲公司\t\t\t\t天河\t\t", "b\t乙公司\t\t\t\t天河\t\t")
    assert [e.label for e in lexicon.load(folder).by_name["天河"]] == ["甲公司", "乙公司"]


def test_a_strong_bearer_comes_first(folder: Path) -> None:
    write(folder, "firms.tsv", "place\ttickers", "a\t甲公司\t\t\t\t天河\t\t", "b\t乙公司\t\t\t天河\t\t\t")
    assert [e.label for e in lexicon.load(folder).by_name["天河"]] == ["乙公司", "甲公司"]


def test_a_table_that_is_not_there(folder: Path) -> None:
    (folder / "media.tsv").unlink()
    with pytest.raises(LexiconError, match=r"media.tsv: the file is missing — restore it"):
        lexicon.load(folder)


def test_a_region_is_made_up_of_places(folder: Path) -> None:
    write(folder, "places.tsv", "kind\tlat\tlon", *(f"{key}\t{key}省\t\t\t\t\tRegion\t\t" for key in ("r", "a", "b")))
    (folder / "regions.tsv").write_text("region\tmembers\nr\ta|b\n", encoding="utf-8")
    assert lexicon.members(PLACE + "r", folder) == (PLACE + "a", PLACE + "b")
    assert lexicon.members(PLACE + "a", folder) == ()


def test_a_region_has_only_members_that_are_known(folder: Path) -> None:
    (folder / "regions.tsv").write_text("region\tmembers\nCN\tCN|x\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"regions.tsv:2: unknown place 'x' — give the id of a place"):
        lexicon.load(folder)
