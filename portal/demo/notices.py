"""Three notices with 120, 25 and 18 positions: open, closed and decided, under review."""

import datetime as dt
import random
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from office.models import Discipline, Township, Unit
from portal.demo.jobs import EDUCATION, PAY, POSTS, Post
from vacancies.enums import ConditionKind, NoticeKind
from vacancies.models import Condition, Notice, NoticeIndexPage, NoticePage, Position

CONDITION_COLUMNS = (
    (ConditionKind.SCOPE, "scope"), (ConditionKind.EDUCATION, "education"),
    (ConditionKind.DEGREE, "degree"), (ConditionKind.MAJOR, "major"), (ConditionKind.AGE, "age"),
    (ConditionKind.TITLE, "title_required"), (ConditionKind.OTHER, "other"),
)  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """A notice: days are counted from the day of seeding; `discipline` '' takes every post."""

    slug: str
    title: str
    kind: NoticeKind
    prefix: str
    positions: int
    discipline: str
    published: int
    opens: int
    closes: int
    exam: int


OPEN = Plan("open-exam", "澄溪县{year}年下半年公开考试招聘事业单位工作人员公告",
            NoticeKind.OPEN_EXAM, "2609", 120, "", -7, -2, 6, 32)  # fmt: skip
CLOSED = Plan("health-assessment", "澄溪县{year}年卫生健康系统考核招聘专业技术人员公告",
              NoticeKind.ASSESSMENT, "2606", 25, "health", -60, -53, -46, -20)  # fmt: skip
REVIEWING = Plan("teachers", "澄溪县{year}年引进急需紧缺教师公告",
                 NoticeKind.SHORTAGE, "2608", 18, "education", -16, -9, -1, 14)  # fmt: skip
PLANS = (OPEN, CLOSED, REVIEWING)


def seed(index: NoticeIndexPage, today: dt.date) -> dict[str, Notice]:
    """Create what is missing and move an open notice whose window has passed; by slug."""
    return {plan.slug: _notice(plan, index, today) for plan in PLANS}


def midnight(today: dt.date, days: int) -> dt.datetime:
    """00:00 in Shanghai, `days` after the day of seeding."""
    day = today + dt.timedelta(days=days)
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def _notice(plan: Plan, index: NoticeIndexPage, today: dt.date) -> Notice:
    page = NoticePage.objects.filter(slug=plan.slug).first() or _page(plan, index, today)
    if plan is OPEN and page.closes_at <= timezone.now():
        page.opens_at, page.closes_at = midnight(today, plan.opens), midnight(today, plan.closes)
        page.save_revision().publish()
    notice = page.keep_notice()
    _add_positions(plan, notice)
    return notice


def _page(plan: Plan, index: NoticeIndexPage, today: dt.date) -> NoticePage:
    page = NoticePage(
        title=plan.title.format(year=today.year), slug=plan.slug, kind=plan.kind,
        unit=Unit.objects.get(name="澄溪县人力资源和社会保障局"),
        document_number=f"澄溪人社发〔{today.year}〕{PLANS.index(plan) + 11}号",
        first_published_at=midnight(today, plan.published) + dt.timedelta(hours=9),
        opens_at=midnight(today, plan.opens) + dt.timedelta(hours=9),
        closes_at=midnight(today, plan.closes), exam_on=today + dt.timedelta(days=plan.exam),
        graduation_deadline=dt.date(today.year, 7, 31),
        age_anchor=today + dt.timedelta(days=plan.opens),
        intro="根据全县事业单位人员需求，经县委、县政府同意，现面向社会公开招聘工作人员。",
        body="<h2>一、招聘原则</h2><p>坚持公开、平等、竞争、择优。</p><h2>二、报考条件</h2>"
             "<p>具有中华人民共和国国籍，遵守宪法和法律，具备岗位所需的学历、专业和资格条件，"
             "身体条件适应岗位要求。具体条件见岗位表。</p><h2>三、资格审查</h2>"
             "<p>资格审查贯穿招聘全过程。用人单位初审，县人力资源和社会保障局复核。</p>",
        how_to_apply="在本网站注册并填写个人档案，选择一个岗位在线报名。不收取报名费。",
        exam="笔试和面试相结合。笔试科目为《综合知识》，面试采用结构化面试或试讲。",
        pay="按国家和省事业单位工资制度执行，缴纳社会保险和住房公积金，符合条件的享受引才补贴。",
        contact="0990-0000012（县人社局事业单位人事管理股）", supervision_phone="0990-0000388",
    )  # fmt: skip
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def _add_positions(plan: Plan, notice: Notice) -> None:
    held = set(notice.positions.values_list("key", flat=True))
    rows = [position for position in _positions(plan, notice) if position.key not in held]
    Position.objects.bulk_create(rows)
    Condition.objects.bulk_create(
        Condition(position=position, order=order, kind=kind, text=text)
        for position in rows
        for order, (kind, column) in enumerate(CONDITION_COLUMNS)
        if (text := getattr(position, column)) and text != "不限"
    )


def _positions(plan: Plan, notice: Notice) -> list[Position]:
    posts = [post for post in POSTS if plan.discipline in ("", post.discipline)]
    units = {unit.name: unit for unit in Unit.objects.select_related("parent", "township")}
    fields = {row.code: row for row in Discipline.objects.all()}
    townships = list(Township.objects.all())
    rows = []
    for number in range(plan.positions):
        row = _position(plan, notice, number, posts[number % len(posts)], units, fields)
        if number >= len(posts):
            row.title += "（二）"
            row.township = townships[number % len(townships)]
            row.place = row.township.name
        rows.append(row)
    return rows


def _position(
    plan: Plan, notice: Notice, number: int, post: Post, units: dict, fields: dict
) -> Position:
    choose = random.Random(f"{plan.slug} {number}")  # noqa: S311 the same county on every machine
    unit, age = units[post.unit], choose.choice((35, 35, 40))
    anchor = notice.age_anchor
    key = f"{plan.prefix}{number + 1:04d}"
    return Position(
        notice=notice, key=key, code=key, order=number + 1, title=post.title,
        unit=unit, unit_name=unit.name, department_name=unit.parent.name,
        unit_nature="财政全额拨款事业单位", grade=choose.choice(("专业技术十二级", "专业技术十三级")),
        headcount=choose.choice((1, 1, 1, 2, 2, 3)), opening_ratio=Decimal(choose.choice((2, 3))),
        opening_ratio_text="3:1", discipline=fields[post.discipline], township=unit.township,
        place=unit.township.name, pay=PAY[post.rank], duties=f"从事{post.title}岗位工作。",
        scope=choose.choice(("不限", "不限", "澄溪县户籍或生源")), education=EDUCATION[post.rank],
        education_rank=min(post.rank, 3), degree="" if post.rank == 2 else "学士及以上",  # noqa: PLR2004
        major=post.major, age=f"{age}周岁及以下",
        birth_from=anchor.replace(year=anchor.year - age - 1, day=min(anchor.day, 28)),
        title_required=post.licence, written_weight=Decimal(50), interview_weight=Decimal(50),
        exam_subjects="综合知识", interview_form="结构化面试", service_years="5年",
        contact=f"{unit.short_name} {unit.phone}",
    )  # fmt: skip
