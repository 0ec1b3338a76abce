"""What in a query is sound SPARQL and finds nothing all the same.

An unknown term, a name without its language, a term by which the ontology describes itself and which no store holds.

It looks at the text only, and tells what is surely a slip; the query is asked as it stands.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg import ids, ontology
from kg.namespaces import OWL, RDFS, SCHEMA, SKOS
from kg.questions.asking import question_of
from kg.questions.tokens import Token, TokenKind, meaningful, tokenize

# Every text at these ends has a language.
_NAMING: Final = frozenset(("rdfs:label", "skos:altLabel", "skos:prefLabel"))

# How the ontology describes itself.
_OF_THE_ONTOLOGY: Final = frozenset(
    space + name
    for space, names in (
        (OWL, ("Class", "ObjectProperty", "DatatypeProperty", "inverseOf")),
        (RDFS, ("Class", "subClassOf", "subPropertyOf", "domain", "range", "isDefinedBy")),
        (SCHEMA, ("domainIncludes", "rangeIncludes")),
        (SKOS, ("Concept", "ConceptScheme", "broader", "narrower", "related", "inScheme", "prefLabel")),
    )
    for name in names
)


def doubts(asked: str) -> list[str]:
    """What is doubtful in a question as it was asked, each in a line for people, once and in the order of the text."""
    tokens = meaningful(tokenize(question_of(asked).text))
    terms = _terms(tokens)
    return list(dict.fromkeys((*_unknown(terms), *_unstored(terms), *_untagged(tokens))))


def _terms(tokens: list[Token]) -> list[tuple[str, str]]:
    """The IRIs that a query names, each with how it is written there."""
    space = dict(ontology.prefixes()) | _declared(tokens)
    found = []
    for token in tokens:
        if token.kind is TokenKind.IRI:
            found.append((token.text[1:-1], token.text))
        elif token.kind is TokenKind.NAME:
            prefix, _, local = token.text.partition(":")
            found.append((space.get(prefix, "") + local, token.text))
    return found


def _unknown(terms: list[tuple[str, str]]) -> Iterator[str]:
    """Terms of our namespace that the ontology does not have."""
    known = ontology.load()
    for iri, written in terms:
        name = iri.removeprefix(ids.ONTOLOGY)
        if name and name != iri and name not in known.labels:
            near = difflib.get_close_matches(name, known.labels, 3, 0.6)
            perhaps = f" — perhaps 是否为 {', '.join(f'sc:{one}' for one in near)}" if near else ""
            yield f"the ontology has no term {written} 本体中没有这个术语{perhaps}"


def _unstored(terms: list[tuple[str, str]]) -> Iterator[str]:
    """Terms of the ontology that no triple of a store has, with what to write instead."""
    known = ontology.load()
    for iri, written in terms:
        name = iri.removeprefix(ids.ONTOLOGY) if iri.startswith(ids.ONTOLOGY) else ""
        below = [one for one in known.kinds if name in list(known.ancestors(one))[1:]]
        inverse = known.properties[name].inverse if name in known.properties else ""
        if below:
            classes = " ".join(f"sc:{one}" for one in below)
            yield f"nothing is a {written} and no more 没有事物只属于此上位类 — write VALUES ?class {{ {classes} }}"
        elif name == "relatedTo":
            relations = " ".join(f"sc:{one}" for one in known.predicates)
            yield f"{written} groups links and is not stored 只供归类，不存储 — write VALUES ?link {{ {relations} }}"
        elif name and name not in known.predicates and inverse in known.predicates:
            yield f"{written} is not stored 不存储逆关系 — write ^sc:{inverse}"
        elif iri in _OF_THE_ONTOLOGY:
            remedy = "name what you mean 请逐一列出, or ask the file of 或查询导出的文件 kg export turtle"
            yield f"{written} stands in the ontology, not in the store 在本体中，不在图谱库中 — {remedy}"


def _declared(tokens: list[Token]) -> dict[str, str]:
    """The prefixes that a query declares itself."""
    return {
        name.text.removesuffix(":"): iri.text[1:-1]
        for keyword, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if keyword.text.upper() == "PREFIX"
    }


def _untagged(tokens: list[Token]) -> Iterator[str]:
    """Texts without a language that are asked for as names, directly or by a variable that holds a name."""
    names = {name.text for by, name in pairwise(tokens) if by.text in _NAMING and name.kind is TokenKind.VARIABLE}
    for at, token in enumerate(tokens):
        if token.kind is TokenKind.STRING and _is_bare(tokens, at) and _is_named(tokens, at, names):
            language = "en" if token.text.isascii() else "zh"
            remedy = f"write {token.text}@{language}"
            yield f"{token.text} has no language, and every name has one 名称带有语言标签 — {remedy}"


def _is_bare(tokens: list[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is None or (after.kind is not TokenKind.LANGUAGE and after.text != "^")


def _is_named(tokens: list[Token], at: int, names: set[str]) -> bool:
    """Whether a text stands behind `rdfs:label`, beside `?name =`, or in `VALUES ?name { … }` or `?name IN ( … )`."""
    before = tokens[:at]
    while before and (before[-1].kind in (TokenKind.STRING, TokenKind.LANGUAGE) or before[-1].text == ","):
        before.pop()
    match [token.text for token in before[-3:]]:
        case [*_, by] if by in _NAMING:
            return True
        case [*_, name, "="] | [*_, name, "{"] if name in names:
            return True
        case [name, word, "("] if name in names and word.upper() == "IN":
            return True
    after = [token.text for token in tokens[at + 1 : at + 3]]
    return len(after) == 2 and after[0] == "=" and after[1] in names
