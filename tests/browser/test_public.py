import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.browser.conftest import DESKTOP, PHONE, axe_findings, sideways
from tests.factories.pages import notice_page, policy_page
from tests.factories.vacancies import ConditionFactory, PositionFactory
from vacancies.enums import Hardness
from vacancies.models import NoticeChange

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def paths() -> dict[str, str]:
    """A small county with something on every public page, and the address of each."""
    notice = notice_page(
        title="澄溪县2026年下半年县属事业单位公开招聘工作人员公告",
        closes_at=timezone.now() + dt.timedelta(days=2, hours=13),
        exam_on=timezone.localdate() + dt.timedelta(days=30),
        contact="县人社局 0000-519 0121",
    )
    NoticeChange.objects.create(notice=notice, text="单位名称更正，岗位条件不变。")
    positions = [
        PositionFactory(
            notice=notice,
            title=title,
            education="本科及以上",
            education_rank=rank,
            major="物理学（0702、070201）、学科教学（物理）（045105）",
            age="1990-09-14 后",
            pay="8—11 万元/年",
        )
        for title, rank in (("高中物理教师", 3), ("副主任医师", 5))
    ]
    for hardness in (Hardness.BLOCK, Hardness.MANUAL):
        ConditionFactory(
            position=positions[0], text="具有高级中学物理教师资格证。", hardness=hardness
        )
    return {
        "home": "/",
        "notices": "/notices/",
        "nothing found": "/notices/?phase=closed",
        "notice": notice.page.url,
        "bad filter": f"{notice.page.url}?township=0",
        "print": reverse("vacancies:notice_print", args=[notice.pk]),
        "position": reverse("vacancies:position", args=[positions[0].pk]),
        "policies": "/policies/",
        "policy": policy_page(expires_on=timezone.localdate() + dt.timedelta(days=60)).url,
        "styleguide": "/styleguide/",
    }


@pytest.mark.smoke
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_pages_fit_speak_and_keep_to_the_content_policy(open_page, paths, viewport):
    for name, path in paths.items():
        page = open_page(path, viewport)
        assert sideways(page) <= 0, name
        assert page.complaints == [], name
        assert axe_findings(page) == [], name


@pytest.mark.parametrize(
    ("viewport", "mode"), [(DESKTOP, "dark"), (PHONE, "elder"), (DESKTOP, "elder")]
)
def test_pages_hold_in_the_dark_and_for_the_elderly(open_page, paths, viewport, mode):
    for name, path in paths.items():
        page = open_page(path, viewport, mode=mode)
        assert sideways(page) <= 0, name
        assert axe_findings(page) == [], name


def test_choosing_an_education_narrows_the_table_in_place(open_page, paths):
    page = open_page(paths["notice"])
    page.evaluate("window.stayed = true")
    page.get_by_label("我的学历").select_option("3")
    page.wait_for_url("**education=3**")
    page.get_by_text("看全部 2 个").wait_for()
    assert page.get_by_role("link", name="副主任医师").count() == 0
    assert page.evaluate("window.stayed") is True


def test_a_box_beside_the_list_swaps_results_and_counts(open_page, paths):
    page = open_page(paths["notices"])
    page.locator("#facets").get_by_label("报名中").uncheck()
    page.wait_for_url("**phase=upcoming**")
    page.get_by_text("没有符合条件的公告").wait_for()
    page.locator("#facets").get_by_label("报名中").check()
    page.locator("#found").get_by_role("link", name="县属事业单位").wait_for()


def test_on_a_phone_the_conditions_stand_in_a_sheet(open_page, paths):
    page = open_page(paths["notices"], PHONE)
    page.locator("details.sheet > summary").click()
    sheet = page.locator(".sheet__body")
    sheet.get_by_label("即将报名").uncheck()
    sheet.get_by_role("button", name="看结果").click()
    page.wait_for_url("**phase=open**")
    assert page.get_by_role("link", name="县属事业单位").is_visible()


def test_elder_mode_and_scheme_are_kept_by_the_browser(open_page, paths):
    page = open_page("/", PHONE)
    page.get_by_role("button", name="长者模式").click()
    page.reload()
    assert page.locator("html[data-elder]").count() == 1
    assert page.get_by_role("button", name="长者模式").get_attribute("aria-pressed") == "true"
    page.get_by_text("菜单").click()
    page.get_by_role("button", name="深色").click()
    page.reload()
    assert page.locator("html[data-theme=dark]").count() == 1


def test_the_menu_works_by_keyboard(open_page, paths):
    page = open_page("/", PHONE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    summary = page.locator("details.menu > summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="公告公示").first.is_visible()
    page.keyboard.press("Escape")
    assert page.locator("details.menu[open]").count() == 0


def test_public_pages_work_without_script(chromium, live_server, paths):
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{paths['notice']}")
    page.get_by_label("我的学历").select_option("3")
    page.locator(".pos-filter").get_by_role("button", name="筛选").click()
    assert page.get_by_role("link", name="高中物理教师").is_visible()
    assert page.get_by_role("link", name="副主任医师").count() == 0
    context.close()
