"""Files become articles, their text fixed for good.

    from kg.reader import read_path, read_paths, read_string, find_sources

    for article in read_path("news/0001.txt"):
        print(article.title, article.published, article.text)

Read are Markdown and plain text (`.txt`, `.md`), with front matter or without, with HTML in it or without; HTML pages
(`.html`, `.htm`, `.shtml`, `.jsp`); JSON Lines (`.jsonl`) and tables (`.csv`, `.tsv`) with a field of texts; RSS and
Atom feeds (`.xml`, `.rss`, `.atom`). Above a text may stand what pages, mails and databases put there: an imprint,
labelled fields, a table. The encoding is found out. What cannot be read raises `kg.errors.ReadError`, which says what
is wrong, where, and what to do.

An article's text is its title, if it has one, and its blocks, a line each. Within a block nothing was taken out but
mark-up, white space and what cannot be seen, so that any stretch of it stands in the original too, tags apart; where
marks of Markdown were taken out (a link, strong words), the article notes a seam, and where anything else was (a page
jump, a picture credit), the block ends.
"""

from kg.reader.article import article_of
from kg.reader.files import find_files, find_sources
from kg.reader.read import read_path, read_paths, read_string

__all__ = ["article_of", "find_files", "find_sources", "read_path", "read_paths", "read_string"]
