"""Who can sign in to the demo, and as what."""

from dataclasses import dataclass

from people.enums import Role

PASSWORD = "chengxi-demo-2026"  # noqa: S105 known on purpose; production refuses users marked is_demo


@dataclass(frozen=True)
class SignIn:
    """A member of staff: user name, name, role, unit; `groups` are Wagtail's."""

    username: str
    name: str
    role: Role
    unit: str
    groups: tuple[str, ...] = ()


STAFF = (
    SignIn("editor", "温书言", Role.EDITOR, "澄溪县人力资源和社会保障局", ("Editors",)),
    SignIn(
        "checker", "纪知微", Role.EDITOR_REVIEWER, "澄溪县人力资源和社会保障局", ("Moderators",)
    ),
    SignIn("leader", "陆承安", Role.LEADER, "澄溪县人力资源和社会保障局", ("Moderators",)),
    SignIn("reviewer", "方砚", Role.UNIT_REVIEWER, "澄溪县高级中学"),
    SignIn("reviewer2", "简宁", Role.UNIT_REVIEWER, "澄溪县高级中学"),
    SignIn("hospital", "杜若衡", Role.UNIT_REVIEWER, "澄溪县人民医院"),
    SignIn("department", "裴远山", Role.DEPARTMENT, "澄溪县教育和体育局"),
    SignIn("personnel", "沈听澜", Role.PERSONNEL, "澄溪县人力资源和社会保障局"),
    SignIn("personnel2", "乔以宁", Role.PERSONNEL, "澄溪县人力资源和社会保障局"),
    SignIn("talent", "程望舒", Role.TALENT_OFFICE, "中共澄溪县委人才工作领导小组办公室"),
    SignIn("service", "林见清", Role.SERVICE_OFFICER, "中共澄溪县委人才工作领导小组办公室"),
    SignIn("partner", "贺知秋", Role.PARTNER, "澄溪县卫生健康局"),
    SignIn("township", "顾长河", Role.TOWNSHIP, "青岗乡人民政府"),
    SignIn("supervisor", "严正则", Role.SUPERVISOR, "中共澄溪县纪律检查委员会"),
    SignIn("admin", "宋执一", Role.ADMIN, "中共澄溪县委人才工作领导小组办公室", ("Moderators",)),
)
# The first applicant has a returned application to mend, the second a full file and none,
# the third nothing yet.
APPLICANTS = (("applicant", "周小满"), ("applicant2", "许知夏"), ("newcomer", ""))

DOORS = (
    ("/", "公开网站"), ("/search/", "检索"), ("/notices/", "招聘公告"), ("/policies/", "政策"),
    ("/my/", "个人空间"), ("/work/", "工作台"), ("/cms/", "内容管理"), ("/styleguide/", "样式手册"),
)  # fmt: skip
