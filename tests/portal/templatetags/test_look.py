import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from portal.templatetags import look

pytestmark = pytest.mark.unit
SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=SHANGHAI)


def render(text: str, path: str = "/", **context) -> str:
    request = RequestFactory().get(path)
    return Template(text).render(Context(context | {"request": request}))


def test_a_close_at_midnight_reads_as_24_of_the_day_before(frozen):
    assert look.moment(at(2026, 9, 19)) == "9月18日（周五）24:00"


def test_a_start_at_midnight_keeps_its_own_day(frozen):
    assert look.moment(at(2026, 9, 19), "start") == "9月19日（周六）0:00"


def test_a_moment_is_told_in_shanghai_whatever_zone_it_came_in(frozen):
    assert look.moment(dt.datetime(2026, 9, 18, 10, 0, tzinfo=dt.UTC)) == "9月18日（周五）18:00"


def test_a_close_at_new_year_carries_the_year_of_the_day_it_shows(frozen):
    assert look.moment(at(2027, 1, 1)) == "12月31日（周四）24:00"
    assert look.moment(at(2027, 1, 2)) == "2027年1月1日（周五）24:00"


def test_moments_in_english_follow_the_english_form(frozen):
    with override("en"):
        assert look.moment(at(2026, 9, 19)).startswith("18 Sep 2026 (")
        assert look.moment(at(2026, 9, 19)).endswith(", 24:00")


def test_nothing_has_no_moment():
    assert look.moment(None) == look.day(None) == look.machine(None) == look.weekday(None) == ""


def test_the_machine_form_keeps_the_next_day_at_zero():
    assert look.machine(at(2026, 9, 19)) == "2026-09-19T00:00"
    assert look.machine(dt.date(2026, 9, 18)) == "2026-09-18"


@pytest.mark.parametrize(
    ("close", "said", "kind"),
    [
        (at(2026, 10, 30, 18), "39 天", "far"),
        (at(2026, 9, 24, 10, 25), "3 天", "far"),
        (at(2026, 9, 24, 10, 24), "3 天", "soon"),
        (at(2026, 9, 22, 10, 24), "1 天", "hot"),
        (at(2026, 9, 21, 23, 30), "13 小时", "hot"),
        (at(2026, 9, 21, 10, 44), "20 分钟", "hot"),
        (at(2026, 9, 21, 10, 24, 1), "1 分钟", "hot"),
        (at(2026, 9, 21, 10, 24), "", "over"),
    ],
)
def test_the_distance_to_a_close(frozen, close, said, kind):
    assert look.left(close) == said
    assert look.left_kind(close) == kind


def test_amounts_in_sentences_and_in_tables():
    assert look.wan(60_000) == "6 万元"
    assert look.wan(Decimal(135600)) == "13.56 万元"
    assert look.wan(1_500) == "1,500 元"
    assert look.money(Decimal(24000)) == "24,000.00"
    assert look.money(None) == look.wan(None) == look.thousands(None) == look.dash("") == "–"
    assert look.dash(0) == 0


def test_titles_break_at_joints_and_stay_escaped():
    title = look.breakable("澄溪县2026年下半年县属事业单位公开招聘工作人员公告")
    assert title == "澄溪县2026年下半年<wbr>县属事业单位<wbr>公开招聘<wbr>工作人员公告"
    assert "<script>" not in look.breakable("<script>（试行）")


def test_an_icon_is_decoration_from_the_right_sprite():
    assert "icons/icons.svg#clock" in look.icon("clock")
    assert "icons/icons-work.svg#w-seal" in look.icon("w-seal")
    assert 'aria-hidden="true"' in look.icon("clock")


def test_structured_data_cannot_end_its_script_element():
    markup = look.jsonld({"title": "</script><script>alert(1)</script>"})
    assert markup.count("</script>") == 1


class Sample(forms.Form):
    phone = forms.CharField(label="手机号", help_text="接收通知")
    way = forms.ChoiceField(
        label="方式", choices=[("a", "甲"), ("b", "乙")], widget=forms.RadioSelect
    )
    truth = forms.BooleanField(label="属实")
    note = forms.CharField(label="说明", required=False, widget=forms.Textarea)


def test_a_field_links_hint_and_error_to_its_control():
    field = Sample({"phone": ""})["phone"].as_field_group()
    assert 'aria-describedby="id_phone_helptext id_phone_error"' in field
    assert 'id="id_phone_helptext"' in field
    assert 'id="id_phone_error"' in field
    assert 'class="input"' in field
    assert field.index("手机号") < field.index("接收通知") < field.index("<input")


def test_optional_is_marked_and_required_is_not():
    assert "可选" in Sample()["note"].as_field_group()
    assert "可选" not in Sample()["phone"].as_field_group()


def test_several_choices_stand_in_a_fieldset_with_its_own_name():
    field = Sample()["way"].as_field_group()
    assert "<fieldset" in field
    assert "<legend" in field
    assert field.count('class="choice"') == 2


def test_the_error_summary_says_what_the_fields_say_in_their_order():
    markup = render('{% include "components/error_summary.html" with form=form %}', form=Sample({}))
    assert markup.index("#id_phone") < markup.index("#id_way") < markup.index("#id_truth")
    assert "有 3 处要改" in markup


def test_a_form_without_errors_has_no_summary():
    form = Sample({"phone": "1", "way": "a", "truth": "on"})
    assert "error-summary" not in render('{% include "components/error_summary.html" %}', form=form)


def test_the_pager_keeps_the_query_and_drops_page_one():
    page = Paginator(range(100), 20).page(2)
    markup = render('{% include "components/pager.html" %}', "/?q=教师&page=2", page=page)
    assert 'href="?q=%E6%95%99%E5%B8%88"' in markup
    assert 'href="?q=%E6%95%99%E5%B8%88&amp;page=3"' in markup
    assert 'aria-current="page">2<' in markup


def test_one_page_needs_no_pager():
    page = Paginator(range(3), 20).page(1)
    assert "pager" not in render('{% include "components/pager.html" %}', page=page)


@pytest.mark.parametrize(("path", "door"), [("/", "首页"), ("/notices/n1/", "公告公示")])
def test_the_door_one_stands_behind_is_marked(path, door):
    marked = render(
        "{% doors as all %}{% for one in all %}{% if one.is_current %}{{ one.label }}{% endif %}{% endfor %}",
        path,
    )
    assert marked == door
