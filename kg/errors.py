"""What can go wrong, said so that the reader knows where it is and what to do."""

from __future__ import annotations

from functools import partial


class KgError(Exception):
    """The root of every error that the package raises on purpose.

    `what` is the problem, `where` the file, place or URL, `remedy` the next step for the user.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        """Keep the three parts apart, so that a page or a report can show them one by one."""
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(what, where, remedy)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the keywords, so that a worker process can hand its error back."""
        return partial(type(self), where=self.where, remedy=self.remedy), (self.what,)

    def __str__(self) -> str:
        """One line: where: what — remedy."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} — {self.remedy}" if self.remedy else head


class ReadError(KgError):
    """A file could not be read as an article; the build skips it and goes on."""


class LexiconError(KgError):
    """A lexicon, pattern or judgement file is wrong; the build stops before anything is written."""


class OntologyError(KgError):
    """The ontology is wrong, or a statement joins what its relation may not join; such an article is skipped."""


class StoreError(KgError):
    """The store is in use, damaged, of another version, or out of reach, or is given what it cannot take in."""


class QueryError(KgError):
    """A query is malformed, unknown, or over its limits."""


class ExportError(KgError):
    """An export could not be written; the file that stood there before is whole."""
