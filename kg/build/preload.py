"""Imported by the process from which those that read are forked: what it loads, all of them share."""

import gc
from contextlib import suppress

from kg.errors import KgError
from kg.extractor import get_ready
from kg.reader import noise

# What is wrong with the program's own data is told by the first process that reads an article.
with suppress(KgError):
    get_ready()
    noise.rules()
# A look for garbage would touch what is shared, and so copy it.
gc.freeze()
