"""Factories: no surprises, every required field, traits per state."""

from tests.factories.office import DisciplineFactory, TownshipFactory, UnitFactory
from tests.factories.people import MembershipFactory, PersonFactory, UserFactory
from tests.factories.vacancies import (
    ApplicationFactory,
    ConditionFactory,
    NoticeFactory,
    PositionFactory,
)

__all__ = [
    "ApplicationFactory",
    "ConditionFactory",
    "DisciplineFactory",
    "MembershipFactory",
    "NoticeFactory",
    "PersonFactory",
    "PositionFactory",
    "TownshipFactory",
    "UnitFactory",
    "UserFactory",
]
