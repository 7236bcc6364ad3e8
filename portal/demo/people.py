"""Staff of every role and applicants with their files. All of them are invented."""

import datetime as dt
import random

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from office.models import Unit
from people.enums import Role
from people.models import Certificate, Education, Membership, Person, User, WorkHistory
from portal.demo.signins import APPLICANTS, PASSWORD, STAFF

SURNAMES = "周许沈温方简杜裴乔程林贺顾严宋陆纪苏叶白江夏秦唐梁"
GIVEN = [
    "安禾",
    "知远",
    "若溪",
    "明澈",
    "予安",
    "清和",
    "景行",
    "望川",
    "书瑶",
    "一诺",
    "思齐",
    "云舟",
    "北辰",
    "星野",
    "南星",
    "见山",
    "初晴",
    "时雨",
    "嘉木",
    "朝阳",
    "沐言",
    "子衿",
    "怀瑾",
    "长风",
    "听雨",
    "青禾",
    "亦凡",
    "晓岚",
    "松涛",
    "月白",
]
SCHOOLS = (
    "澄江师范大学",
    "云岭医科大学",
    "西川农业大学",
    "锦屏理工学院",
    "嘉禾大学",
    "临溪职业学院",
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CROWD = 240
STAFF_PHONES, APPLICANT_PHONES = 100, 1000


def id_number(born: dt.date, serial: int) -> str:
    """A resident number of division 519901 with its check digit (GB 11643)."""
    body = f"519901{born:%Y%m%d}{serial:03d}"
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, body, strict=True))
    return body + "10X98765432"[total % 11]


def seed(today: dt.date) -> list[Person]:
    """Create whoever is missing; the applicants in fixed order, the named ones first."""
    hashed = make_password(PASSWORD)
    seed_staff(hashed)
    names = [f"citizen{n:03d}" for n in range(CROWD - len(APPLICANTS))]
    names = [username for username, _name in APPLICANTS] + names
    known = set(User.objects.filter(username__in=names).values_list("username", flat=True))
    users = [_user(name, APPLICANT_PHONES + n, hashed) for n, name in enumerate(names)]
    User.objects.bulk_create([user for user in users if user.username not in known])
    by_name = User.objects.in_bulk(names, field_name="username")
    held = set(Person.objects.filter(user__in=by_name.values()).values_list("user_id", flat=True))
    people = [_person(n, by_name[name], today) for n, name in enumerate(names)]
    fresh = [person for person in people if person.user_id not in held]
    Person.objects.bulk_create(fresh)
    _give_history([person for person in fresh if person.name], today)
    return list(Person.objects.filter(user__in=by_name.values()).order_by("user_id"))


def seed_staff(hashed: str) -> None:
    """Users with their membership and, for the content roles, Wagtail's groups."""
    for number, sign_in in enumerate(STAFF, STAFF_PHONES):
        user = User.objects.filter(username=sign_in.username).first()
        if user is None:
            user = _user(sign_in.username, number, hashed)
            user.first_name = sign_in.name
            user.is_staff = user.is_superuser = sign_in.role == Role.ADMIN
            user.save()
        unit = Unit.objects.get(name=sign_in.unit)
        Membership.objects.get_or_create(user=user, unit=unit, role=sign_in.role)
        user.groups.add(*Group.objects.filter(name__in=sign_in.groups))


def _user(username: str, number: int, hashed: str) -> User:
    # bulk_create does not call save, but BlindIndexField fills itself in pre_save either way.
    return User(
        username=username, password=hashed, phone=f"1990000{number:04d}", phone_verified=True,
        is_demo=True, date_joined=timezone.now(),
    )  # fmt: skip


def _person(number: int, user: User, today: dt.date) -> Person:
    choose = random.Random(f"person {number}")  # noqa: S311 the same county on every machine
    if number < len(APPLICANTS):
        name = APPLICANTS[number][1]
        if not name:
            return Person(user=user)
    else:
        name = choose.choice(SURNAMES) + choose.choice(GIVEN)
    born = dt.date(
        today.year - choose.randint(22, 36), choose.randint(1, 12), choose.randint(1, 28)
    )
    male = choose.random() < 0.5  # noqa: PLR2004
    serial = (number * 2 + male) % 1000
    return Person(
        user=user, name=name, id_number=id_number(born, serial), birth_date=born,
        sex="1" if male else "2", political_status=choose.choice(("01", "03", "13")),
        native_place="澄溪县", household_place=f"澄溪县{choose.choice(('城关镇', '石桥镇', '柳溪镇'))}",
        student_origin="澄溪县", address=f"澄溪县城关镇人民路{number + 1}号",
        email=f"{user.username}@chengxi.example",
    )  # fmt: skip


def _give_history(people: list[Person], today: dt.date) -> None:
    educations, works, certificates = [], [], []
    for person in people:
        choose = random.Random(f"history {person.user.username}")  # noqa: S311
        level, degree = choose.choice((("21", "404"), ("21", "410"), ("14", "308"), ("31", "")))
        ended = dt.date(min(person.birth_date.year + 22, today.year), 6, 30)
        educations.append(Education(
            person=person, level=level, degree=degree, school=choose.choice(SCHOOLS),
            major_name=choose.choice(("汉语言文学", "临床医学", "数学与应用数学", "农学", "护理学")),
            started_on=dt.date(ended.year - 4, 9, 1), ended_on=ended,
            diploma_no=f"99{ended.year}05{person.pk:06d}",
        ))  # fmt: skip
        if ended < today - dt.timedelta(days=500):
            works.append(WorkHistory(
                person=person, unit_name=choose.choice(("云岭镇中心学校", "嘉禾社区医院", "临溪农场")),
                post="专业技术人员", started_on=ended + dt.timedelta(days=62),
                is_grass_roots=choose.random() < 0.3,  # noqa: PLR2004
            ))  # fmt: skip
        certificates.append(Certificate(
            person=person, name=choose.choice(("高级中学教师资格证", "护士执业证书", "执业医师资格证")),
            number=f"CX{person.pk:010d}", issued_on=ended,
        ))  # fmt: skip
    Education.objects.bulk_create(educations)
    WorkHistory.objects.bulk_create(works)
    Certificate.objects.bulk_create(certificates)
