import datetime as dt
from decimal import Decimal

import pytest

from vacancies.importing import values as read
from vacancies.importing.problems import Severity

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2),
        ("２", 2),
        ("2人", 2),
        ("两名", 2),
        ("二", 2),
        ("十二", 12),
        ("二十", 20),
        ("2.0", 2),
        ("共3人", 3),
        (" 1 ", 1),
    ],
)
def test_headcount_reads_what_people_write(text, number):
    assert read.headcount(text) == (number, None)


@pytest.mark.parametrize("text", ["", "若干", "1+1", "1-2", "1.5", "约", "10000", "不限"])
def test_headcount_that_cannot_be_read_is_an_error(text):
    number, remark = read.headcount(text)
    assert (number, remark.severity) == (None, Severity.ERROR)


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("2人（男1女1）", 2)])
def test_headcount_that_needs_a_look_is_read_with_a_warning(text, number):
    found, remark = read.headcount(text)
    assert (found, remark.severity) == (number, Severity.WARNING)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3:1", "3.00"), ("1:3", "3.00"), ("1：3", "3.00"), ("1∶3", "3.00"), ("3︰1", "3.00"), ("3比1", "3.00"),
        ("三比一", "3.00"), ("不低于1：2", "2.00"), ("1:2.5", "2.50"), ("1:1", "1.00"),
    ],
)  # fmt: skip
def test_ratio_is_applicants_per_post_whichever_way_it_is_written(text, value):
    assert read.ratio(text) == (Decimal(value), None)


@pytest.mark.parametrize(
    "text", ["不设开考比例", "不限", "", "-", "见公告", "详见公告", "无", "直接考核"]
)
def test_ratio_that_is_not_set_is_none_without_remark(text):
    assert read.ratio(text) == (None, None)


@pytest.mark.parametrize("text", ["适当", "3", "0:1", "1:5000"])
def test_ratio_that_cannot_be_read_is_a_warning(text):
    value, remark = read.ratio(text)
    assert (value, remark.severity) == (None, Severity.WARNING)


def test_from_clock_restores_a_ratio_taken_for_a_time():
    assert read.from_clock("3:01") == "3:1"
    assert read.from_clock("1:03") == "1:3"


@pytest.mark.parametrize(
    ("text", "value"), [("40%", 40), ("40", 40), ("0.4", 40), ("笔试40%", 40), ("33.33%", "33.33")]
)
def test_share_reads_percent(text, value):
    assert read.share(text) == (Decimal(value).quantize(Decimal("0.01")), None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("4:6", 40),
        ("40：60", 40),
        ("笔试40%、面试60%", 40),
        ("面试50%，笔试50%", 50),
        ("面试60%，笔试40%", 40),
    ],
)
def test_shares_reads_both_parts(text, written):
    assert read.shares(text)[0] == (Decimal(written), Decimal(100 - written))


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("本科及以上", 3),
        ("仅限博士研究生", 5),
        ("硕士研究生及以上", 4),
        ("大专、本科", 2),
        ("中专及以上", 1),
        ("不限", 0),
        ("研究生", 4),
    ],
)
def test_education_rank_is_the_lowest_level_admitted(text, rank):
    assert read.education_rank(text) == rank


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("35周岁以下（1990年9月14日以后出生）", dt.date(1990, 9, 14), None),
        ("1985-09-14后", dt.date(1985, 9, 14), None),
        ("1990-09-14 至 2008-09-18", dt.date(1990, 9, 14), dt.date(2008, 9, 18)),
        ("2008年9月18日（含）以前出生", None, dt.date(2008, 9, 18)),
        ("35周岁以下", None, None),
        ("详见公告", None, None),
        ("1994年11月至2007年11月期间出生", None, None),
    ],
)
def test_birth_window_is_taken_only_from_whole_dates(text, first, last):
    assert read.birth_window(text) == ((first, last), None)


def test_birth_window_refuses_a_mere_preference():
    assert read.birth_window("35岁以下优先")[1].severity is Severity.ERROR


def test_birth_window_names_a_date_that_does_not_exist():
    assert "2月30日" in read.birth_window("1990年2月30日以后出生")[1].reason


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("本科：法学（0301）；研究生：法学", {"bachelor": "法学（0301）", "graduate": "法学"}),
        ("研究生:0702,045105;本科:070201", {"graduate": "0702,045105", "bachelor": "070201"}),
        ("本科：a\n硕士研究生：b\n大专：c", {"bachelor": "a", "graduate": "b", "college": "c"}),
        ("法学类、公安学类", {}),
        ("以下专业：本科：a", {}),
    ],
)
def test_split_majors_by_level(text, parts):
    assert read.split_majors(text) == parts


def test_sentences_are_single_demands():
    text = "1.英语六级成绩425分及以上；\n2.中共党员；3、须2.5年以上经历。限应届"
    assert read.sentences(text) == [
        "英语六级成绩425分及以上",
        "中共党员",
        "须2.5年以上经历",
        "限应届",
    ]
