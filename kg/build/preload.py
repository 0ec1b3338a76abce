"""Imported by the process from which those that read are forked: what it loads, all of them share."""

import gc
from contextlib import suppress

from kg import expressions
from kg.allocation import look_seldom
from kg.errors import KgError
from kg.extractor import extract
from kg.reader import read_path
from kg.resources import data_path

# As in the process that they work for, but those that are forked do not see what that one was told.
look_seldom()

# What is wrong with the program's own data is told by the first process that reads an article.
with suppress(KgError):
    # To read an article loads what only readers of articles load.
    for article in read_path(data_path("seeds/articles/08-guiyang-big-data.txt")):
        extract(article)
# Several start at once, and the ones that come need not work it out again.
expressions.keep()
# A look for garbage would touch what is shared, and so copy it.
gc.freeze()
