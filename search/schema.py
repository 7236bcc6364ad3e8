"""The fields of the index, the same for every kind; weights are tiers × 10, integers, so that both engines add alike."""

from typing import Final

from search.types import Schema

TEXT_WEIGHTS: Final = {
    "title": 80,
    "number": 80,
    "unit": 50,
    "majors": 40,
    "place": 30,
    "benefits": 20,
    "body": 10,
    "attachments": 5,
}
FACETS: Final = ("discipline", "unit", "township", "education")
NUMBERS: Final = ("headcount", "pay", "born_from", "born_to")

SCHEMA: Final = Schema(TEXT_WEIGHTS, FACETS, NUMBERS)
