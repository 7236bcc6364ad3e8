import pytest
from django.core.management import call_command

from office import catalogues
from office.enums import Catalogue
from office.models import CatalogueEntry, Discipline

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def test_load_twice_holds_each_code_once():
    catalogues.load()
    before = CatalogueEntry.objects.count()
    call_command("load_catalogues")
    assert CatalogueEntry.objects.count() == before
    assert Discipline.objects.count() == 10


def test_only_completed_courses_carry_a_rank():
    catalogues.load()
    entries = CatalogueEntry.objects.filter(catalogue=Catalogue.EDUCATION)
    assert entries.get(code="21").rank == 3
    assert not entries.filter(label__contains="肄业", rank__gt=0).exists()
    assert not entries.filter(label__contains="结业", rank__gt=0).exists()
