"""What the templates of the notice pages ask for; the work is done in `views.public`.

Page models stand left of filters and views and cannot fetch these themselves.
"""

from django import template
from django.template import Context

from vacancies.models import Notice
from vacancies.schedule import Step, steps
from vacancies.views import public

register = template.Library()


@register.simple_tag(takes_context=True)
def notice_list(context: Context) -> public.NoticeList:
    return public.notice_list(context["request"])


@register.simple_tag(takes_context=True)
def position_table(context: Context, notice: Notice) -> public.PositionTable:
    return public.position_table(context["request"], notice)


@register.simple_tag
def notice_totals(notice: Notice) -> dict[str, int]:
    return public.notice_totals(notice)


@register.simple_tag
def notice_steps(notice: Notice) -> list[Step]:
    return steps(notice)
