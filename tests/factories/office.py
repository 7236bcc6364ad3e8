import factory
from factory.django import DjangoModelFactory

from office.enums import UnitKind
from office.models import Discipline, Township, Unit


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"第{n}中心小学")
    kind = UnitKind.INSTITUTION
    is_hiring = True


class TownshipFactory(DjangoModelFactory):
    class Meta:
        model = Township

    code = factory.Sequence(lambda n: f"519901{n:03d}")
    name = factory.Sequence(lambda n: f"第{n}镇")


class DisciplineFactory(DjangoModelFactory):
    class Meta:
        model = Discipline
        django_get_or_create = ("code",)

    code = "education"
    name = "教育"
