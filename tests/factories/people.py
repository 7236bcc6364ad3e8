import datetime as dt

import factory
from factory.django import DjangoModelFactory

from people.enums import Role
from people.models import Membership, Person, User
from tests.factories.office import UnitFactory


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    password = factory.django.Password("澄溪-demo-2026")
    phone = factory.Sequence(lambda n: f"1990000{n:04d}")
    phone_verified = True


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    user = factory.SubFactory(UserFactory)
    name = "周小满"
    birth_date = dt.date(1999, 6, 15)


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    unit = factory.SubFactory(UnitFactory)
    role = Role.UNIT_REVIEWER
