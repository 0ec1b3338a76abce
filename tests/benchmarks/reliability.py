"""How often each pattern is right in articles with gold: the counts of `seeds/patterns/reliability.tsv`.

    python -m tests.benchmarks.reliability --gold FOLDER... --articles FOLDER... --score ../shared/tools/score.py

A statement that the gold holds, owed or optional, is right; one that it does not hold is wrong. What the rules give is
taken as it was before any count. Patterns seen fewer than --least times are left out.
"""

from __future__ import annotations

import argparse
import runpy
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.extractor import Analysis, analyse
from kg.extractor.relations.reliability import record_of
from kg.model import Statement
from kg.reader import read_path

Tools = Mapping[str, Any]


def line_of(article: str, analysis: Analysis, statement: Statement) -> dict[str, Any]:
    """A statement in the form that the score reads."""

    def thing(iri: str) -> dict[str, Any]:
        draft = analysis.linking.drafts[iri]
        return {"name": draft.label, "type": draft.kind, "mentions": sorted(draft.names), "iri": iri}

    obj = statement.obj
    if isinstance(obj, str):
        told = thing(obj)
    else:
        told = {
            "type": "Measurement",
            "indicator": obj.indicator,
            "value": obj.quantity.value,
            "unit": obj.quantity.unit,
        }
    return {
        "article": article,
        "subject": thing(statement.subject),
        "predicate": statement.predicate,
        "object": told,
        "pattern": statement.pattern,
        "confidence": _by_rules(statement),
    }


def _by_rules(statement: Statement) -> float:
    record = record_of(statement)
    return statement.confidence / record.factor if record else statement.confidence


def judged(gold: Any, folders: Sequence[Path], score: Tools) -> Iterator[tuple[dict[str, Any], bool]]:
    """The statements of an article with gold, once each, and whether they are right."""
    path = next((folder / gold.article for folder in folders if (folder / gold.article).exists()), None)
    if path is None:
        return
    lines = []
    for article in read_path(path, path.name):
        analysis = analyse(article)
        lines += [line_of(path.name, analysis, statement) for statement in analysis.statements]
    wrong = {_key(line) for line in score["score_article"](gold, lines, False)["wrong"]}
    seen = set()
    for line in lines:
        key = _key(line), line["pattern"]
        if key not in seen:
            seen.add(key)
            yield line, key[0] not in wrong


def _key(line: Mapping[str, Any]) -> tuple[Any, ...]:
    obj = line["object"]
    return line["predicate"], line["subject"]["name"], obj.get("name"), obj.get("value"), obj.get("unit")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="folders of annotations, or files")
    parser.add_argument("--articles", type=Path, nargs="+", required=True, help="folders")
    parser.add_argument("--score", type=Path, required=True, help="the program that scores")
    parser.add_argument("--least", type=int, default=3)
    args = parser.parse_args()
    score = runpy.run_path(str(args.score))
    counts: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0, 0, 0.0])
    files = [file for path in args.gold for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    for file in files:
        for line, right in judged(score["Gold"](file), args.articles, score):
            count = counts[line["pattern"], line["predicate"]]
            count[0 if right else 1] += 1
            count[2] += line["confidence"]
    sys.stdout.write("pattern\tpredicate\tright\twrong\tgiven\n")
    for (pattern, predicate), (right_ones, wrong_ones, given) in sorted(counts.items()):
        if (total := right_ones + wrong_ones) >= args.least:
            sys.stdout.write(f"{pattern}\t{predicate}\t{right_ones:.0f}\t{wrong_ones:.0f}\t{given / total:.3f}\n")


if __name__ == "__main__":
    main()
