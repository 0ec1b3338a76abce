"""How it looks: dark and light, two languages, small screens, colours that can be told apart."""

from __future__ import annotations

import json
from colorsys import rgb_to_hls
from pathlib import Path

import pytest

import kg.view
from kg import ontology
from kg.exporters.style import styles
from kg.view.looks import looks
from tests.view.driving import Page

_FOLDER = Path(kg.view.__file__).parent


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb` by WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def hue(colour: str) -> float:
    """Where on the circle of colours `#rrggbb` stands, from 0 to 1."""
    return rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]


def tokens(theme: str) -> dict[str, str]:
    """The colours of a theme, from the style sheet."""
    sheet = (_FOLDER / "style" / "base.css").read_text(encoding="utf-8")
    start = sheet.index(":root {" if theme == "light" else ':root[data-theme="dark"] {')
    lines = sheet[start : sheet.index("}", start)].splitlines()
    pairs = (line.strip().rstrip(";").split(": ", 1) for line in lines if line.strip().startswith("--"))
    return {name.removeprefix("--"): value for name, value in pairs if value.startswith("#")}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_contrast_aa(theme: str) -> None:
    colours = tokens(theme)
    grounds = ("surface", "sunk", "hover", "canvas", "accent-soft", "bg")
    for ink in ("ink", "muted"):
        for ground in grounds:
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for ground in ("surface", "sunk", "accent-soft"):
        assert contrast(colours["accent"], colours[ground]) >= 4.5, ground
    assert contrast(colours["accent"], colours["accent-ink"]) >= 4.5
    assert contrast(colours["ink"], colours["subject"]) >= 4.5
    assert contrast(colours["ink"], colours["object"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_symbols_and_lines_have_the_contrast_of_graphics(theme: str) -> None:
    colours = tokens(theme)
    for kind, look in looks().items():
        edge = max(contrast(look[theme][part], colours["canvas"]) for part in ("fill", "line"))
        assert edge >= 3, kind
    for line in ("completed", "underway", "planned", "unknown"):
        assert contrast(colours[f"edge-{line}"], colours["canvas"]) >= 3, line


def test_every_group_has_a_shape_of_its_own() -> None:
    groups = json.loads((_FOLDER / "groups.json").read_text(encoding="utf-8"))
    assert set(groups) == set(styles()), "the same groups as the exports"
    assert len({look["path"] for look in groups.values()}) == len(groups)
    assert {group: look["light"]["fill"] for group, look in groups.items()} == {
        group: style.color for group, style in styles().items()
    }, "and the same colours"


def test_every_class_has_a_look_of_its_own_in_the_hue_of_its_group() -> None:
    groups = json.loads((_FOLDER / "groups.json").read_text(encoding="utf-8"))
    own = json.loads((_FOLDER / "kinds.json").read_text(encoding="utf-8"))
    assert list(looks()) == list(ontology.load().kinds)
    assert set(own) < set(looks())
    for theme in ("light", "dark"):
        assert len({(look["path"], look[theme]["fill"]) for look in looks().values()}) == len(looks())
        for kind, look in looks().items():
            usual = groups[ontology.load().group(kind)]
            assert abs(hue(look[theme]["fill"]) - hue(usual[theme]["fill"])) < 0.03, kind


@pytest.mark.browser
def test_planned_lines_are_dashed_alike_at_every_zoom(opened, sizes) -> None:
    """What the legend shows is what the crowded picture shows, near and far."""
    page: Page = opened(sizes(300))
    drawn = """const drawn = new Set();
        const dash = CanvasRenderingContext2D.prototype.setLineDash;
        CanvasRenderingContext2D.prototype.setLineDash = function (parts) {
          drawn.add(parts.map((part) => Math.round(part * this.getTransform().a * 10) / 10).join(" "));
          return dash.call(this, parts);
        };
        document.getElementById("theme").click();
        document.getElementById("theme").click();
        CanvasRenderingContext2D.prototype.setLineDash = dash;
        localStorage.clear();
        return [...drawn];"""
    far = page.js(drawn)
    assert {"6 5", "10 4.5 1.5 4.5"} <= set(far)
    page.keys("+", "+", "+")
    assert set(page.js(drawn)) == set(far)


@pytest.mark.browser
def test_the_theme_follows_the_system_and_the_button(opened, sizes) -> None:
    page: Page = opened(sizes(30), dark=True)
    assert page.js("return document.documentElement.dataset.theme") == "dark"
    ground = "return getComputedStyle(document.querySelector('.stage')).backgroundColor"
    dark = page.js(ground)
    page.click("#theme")
    assert page.js("return document.documentElement.dataset.theme") == "light"
    assert page.js(ground) != dark
    page.js("localStorage.clear()")


@pytest.mark.browser
def test_the_language_can_be_switched(small: Page) -> None:
    small.find("gl")
    small.click("#language")
    assert small.text("#panel-title") == "Guilin"
    assert "Showing 30 of 30 things" in small.text("#counts")
    assert small.js("return document.documentElement.lang") == "en"
    assert small.one("#search-input").get_attribute("placeholder").startswith("Find")
    small.click("#language")
    assert small.text("#panel-title") == "桂林市"
    small.js("localStorage.clear()")


@pytest.mark.browser
@pytest.mark.parametrize("count", [30, 300])
def test_a_telephone_shows_all_of_it(opened, sizes, count: int) -> None:
    page: Page = opened(sizes(count), width=390, height=844)
    overflow = "return document.documentElement.scrollWidth <= 390"
    assert page.js(overflow)
    page.find("gl")
    assert page.one("#panel .quote") is not None
    assert page.js("return document.getElementById('panel').getBoundingClientRect().width") == 390
    page.click("#close-panel")
    page.wait(lambda: not page.one("#panel").is_displayed(), "the panel to go")
    page.click("#open-rail")
    page.wait(lambda: page.one("#f-kinds-City").is_displayed(), "the filters")
    page.click("#f-kinds-City")
    page.click("#close-rail")
    assert page.counts()[0] < count
    page.click("#view-table")
    assert page.one("#sheet tbody tr").is_displayed()
    assert page.js(overflow)


@pytest.mark.browser
@pytest.mark.parametrize("width", [781, 820, 941, 1024, 1121])
def test_the_header_fits_windows_of_every_width(opened, sizes, width: int) -> None:
    page: Page = opened(sizes(3000), width=width)
    for _ in ("zh", "en"):
        page.click("#language")
        edges = page.js(
            """return [...document.querySelectorAll('.top > *, .tools > *')].filter((e) => e.offsetParent)
            .map((e) => { const r = e.getBoundingClientRect(); return [e.id || e.className, r.left, r.right] })"""
        )
        assert all(left >= 0 and right <= width for _, left, right in edges), edges
    page.js("localStorage.clear()")


@pytest.mark.browser
def test_what_is_touched_is_large_enough_on_a_telephone(opened, sizes) -> None:
    page: Page = opened(sizes(30), width=390, height=844)
    sizes_of = page.js(
        """return [...document.querySelectorAll('.top button, .toolbar button')].filter((e) => e.offsetParent)
        .map((e) => { const r = e.getBoundingClientRect(); return [e.id, r.width, r.height] })"""
    )
    assert sizes_of
    assert all(width >= 24 and height >= 24 for _, width, height in sizes_of), sizes_of
