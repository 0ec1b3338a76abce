"""Which relations are read alike: a new relation of the ontology is put into these groups, and nowhere else in code."""

from __future__ import annotations

from typing import Final

DEEDS: Final = frozenset(["undertakes", "investsIn"])
"""What somebody does, and may pay for."""

ACTIONS: Final = DEEDS | {"partnersWith"}
"""What somebody does, alone or with others."""

EVENTS: Final = ACTIONS | {"publishes", "recognisedAs"}
"""What begins with an event, which has one time."""

LASTING: Final = frozenset(["inSector", "usesTechnology", "partOf", "locatedIn"])
"""What holds: it is planned, or it is; of a field that somebody develops, that may be under way."""

TRADES: Final = frozenset(["inSector", "usesTechnology"])
"""What is said of a market or a trade if it is said of a country (我国在光伏领域领先)."""

PURPOSES: Final = TRADES | {"pursues"}
"""What a sentence may tell of whom the one before was about, as it opens with it (大力推进乡村振兴，…)."""

SUBJECT_LEFT_OUT: Final = ACTIONS | {"pursues", "usesTechnology"}
"""What a clause tells of somebody though it opens with a noun (基础设施提速，建成云帆数据中心)."""

ON_A_DAY: Final = EVENTS - {"partnersWith"}
"""What happened at some time, if nothing beside it tells when: what was built, issued or granted."""

DATED_BY_BEGINNING: Final = ACTIONS | {"recognisedAs"}
"""What is dated by its beginning: 2021年起，…."""

NOT_DATED_BY_FOUNDING: Final = PURPOSES | {"locatedIn", "recognisedAs"}
"""What the founding of a house, told beside it, does not date."""

IN_PASSING: Final = frozenset(["partnersWith", "publishes"])
"""What is told of a thing in passing, while the clause goes on about the thing: 由甲与乙联合推出的…."""

OF_PROJECTS: Final = frozenset(["locatedIn", "hasMeasurement"])
"""What has come as far as the project of which it is told: where it is, and the capacity in its name."""
