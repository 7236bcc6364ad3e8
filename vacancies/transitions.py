"""How an application moves: states A0–A5 of domain §3.2 with the personnel office's second check.

`actors` are people.enums.Role values; "owner" is the applicant, "system" a timer.
"""

from django.utils.translation import gettext_lazy as _

from office.transitions import Machine, Transition
from people.enums import Role
from vacancies.enums import ApplicationStatus as S

OWNER, SYSTEM = "owner", "system"
UNIT = (Role.UNIT_REVIEWER, Role.DEPARTMENT)
OFFICE = (Role.PERSONNEL,)

APPLICATION = Machine(
    name="application",
    states=S,
    public={
        S.DRAFT: _("尚未提交"),
        S.SUBMITTED: _("已提交，等待初审"),
        S.IN_REVIEW: _("初审中"),
        S.RETURNED: _("退回补正，请补充后重新提交"),
        # The unit's decision is not final: the applicant reads the same line for both.
        S.UNIT_PASSED: _("初审中，待人社局复核"),
        S.UNIT_REJECTED: _("初审中，待人社局复核"),
        S.PASSED: _("初审通过"),
        S.REJECTED: _("初审不通过"),
        S.WITHDRAWN: _("已撤回"),
        S.EXPIRED: _("逾期未提交"),
    },
    transitions=(
        Transition(
            "submit", _("提交"), (S.DRAFT,), S.SUBMITTED, (OWNER,), _("提交报名"),
            public=_("您提交了报名"), effect=_("提交后内容锁定，审核人员开始审核。"),
            deadline="review_days", icon="send",
        ),
        Transition(
            "resubmit", _("补正后提交"), (S.RETURNED,), S.SUBMITTED, (OWNER,), _("补正后重新提交"),
            public=_("您补正后重新提交了报名"), effect=_("提交后内容锁定，审核人员继续审核。"),
            deadline="review_days", icon="send",
        ),
        Transition(
            "withdraw", _("撤回报名"),
            (S.DRAFT, S.SUBMITTED, S.IN_REVIEW, S.RETURNED, S.UNIT_PASSED, S.UNIT_REJECTED, S.PASSED),
            S.WITHDRAWN, (OWNER,), _("本人撤回"), public=_("您撤回了报名"),
            effect=_("撤回后这份报名作废；截止前可以另报岗位。"), icon="undo",
        ),
        Transition(
            "expire", _("逾期"), (S.DRAFT,), S.EXPIRED, (SYSTEM,), _("报名截止，草稿失效"),
            public=_("报名已截止，草稿没有提交"), icon="clock",
        ),
        Transition(
            "claim", _("领取"), (S.SUBMITTED,), S.IN_REVIEW, UNIT, _("领取审核"),
            public=_("开始初审"), effect=_("领取后 30 分钟内由您审核，他人只能查看。"), icon="hand",
        ),
        Transition(
            "unit_pass", _("通过"), (S.IN_REVIEW,), S.UNIT_PASSED, UNIT, _("单位初审通过，送复核"),
            effect=_("送人社局复核；复核后才告知本人。"), icon="check",
        ),
        Transition(
            "pass_finally", _("通过"), (S.IN_REVIEW,), S.PASSED, UNIT, _("初审通过"),
            public=_("初审通过"), effect=_("短信和站内信告知本人。"), icon="check",
        ),
        Transition(
            "unit_reject", _("不通过"), (S.IN_REVIEW,), S.UNIT_REJECTED, UNIT,
            _("单位初审不通过，送复核"), reason=True,
            effect=_("送人社局复核；复核后才告知本人。"), icon="cross",
        ),
        Transition(
            "reject_finally", _("不通过"), (S.IN_REVIEW,), S.REJECTED, UNIT, _("初审不通过"),
            public=_("初审不通过"), reason=True,
            effect=_("把原因告知本人；截止前本人可以改报。"), icon="cross",
        ),
        Transition(
            "return", _("退回补正"), (S.IN_REVIEW,), S.RETURNED, UNIT, _("退回补正"),
            public=_("退回补正"), reason=True, deadline="mend_hours",
            effect=_("一次性告知要补的内容；本人只能改列出的项。"), icon="back",
        ),
        Transition(
            "confirm_pass", _("复核通过"), (S.UNIT_PASSED,), S.PASSED, OFFICE, _("复核：同意通过"),
            public=_("初审通过"), effect=_("短信和站内信告知本人。"), icon="check",
        ),
        Transition(
            "overturn_pass", _("复核不通过"), (S.UNIT_PASSED,), S.REJECTED, OFFICE,
            _("复核：改为不通过"), public=_("初审不通过"), reason=True,
            effect=_("把原因告知本人。"), icon="cross",
        ),
        Transition(
            "confirm_reject", _("复核不通过"), (S.UNIT_REJECTED,), S.REJECTED, OFFICE,
            _("复核：同意不通过"), public=_("初审不通过"), effect=_("把原因告知本人。"), icon="cross",
        ),
        Transition(
            "overturn_reject", _("复核通过"), (S.UNIT_REJECTED,), S.PASSED, OFFICE,
            _("复核：改为通过"), public=_("初审通过"), reason=True,
            effect=_("短信和站内信告知本人。"), icon="check",
        ),
        Transition(
            "recheck_return", _("退回补正"), (S.UNIT_PASSED, S.UNIT_REJECTED), S.RETURNED, OFFICE,
            _("复核：退回补正"), public=_("退回补正"), reason=True, deadline="mend_hours",
            effect=_("一次性告知要补的内容；本人只能改列出的项。"), icon="back",
        ),
    ),
)  # fmt: skip
