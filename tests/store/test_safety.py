"""What happens to a store when things go wrong: kills, crowds, full disks, damage."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from kg.check.files import files
from kg.errors import StoreError
from kg.store import open_store
from kg.store import terms as t
from kg.store import vocab as v
from kg.store.backends import Delta, embedded
from kg.store.bookkeeping import FORMAT
from kg.store.opening import QUADS
from kg.store.repair import repair
from tests.store.killing import check
from tests.store.samples import partnership

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("KG_KILLS", "100"))


def many(count: int):
    return (partnership(f"{i}.md", f"百色与云帆科技签署第{i}号协议。" + "共建平台" * (i % 50)) for i in range(count))


def run(*code: str, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *code], cwd=ROOT, capture_output=True, encoding="utf-8", **options)


def test_a_killed_writer_leaves_whole_articles(tmp_path):
    done = run("-m", "tests.store.killing", str(tmp_path), str(KILLS), "1")
    assert done.stdout.splitlines()[-1] == f"{KILLS} kills: {KILLS} whole, 0 broken", done.stdout + done.stderr


def test_a_second_writer_is_told_so(tmp_path):
    with open_store(tmp_path), pytest.raises(StoreError, match=f"in use.*process {os.getpid()}.*--store"):
        open_store(tmp_path)


def test_readers_share_a_store_but_not_with_a_writer(tmp_path):
    open_store(tmp_path).close()
    reading = open_store(tmp_path, read_only=True)
    with reading, open_store(tmp_path, read_only=True), pytest.raises(StoreError, match="in use"):
        open_store(tmp_path)
    with open_store(tmp_path), pytest.raises(StoreError, match="in use"):
        open_store(tmp_path, read_only=True)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_lock_that_cannot_be_opened_is_told(tmp_path, read_only):
    open_store(tmp_path).close()
    (tmp_path / "lock").unlink()
    (tmp_path / "lock").mkdir()
    with pytest.raises(StoreError, match=r"cannot be (read|written)"):
        open_store(tmp_path, read_only=read_only)


def test_a_reader_cannot_write(tmp_path):
    open_store(tmp_path).close()
    with open_store(tmp_path, read_only=True) as store, pytest.raises(StoreError, match="for reading only"):
        store.add(partnership("a.md", "百色与云帆科技签约。"))


def test_a_missing_store_is_not_made_by_a_reader(tmp_path):
    with pytest.raises(StoreError, match=r"there is no store.*kg build"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_store_of_another_format_is_left_alone(tmp_path):
    with open_store(tmp_path) as store:
        old, new = ((v.BUILD, v.FORMAT_VERSION, t.text(version), v.BUILD) for version in (FORMAT, "1"))
        store.backend.commit(Delta({old}, {new}))
    with pytest.raises(StoreError, match=f"format 1, this program writes format {FORMAT}"):
        open_store(tmp_path)


def test_a_full_disk_is_told_and_costs_nothing_stored_before(tmp_path):
    with open_store(tmp_path) as store:
        store.add_many(many(20))
    code = "from tests.store.test_safety import fill; fill()"
    done = run("-c", code, env={**os.environ, "KG_FOLDER": str(tmp_path)})
    assert "the change was not stored" in done.stdout, done.stdout + done.stderr
    with open_store(tmp_path) as store:
        assert len(store.articles()) >= 20
        check(store)
        assert store.add(partnership("new.md", "百色与云帆科技再次签约。")).new == 1


def fill() -> None:
    """Write until a file may grow no more."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    store = open_store(Path(os.environ["KG_FOLDER"]))
    try:
        for one in many(3_000):
            store.add(one)
    except StoreError as error:
        print(error)


def damaged(file: Path) -> None:
    """Turn the bits in the middle of a file around."""
    content = bytearray(file.read_bytes())
    for at in range(len(content) // 2, len(content) // 2 + 20):
        content[at] ^= 0xFF
    file.write_bytes(content)


def read_whole(folder: Path) -> None:
    with open_store(folder) as store:
        list(store.lines())
        for graph in store.graphs():
            list(store.lines(graph))


def refusal(folder: Path) -> StoreError | None:
    """What reading says once a file that is needed is damaged, the largest first: an index may lie unread."""
    for file in sorted((folder / QUADS).glob("*.sst"), key=lambda file: -file.stat().st_size):
        damaged(file)
        try:
            read_whole(folder)
        except StoreError as error:
            return error
    return None


def test_a_table_that_the_engine_takes_away_meanwhile_does_no_harm(tmp_path, monkeypatch):
    monkeypatch.setattr(embedded, "LARGE", 0)
    with open_store(tmp_path / "store") as store:
        # Listed, but gone when looked at: the engine deletes tables that it has joined in the background.
        (tmp_path / "store" / QUADS / "999999.sst").symlink_to("gone")
        assert store.add_many([partnership("a.md", "百色市与云帆科技合作。")]).new == 1


def test_a_damaged_store_says_so_and_its_whole_articles_can_be_saved(tmp_path):
    with open_store(tmp_path) as store:
        store.add_many(many(300))
    assert "kg check --repair" in str(refusal(tmp_path))
    done = repair(tmp_path)
    assert done.saved > 150
    assert done.aside.is_dir()
    with open_store(tmp_path) as store:
        assert len(store.articles()) == done.saved
        assert store.add_many(many(300)).unchanged == done.saved
        assert len(store.articles()) == 300


def test_damage_to_any_table_is_found(tmp_path):
    with open_store(tmp_path) as store:
        store.add_many(many(50))
    for file in sorted((tmp_path / QUADS).glob("*.sst")):
        whole = file.read_bytes()
        damaged(file)
        try:
            with open_store(tmp_path, read_only=True) as store:
                assert [finding.node for finding in files(store)] == [str(file)]
        except StoreError as error:
            # So small that the damage is met at once.
            assert "kg check --repair" in str(error)
        file.write_bytes(whole)
    with open_store(tmp_path, read_only=True) as store:
        assert not list(files(store))


def test_a_store_of_which_nothing_can_be_read_says_what_to_do(tmp_path):
    open_store(tmp_path).close()
    (tmp_path / QUADS / "CURRENT").write_text("nonsense", encoding="utf-8")
    with pytest.raises(StoreError, match=r"the store is damaged.*build again"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match=r"nothing of the store can be read.*build again"):
        repair(tmp_path)


def test_what_is_no_folder_cannot_be_a_store(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be made"):
        open_store(tmp_path / "file" / "store")


@pytest.mark.parametrize("url", ["ftp://example.org/graph", "sparql+http://u:secret@example.org", "file:///tmp/graph"])
def test_a_url_of_another_kind_is_no_folder(tmp_path, monkeypatch, url):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match="give a folder, or the http or https URL") as refused:
        open_store(url)
    assert "secret" not in str(refused.value)
    assert not list(tmp_path.iterdir())


def test_user_and_password_are_no_part_of_the_place_that_everybody_is_told():
    with pytest.raises(StoreError, match="set KG_STORE_USER and KG_STORE_PASSWORD") as refused:
        open_store("https://somebody:secret@example.org/graph", read_only=True)
    assert str(refused.value).startswith("https://example.org/graph: ")
    assert "secret" not in str(refused.value) and "somebody" not in str(refused.value)
