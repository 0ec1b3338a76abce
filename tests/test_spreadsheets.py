from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.spreadsheets import harmless, is_formula


@given(st.text())
def test_no_csv_cell_begins_like_a_formula(raw: str) -> None:
    assert not is_formula(harmless(raw))
    assert harmless(raw).removeprefix("'") == raw.removeprefix("'")


def test_formulas_are_known_in_both_widths() -> None:
    for risky in ("=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a"):
        assert harmless(risky) == "'" + risky
    assert harmless("智慧=城市") == "智慧=城市"
