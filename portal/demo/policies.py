"""Twelve policies: most in force, some ended by date or repealed, one replaced by another."""

import datetime as dt
from dataclasses import dataclass

from office.models import Unit
from policies.enums import PolicyStatus
from policies.models import PolicyIndexPage, PolicyPage

OFFICE, LABOUR = "中共澄溪县委人才工作领导小组办公室", "澄溪县人力资源和社会保障局"
SCHOOLS, HEALTH = "澄溪县教育和体育局", "澄溪县卫生健康局"
FARMING, HOUSING = "澄溪县农业农村局", "澄溪县住房和城乡建设局"
F, R, T = PolicyStatus.IN_FORCE, PolicyStatus.REPEALED, PolicyStatus.TRIAL


@dataclass(frozen=True)
class Plan:
    """A policy; `published` and `expires` are days from the day of seeding (None: no end)."""

    slug: str
    title: str
    unit: str
    published: int
    expires: int | None
    status: PolicyStatus
    summary: str
    clauses: str


PLANS = (
    Plan("twelve-measures", "澄溪县引才留才十二条（试行）", OFFICE, -260, 830, T,
         "安家补贴2万元至30万元，分三次发放；生活补贴、人才公寓和家属服务一并办理。",
         "面向全职引进人才，按A至F类给予安家补贴，其中E类6万元。|D类每月3000元、E类每月1500元、F类每月500元生活补贴，发放36个月。|人才公寓租期不超过3年；未入住的按每月600元发放租房补贴。|本办法由县委人才办解释。"),
    Plan("measures-old", "澄溪县引进人才暂行办法", OFFICE, -1500, None, R,
         "已被《澄溪县引才留才十二条（试行）》替代。", "引进硕士研究生给予一次性安家费3万元。|服务期五年。"),
    Plan("apartments", "澄溪县人才公寓管理办法", HOUSING, -400, 700, F,
         "在县城无自有住房的引进人才可申请，租期不超过3年。", "申请人在县城无自有住房，且未享受购房补贴。|租金由个人、单位、县财政各承担三分之一。|退租应提前30日告知。"),
    Plan("schooling", "澄溪县引进人才子女入学实施细则", SCHOOLS, -300, 430, F,
         "引进人才子女每学段可申请一次，每年7月集中办理。", "持有效人才证的，子女按居住地或单位所在地统筹安排。|每年7月1日至31日受理申请。"),
    Plan("medical", "澄溪县人才医疗保障服务办法", HEALTH, -500, None, F,
         "每年一次体检，就医有专人引导。", "D类以上人才每年体检标准1000元。|人才本人及直系亲属凭人才卡优先挂号。"),
    Plan("titles-grassroots", "澄溪县基层卫生人才职称评聘办法", HEALTH, -220, 510, F,
         "在乡镇卫生院连续工作满十年可申报基层高级职称。", "对长期在基层工作的卫生专业技术人员实行单独评审。|取得的职称在县域内有效。"),
    Plan("local-experts", "澄溪县乡土人才评选管理办法", FARMING, -180, 900, F,
         "不限学历和身份，会干、能带就能评。", "评选面向种植、养殖、加工、手工艺人员。|每届任期3年，每月津贴100元，授课每学时100元。"),
    Plan("returning", "澄溪县在外人才回引若干措施", OFFICE, -120, 600, F,
         "返乡创业给予1万元一次性补助和贷款贴息。", "建立在外人才台账，实行一对一联系。|返乡创办企业稳定经营一年的，给予1万元补助。"),
    Plan("startup-loan", "澄溪县人才创业担保贷款贴息办法", LABOUR, -800, -40, F,
         "个人最高20万元，贴息两年。", "符合条件的创业人才可申请最高20万元担保贷款。|贴息期不超过两年。"),
    Plan("graduates", "澄溪县高校毕业生到基层工作补贴办法", LABOUR, -900, -100, PolicyStatus.EXPIRED,
         "到乡镇工作的毕业生每月补贴300元。", "毕业两年内到乡镇事业单位工作的，每月补贴300元。|补贴期三年。"),
    Plan("spouse", "澄溪县引进人才配偶就业服务办法", LABOUR, -150, 650, F,
         "三十个工作日内推荐不少于三个岗位。", "配偶就业坚持同类对口、双向选择。|推荐三次未就业的，发放一年生活补助。"),
    Plan("night-school", "澄溪县农民夜校和人才培训管理办法", OFFICE, -90, None, F,
         "按需点课，实名签到，学时八成以上发证。", "培训课程由村民点单产生。|实际出勤达到八成的发给结业证书。"),
)  # fmt: skip


def seed(index: PolicyIndexPage, today: dt.date) -> None:
    """Create the policies that are missing, then tie the old measures to the new ones."""
    held = set(PolicyPage.objects.values_list("slug", flat=True))
    for number, plan in enumerate(PLANS, 1):
        if plan.slug not in held:
            _create(plan, number, index, today)
    old = PolicyPage.objects.get(slug="measures-old")
    if old.replaced_by_id is None:
        old.replaced_by = PolicyPage.objects.get(slug="twelve-measures")
        old.save_revision().publish()


def _create(plan: Plan, number: int, index: PolicyIndexPage, today: dt.date) -> None:
    published = today + dt.timedelta(days=plan.published)
    clauses = plan.clauses.split("|")
    page = PolicyPage(
        title=plan.title, slug=plan.slug, status=plan.status, summary=plan.summary,
        document_number=f"澄溪委人才〔{published.year}〕{number}号",
        signed_on=published - dt.timedelta(days=5), published_on=published,
        effective_on=published + dt.timedelta(days=1),
        expires_on=None if plan.expires is None else today + dt.timedelta(days=plan.expires),
        body="".join(f"<p>第{'一二三四五六'[n]}条 {text}</p>" for n, text in enumerate(clauses)),
        contact=f"{plan.unit} 0990-0000{number:03d}",
    )  # fmt: skip
    page.units = [Unit.objects.get(name=plan.unit)]
    index.add_child(instance=page)
    page.save_revision().publish()
