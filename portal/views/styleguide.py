"""/styleguide/: every token and component on one page, for those who build and judge pages.

Only under DEBUG or DEMO; its sample texts are not part of the interface and stay untranslated.
"""

import datetime as dt
import re

from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

SECTIONS = [
    ("colour", "颜色"), ("type", "文字"), ("icons", "图标"), ("buttons", "按钮与链接"),
    ("fields", "表单"), ("search", "搜索"), ("status", "状态与时间"), ("messages", "提示与横幅"),
    ("empty", "空、错"), ("data", "数据"), ("nav", "导航与内容"), ("second", "成组的部件"),
    ("overlay", "弹层与进度"), ("charts", "图表"),
]  # fmt: skip
RAMP = (50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950)
BADGES = [
    ("", "edit", "草稿"), ("warn", "alert", "尚未提交"), ("info", "clock", "初审中"),
    ("warn", "refresh", "退回补正"), ("ok", "check", "初审通过"), ("bad", "x-circle", "初审不通过"),
    ("info", "eye", "公示中"), ("ok", "flag", "拟聘用"), ("accent", "award", "县级 · 高级"),
]  # fmt: skip


class SampleForm(forms.Form):
    """One field of each shape; bound to wrong data, so that the errors show."""

    phone = forms.CharField(
        label="手机号",
        help_text="用于接收考试通知",
        widget=forms.TextInput({"class": "input--num"}),
    )
    graduated = forms.DateField(label="毕业时间", help_text="例如 2026-07-01")
    education = forms.ChoiceField(
        label="最高学历", choices=[("master", "硕士研究生"), ("bachelor", "本科")]
    )
    note = forms.CharField(label="补充说明", required=False, widget=forms.Textarea({"rows": 4}))
    contact = forms.MultipleChoiceField(
        label="希望怎样联系你",
        choices=[("sms", "短信"), ("site", "站内信")],
        widget=forms.CheckboxSelectMultiple,
    )
    truth = forms.BooleanField(label="以上内容真实")


def icon_names() -> list[str]:
    """Names of all drawings of both sprites."""
    names = []
    for sprite in ("icons/icons.svg", "icons/icons-work.svg"):
        with open(finders.find(sprite), encoding="utf-8") as source:
            names += re.findall(r'<symbol id="([^"]+)"', source.read())
    return names


def styleguide(request: HttpRequest) -> HttpResponse:
    """All components with sample data; 404 outside DEBUG and DEMO."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    now = timezone.now()
    days = [dt.timedelta(days=n) for n in (44, 2, 0, -3)]
    context = {
        "sections": [(name, label, f"portal/styleguide/{name}.html") for name, label in SECTIONS],
        "ramp": RAMP,
        "icons": icon_names(),
        "badges": BADGES,
        "form": SampleForm(
            {"phone": "199-0000-0417", "graduated": "2026-13-01", "contact": ["sms"]}
        ),
        "deadlines": [now + day + dt.timedelta(hours=5) for day in days],
        "timeline": [
            {"state": "done", "at": now - days[1], "title": "已提交"},
            {
                "state": "now",
                "at": now,
                "until": now + days[1],
                "title": "初审中",
                "note": "由县教体局审核",
            },
            {"state": "wait", "term": "等待你", "title": "补充材料"},
            {"state": "bad", "at": now.date(), "title": "初审不通过：专业不符"},
            {"state": "", "at": (now + days[0]).date(), "title": "笔试"},
        ],
        "steps": [
            {"state": "done", "label": "基本信息与照片", "url": "#fields"},
            {"state": "done", "label": "学历与经历", "url": "#fields"},
            {"state": "now", "label": "逐条作答"},
            {"state": "", "label": "材料"},
            {"state": "", "label": "预览并提交"},
        ],
        "page": Paginator(range(200), 20).page(4),
    }
    return render(request, "portal/styleguide.html", context)
