import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from office.models import Major

pytestmark = [pytest.mark.integration, pytest.mark.django_db]
HEAD = "level,category,class_code,class_name,code,name,old_name\n"


def test_code_is_unique_only_with_level_and_edition(tmp_path):
    file = tmp_path / "majors.csv"
    file.write_text(
        HEAD
        + "本科,工学,0809,计算机类,080901,计算机科学与技术,\n研究生,工学,0809,别的,080901,别的专业,旧\n"
    )
    for edition in ("2025", "2026", "2026"):
        call_command("load_catalogue", str(file), "--edition", edition)
    assert Major.objects.filter(code="080901").count() == 4
    assert Major.objects.get(code="080901", level="graduate", version="2025").old_names == "旧"


def test_unknown_level_names_the_line_and_loads_nothing(tmp_path):
    file = tmp_path / "majors.csv"
    file.write_text(HEAD + "本科,工学,0809,计算机类,080901,计算机科学与技术,\n博士后,,,,1,某,\n")
    with pytest.raises(CommandError, match="line 3"):
        call_command("load_catalogue", str(file), "--edition", "2025")
    assert not Major.objects.exists()


@pytest.mark.parametrize(
    ("name", "level", "least"),
    [("majors_bachelor_2025", "bachelor", 845), ("majors_guangdong_2026", "", 1500)],
)
def test_real_catalogues_load(name, level, least):
    file = settings.TALENT_SAMPLE_DATA / "catalogs" / f"{name}.csv"
    if not file.exists():
        pytest.skip("the real catalogues are not beside the project (TALENT_SAMPLE_DATA)")
    call_command("load_catalogue", str(file), "--edition", "2026", "--level", level)
    assert Major.objects.count() >= least
