from __future__ import annotations

import base64
import hashlib
import re
import struct
import xml.etree.ElementTree as ET

import pytest

from kg.errors import ExportError
from kg.questions.charts import picture as drawn
from kg.questions.charts.page import page
from kg.questions.charts.picture import picture
from kg.questions.charts.svg import draw, framed, sheet
from kg.questions.stats import NOT_SAID, Chart, Stats, Total

HOSTILE = "</title><script>alert(1)</script>\x1b\u202e&\"'"
STATS = Stats(
    totals=(Total("文章", "articles", 1_234),),
    charts=(
        Chart(
            "城市",
            "Cities",
            (("南宁市", 40), ("柳州市", 10), (HOSTILE, 1), ("一个长得在图里放不下的机构名称有限公司", 0)),
        ),
        Chart("空", "Nothing", ()),
    ),
)
SVG = "{http://www.w3.org/2000/svg}"


def test_bars_are_as_long_as_their_numbers() -> None:
    root = ET.fromstring(framed(draw(STATS.charts[0]), "城市"))
    widths = [float(bar.attrib["width"]) for bar in root.iter(f"{SVG}rect")]
    assert widths[0] == pytest.approx(4 * widths[1], abs=0.5)
    assert widths[3] == 0


def test_what_is_not_stated_has_a_bar_that_stands_apart() -> None:
    chart = Chart("状态", "Status", (("计划", 10), ("已完成", 5), (NOT_SAID, 20)), more=3)
    root = ET.fromstring(framed(draw(chart), "状态"))
    bars = {bar.attrib["class"]: float(bar.attrib["width"]) for bar in root.iter(f"{SVG}rect")}
    assert bars["bar unsaid"] == pytest.approx(4 * bars["bar"], abs=0.5)
    assert any("and 3 more" in (text.text or "") for text in root.iter(f"{SVG}text"))


def test_the_page_has_charts_for_telephones_that_are_not_shrunk() -> None:
    text = page(STATS, "here")
    assert 'class="narrow"' in text
    box = re.search(r'class="narrow"[^>]* viewBox="0 0 (\d+) ', text)
    assert box
    assert int(box[1]) <= 358, "a telephone is 390 px wide and has margins"
    assert "@media (max-width: 600px)" in text


def test_a_long_label_is_cut_and_stands_whole_in_its_title() -> None:
    root = ET.fromstring(framed(draw(STATS.charts[0]), "城市"))
    texts = [text.text or "" for text in root.iter(f"{SVG}text")]
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert any(text.endswith("…") and text.startswith("一个长得") for text in texts)
    assert "一个长得在图里放不下的机构名称有限公司: 0" in titles


def test_the_page_runs_nothing_and_loads_nothing() -> None:
    text = page(STATS, HOSTILE)
    assert "<script" not in text
    assert 'http-equiv="Content-Security-Policy" content="default-src \'none\'' in text
    addresses = set(re.findall(r'https?://[^"\s<]+', text))
    assert addresses == {"http://www.w3.org/2000/svg"}


def test_the_policy_lets_in_the_style_sheet_of_the_page() -> None:
    text = page(STATS, "here")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text
    assert "prefers-color-scheme: dark" in style[1]


def test_the_page_shows_totals_and_leaves_empty_charts_out() -> None:
    text = page(STATS, "here")
    assert "<b>1,234</b>文章 articles" in text
    assert "Cities" in text
    assert "Nothing" not in text


def test_the_sheet_is_well_formed_and_places_charts_side_by_side() -> None:
    drawing = draw(STATS.charts[0])
    root = ET.fromstring(sheet([drawing, drawing, drawing], "图", HOSTILE, ""))
    places = [group.attrib["transform"] for group in root.iter(f"{SVG}g") if "transform" in group.attrib]
    assert len({place.split()[0] for place in places}) == 2


def _has_chinese_font() -> bool:
    try:
        return bool(picture(STATS))
    except ExportError:
        return False


def test_the_picture_is_a_png_of_two_columns() -> None:
    pytest.importorskip("resvg_py")
    if not _has_chinese_font():
        pytest.skip("no font with Chinese signs is installed")
    data = picture(STATS)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert width > height > 300


def test_a_system_without_chinese_fonts_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resvg_py")
    nothing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'
    monkeypatch.setattr(drawn, "_probe", lambda *_: nothing)
    with pytest.raises(ExportError, match="no font with Chinese signs is installed"):
        picture(STATS)


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    with pytest.raises(ExportError, match=r'pip install "smartcity-kg\[plots\]"'):
        picture(STATS)
