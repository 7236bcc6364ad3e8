"""What recruitment tells people, in its words."""

from django.utils.translation import gettext as _

from office.messages import tell
from vacancies.models import Application, PositionImport
from vacancies.transitions import APPLICATION


def import_finished(item: PositionImport, link: str) -> None:
    """Tell the one who started an import how it ended."""
    counts = {
        name: item.report.get(name, 0) for name in ("created", "updated", "unchanged", "refused")
    }
    tell(
        item.owner,
        kind="import",
        subject=_("岗位表已导入：%(file)s") % {"file": item.file_name},
        body=_("新增 %(created)d，更新 %(updated)d，不变 %(unchanged)d，没有导入 %(refused)d 行。")
        % counts,
        link=link,
        key=f"import-{item.pk}",
    )


def application_submitted(application: Application) -> None:
    """The receipt number; the SMS says nothing more."""
    tell(
        application.person.user,
        kind="application",
        subject=_("报名已提交：%(number)s") % {"number": application.number},
        body=_("您报名的“%(position)s”已提交，等待初审。") % {"position": application.position},
        link=f"/my/applications/{application.number}/",
        sms=_("【澄溪人才】报名已提交，回执号 %(number)s，请登录查看进度。")
        % {"number": application.number},
    )


def application_decided(application: Application, words: str) -> None:
    """A decision the applicant may know, with the reviewer's public words; SMS only points to it."""
    label = APPLICATION.public[application.status]
    tell(
        application.person.user,
        kind="application",
        subject=_("报名 %(number)s：%(label)s") % {"number": application.number, "label": label},
        body=words or str(label),
        link=f"/my/applications/{application.number}/",
        sms=_("【澄溪人才】报名 %(number)s 有新进度，请登录查看。")
        % {"number": application.number},
    )
