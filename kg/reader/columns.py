"""Tables of articles, as databases export them: each row is an article, and the first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from kg.errors import ReadError
from kg.reader.labels import article_fields, labels, value_of

_MARKS: Final = "\t;,"
# The module allows 131,072 letters a cell unless told otherwise; a whole file may be one.
_CELL_MOST: Final = 20_000_000


def rows(text: str, source: str) -> Iterator[tuple[str, dict[str, str]]]:
    """`source#N` and the fields of each row, N from 1 for the first below the names of the columns.

    Tabs, semicolons or commas part the columns, whichever the first row has most of. Raises ReadError where no column
    holds texts.
    """
    first = text.lstrip("\n").split("\n", 1)[0]
    mark = max(_MARKS, key=first.count)
    csv.field_size_limit(_CELL_MOST)
    try:
        table = list(csv.reader(io.StringIO(text.lstrip("\n")), delimiter=mark))
    except csv.Error as error:
        raise ReadError(
            f"the table is broken 格式有误: {error}", where=source, remedy="export it again 请重新导出"
        ) from None
    names = table[0] if table else []
    if not value_of(dict.fromkeys(names, "*"), "text"):
        remedy = f"call the column that holds the articles {' or '.join(labels().names['text'][:3])}"
        raise ReadError("no column holds texts 没有正文列", where=source, remedy=remedy)
    filled = (row for row in table[1:] if any(cell.strip() for cell in row))
    for number, row in enumerate(filled, 1):
        yield f"{source}#{number}", article_fields(dict(zip(names, row, strict=False)))
