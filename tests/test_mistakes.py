"""A mistake in a file that people edit is told when it is loaded: file, line, place in it, and what to do."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kg import lexicon, ontology, resources
from kg.errors import KgError, LexiconError, OntologyError
from kg.extractor.relations import notation, patterns
from kg.extractor.relations.patterns import compile_all, load_context, load_patterns
from kg.extractor.rules import load_items, load_rules
from kg.mistakes import told_by_file
from kg.reader import labels, noise
from kg.resources import data_path

PATTERNS = "seeds/patterns/relations/partners.yaml"
PLACES = "seeds/lexicon/places.tsv"
FIRST = "- name: sign-with\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data, from which all is read anew."""
    for part in ("seeds/patterns", "seeds/lexicon", "ontology"):
        shutil.copytree(data_path(part), tmp_path / part, copy_function=os.symlink)
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "kg")
    anew = cache(load_rules.__wrapped__)
    for module in (patterns, notation):
        monkeypatch.setattr(module, "load_rules", anew)
    monkeypatch.setattr(patterns, "load_items", load_items.__wrapped__)
    monkeypatch.setattr(patterns, "load_context", cache(load_context.__wrapped__))
    monkeypatch.setattr(notation, "word_groups", cache(notation.word_groups.__wrapped__))
    return tmp_path


def load(file: str) -> None:
    """Load a file, as the program does."""
    name = Path(file).stem
    loaders: dict[str, Callable[[], object]] = {
        "noise": noise.rules.__wrapped__,
        "labels": labels.labels.__wrapped__,
        "context": load_patterns.__wrapped__,
        "words": load_patterns.__wrapped__,
    }
    if file.startswith("seeds/lexicon"):
        lexicon.load(data_path("seeds/lexicon"))
    elif file.startswith("ontology"):
        ontology.read(*map(data_path, ontology.FILES))
    elif "relations" in file:
        load_patterns.__wrapped__()
    else:
        loaders.get(name, lambda: load_rules.__wrapped__(name))()


@pytest.mark.parametrize(
    ("file", "error"),
    [
        ("ontology/smartcity.ttl", OntologyError),
        ("seeds/lexicon", LexiconError),
        ("seeds/patterns/a.yaml", LexiconError),
    ],
)
def test_data_that_were_not_installed_are_named(
    file: str, error: type[KgError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "kg")
    with pytest.raises(error, match="missing") as missing:
        data_path(file)
    assert missing.value.where == file and "install" in missing.value.remedy


def mistaken(folder: Path, file: str, old: str, new: str) -> KgError:
    """What is said of a file in which something was replaced."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).unlink()
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises((LexiconError, OntologyError)) as caught:
        load(file)
    return caught.value


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "told"),
    [
        (PATTERNS, "[partnersWith S B]", "[partnersWith Q O]", "sign-with: emit", "nothing fills the role Q"),
        (PATTERNS, "[partnersWith S B]", "[partnerWith S B]", "sign-with: emit", "write partnersWith"),
        (PATTERNS, "[partnersWith S B]", "[partnersWith S B x]", "sign-with: emit", "'x' is no number above 0"),
        (PATTERNS, "[partnersWith S B]", "partnersWith S B", "sign-with: emit", "is not a list of words"),
        (PATTERNS, "[partnersWith S B]", "[{partnersWith: S B}]", "sign-with: emit", "is not a list of words"),
        (PATTERNS, "confidence: 0.93", "confidance: 0.93", "sign-with: confidance", "write confidence"),
        (
            PATTERNS,
            "confidence: 0.93",
            "confidence: 7",
            "sign-with: confidence",
            "7 is no number above 0 and not above 1",
        ),
        (PATTERNS, "confidence: 0.93", "confidence: high", "sign-with: confidence", "'high' is no number"),
        (PATTERNS, "status: completed", "status: standig", "sign-with: status", "write standing"),
        (PATTERNS, "status: completed", "fields: often", "sign-with: fields", "'often' is not known"),
        (PATTERNS, "status: completed", "confidence: 0.9", "", "confidence stands here twice"),
        (PATTERNS, FIRST, "- sign-with\n" + FIRST, "0", "'sign-with' is not a pattern"),
        (PATTERNS, FIRST, FIRST.replace("name", "nam"), "0: nam", "write name"),
        (PATTERNS, FIRST, "- name: list-signs\n", "1", "two patterns are called list-signs"),
        (PATTERNS, FIRST, "- name: signs-by-moonlight\n", "signs-by-moonlight", "has no examples"),
        (PATTERNS, "<with>(?:", "<with>(?:(", "sign-with", "a ( is not closed"),
        (PATTERNS, "<with>(?:", "<with>)(?:", "sign-with", "a ) closes nothing"),
        (PATTERNS, "~~12<sign>", "~~12<sign>[与", "sign-with", "a [ is not closed"),
        (PATTERNS, "<with>(?:", "<wiht>(?:", "sign-with", "no word group is called wiht — write with"),
        (PATTERNS, "{B:actor+}", "{B:actr+}", "sign-with", "no sort of mention is called actr — write actor"),
        ("seeds/patterns/context.yaml", "\nA:\n", "\nAB:\n", "AB", "AB is no role"),
        ("seeds/patterns/context.yaml", "{A:actor+}", "{B:actor+}", "A: 0", "does not fill the role A"),
        ("seeds/patterns/context.yaml", "\nA:\n", "\nA: []\nQ:\n", "A", "nothing stands here"),
        (
            "seeds/patterns/words.yaml",
            "\npublish: [",
            "\npublish: [<zzz>, ",
            "publish",
            "no list above is called <zzz>",
        ),
        ("seeds/patterns/words.yaml", "\npublish: [", '\npublish: ["/(发|出", ', "publish", "a ( is not closed"),
        ("seeds/patterns/words.yaml", "\npublish: [", "\npublish: [no, ", "publish", "is not a list of words"),
        ("seeds/patterns/names.yaml", "\nstop_words:", "\nstop_wrods:", "stop_wrods", "write stop_words"),
        ("seeds/patterns/names.yaml", "\nfixed:", "\nfixed: [地铁]\nobsolete:", "obsolete", "nothing reads 'obsolete'"),
        ("seeds/patterns/anaphora.yaml", "\n  Firm: [", "\n  Frim: [公司]\n  Firm: [", "nouns: Frim", "write Firm"),
        (
            "seeds/patterns/anaphora.yaml",
            "\npointing: [",
            "\npointing: 该\nother_ends2: [",
            "other_ends2",
            "nothing reads",
        ),
        (
            "seeds/patterns/anaphora.yaml",
            "\npointing: [",
            "\npointing: 该 # [",
            "pointing",
            "'该' is not a list of words",
        ),
        ("seeds/patterns/brands.yaml", "[<facing>,", "[<fancy>,", "before: partner", "no list above is called <fancy>"),
        ("seeds/patterns/anaphora.yaml", "\nnouns:\n", "\nnouns: [公司]\n", "", "not YAML"),
        (
            "seeds/patterns/anaphora.yaml",
            "\n  Project: [",
            "\n  Projekt: [",
            "nouns",
            "lacks Project — write it for Projekt",
        ),
        ("seeds/patterns/times.yaml", "今年: 0", "今年: now", "relative_years: 今年", "'now' is not a whole number"),
        ("seeds/patterns/labels.yaml", "\nown:", "\nowns:", "owns", "write own"),
        ("seeds/patterns/noise.yaml", "where: block", "where: blok", "where", "write block"),
        ("seeds/patterns/noise.yaml", "{{han}}", "{{hann}}", "define: channel", "write han"),
        (PLACES, "\t110000\t", "\t110101\t", "", "it contains itself"),
        ("ontology/smartcity.ttl", "sc:order 1 ", 'sc:order "first" ', "", "'first'"),
    ],
)
def test_a_mistake_is_told_when_the_file_is_loaded(
    folder: Path, file: str, old: str, new: str, place: str, told: str
) -> None:
    error = mistaken(folder, file, old, new)
    assert file in error.where
    assert re.search(rf":\d+(: |$)|^{re.escape(str(folder))}[^:]*ttl$", error.where), error.where
    assert error.where.endswith(place)
    assert told in str(error) and error.remedy


def test_of_an_expression_that_only_compiling_shows_to_be_wrong_the_pattern_is_named(folder: Path) -> None:
    text = (folder / PATTERNS).read_text(encoding="utf-8")
    (folder / PATTERNS).unlink()
    (folder / PATTERNS).write_text(text.replace("<with>(?:", "<with>(?:*", 1), encoding="utf-8")
    pattern = next(p for p in load_patterns.__wrapped__() if p.name == "sign-with")
    with pytest.raises(LexiconError, match=rf"{PATTERNS}:3: sign-with: not a regular expression: nothing to repeat"):
        _ = pattern.expression.regex


def test_of_a_word_that_is_a_faulty_expression_the_group_is_named(folder: Path) -> None:
    file = folder / "seeds/patterns/words.yaml"
    text = file.read_text(encoding="utf-8")
    file.unlink()
    file.write_text(text.replace("\nwith: [", '\nwith: ["/*与", ', 1), encoding="utf-8")
    pattern = next(p for p in load_patterns.__wrapped__() if p.name == "sign-with")
    with pytest.raises(LexiconError, match=r"words.yaml:\d+: with: not a regular expression: nothing to repeat"):
        _ = pattern.expression.regex


def test_of_an_expression_made_of_several_words_the_faulty_word_is_named(folder: Path) -> None:
    file = folder / "seeds/patterns/anaphora.yaml"
    text = file.read_text(encoding="utf-8")
    file.unlink()
    file.write_text(text.replace("\npointing: [", '\npointing: ["该(", ', 1), encoding="utf-8")
    with (
        pytest.raises(LexiconError, match=r"anaphora.yaml:4: pointing: 0: 该\( is not a regular expression"),
        told_by_file(),
    ):
        re.compile("(?:该(|此)项目")


def test_an_expression_that_is_made_of_no_words_is_shown() -> None:
    with pytest.raises(LexiconError, match=r"seeds/patterns: .* mend what holds 甲\)乙"), told_by_file():
        re.compile("甲)乙")


def test_all_that_comes_with_the_package_is_right() -> None:
    compile_all()
    for path in data_path("seeds/patterns").glob("*.yaml"):
        load(f"seeds/patterns/{path.name}")
