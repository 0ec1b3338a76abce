"""How long extraction takes, in passes of `jieba.posseg` over the same text.

    python -m tests.benchmarks.bench_extraction FOLDER --articles 60 --repeat 3

Words are cut and tagged by jieba, and statements extracted, article by article in turn, so that what else the machine
does slows both. What counts is the processor time of one core; what either must load is loaded before. Each repeat
takes other articles of the folder, or the same in another order where there are too few.
"""

from __future__ import annotations

import argparse
import logging
import random
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from time import process_time

import jieba
from jieba import posseg

from kg.extractor import extract
from kg.model import Article
from kg.reader import read_paths
from tests.conftest import ROOT


def measured(articles: Sequence[Article]) -> list[tuple[float, float]]:
    """Seconds of jieba and of the extractor for each article."""
    times = []
    for article in articles:
        begun = process_time()
        for _ in posseg.cut(article.text):
            pass
        tagged = process_time()
        extract(article)
        times.append((tagged - begun, process_time() - tagged))
    return times


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds" / "articles")
    parser.add_argument("--articles", type=int, default=60, help="how many are drawn for each repeat")
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    jieba.setLogLevel(logging.ERROR)
    articles = list(read_paths([args.folder], on_error=print))
    measured(articles[:1])
    for seed in range(args.repeat):
        drawn = random.Random(seed).sample(articles, min(args.articles, len(articles)))
        times = measured(drawn)
        theirs, ours = (sum(column) for column in zip(*times, strict=True))
        *_, worst = quantiles([one / other for other, one in times], n=20)
        print(
            f"{len(drawn)} articles, {sum(len(article.text) for article in drawn):,} characters: "
            f"jieba.posseg {theirs:.2f} s, extraction {ours:.2f} s, ratio {ours / theirs:.2f} "
            f"(of 19 in 20 articles below {worst:.2f})"
        )


if __name__ == "__main__":
    main()
