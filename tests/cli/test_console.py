from __future__ import annotations

import pytest
from rich.text import Text

from kg.cli.console import count, fail, show, warn


def test_what_looks_like_markup_or_an_emoji_code_is_printed_as_it_is(capsys):
    """A label or a quote may hold anything."""
    show("[bold]桂林[/bold] :smile:", Text("梧州 :smile:"))
    warn("[red]:smile:")
    fail(":heart:")
    told = capsys.readouterr()
    assert told.out == "[bold]桂林[/bold] :smile:\n梧州 :smile:\n"
    assert told.err == "[red]:smile:\nkg: :heart:\n"


@pytest.mark.parametrize("long", ["数字经济 " * 60, Text("数字经济 " * 60)])
def test_a_line_to_a_pipe_stays_one_line(long, capsys):
    show(long)
    assert capsys.readouterr().out.count("\n") == 1


def test_nouns_follow_their_numbers():
    assert [count(number, "city", "cities") for number in (0, 1, 2)] == ["0 cities", "1 city", "2 cities"]
    assert count(1, "article") == "1 article"
