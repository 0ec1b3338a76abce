"""Data inside a page: the same value comes out, and nothing in it can end the block."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from kg.view.embed import csp_hash, data_block, policy

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(json_values)
def test_what_goes_in_comes_out(value: object) -> None:
    assert json.loads(data_block(value)) == value


@given(st.text())
def test_no_sign_of_mark_up_is_left(text: str) -> None:
    assert not set("<>&\u2028\u2029") & set(data_block([text, {text: text}]))


def test_script_ends_and_comments_cannot_be_spelled() -> None:
    assert data_block("</script><!--") == '"\\u003c/script\\u003e\\u003c!--"'


def test_the_hash_is_that_of_the_standard() -> None:
    """The example of Content Security Policy Level 3, section 8.4, computed with openssl."""
    assert csp_hash("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_the_policy_lets_nothing_in() -> None:
    text = policy(["a"], ["b"])
    assert text.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in text
    assert "http" not in text
