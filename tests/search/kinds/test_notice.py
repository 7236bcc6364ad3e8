import pytest
from django.utils import timezone
from wagtail.models import Page

from search.registry import kinds
from tests.factories.office import UnitFactory
from vacancies.models import NoticeIndexPage, NoticePage

pytestmark = pytest.mark.search


def test_notice_is_found_by_its_page_text(db) -> None:
    index = Page.objects.get(depth=1).add_child(
        instance=NoticeIndexPage(title="公告", slug="notices-test")
    )
    page = index.add_child(
        instance=NoticePage(
            title="公开招聘教师公告",
            slug="n1",
            unit=UnitFactory(name="县教体局"),
            intro="我县",
            body="<p>笔试<b>考点</b></p>",
            document_number="澄溪人社发〔2026〕8号",
            opens_at=timezone.now(),
        )
    )
    made = kinds()["notice"].build(page.keep_notice())
    assert made.texts["title"] == "公开招聘教师公告"
    assert made.texts["unit"] == "县教体局"
    assert "笔试考点" in made.texts["body"]
    assert made.texts["number"] == "澄溪人社发〔2026〕8号"
