"""What recruitment tells people, in its words."""

from django.utils.translation import gettext as _

from office.messages import tell
from vacancies.models import PositionImport


def import_finished(item: PositionImport, link: str) -> None:
    """Tell the one who started an import how it ended."""
    counts = {name: item.report.get(name, 0) for name in ("created", "updated", "unchanged", "refused")}
    tell(
        item.owner,
        kind="import",
        subject=_("岗位表已导入：%(file)s") % {"file": item.file_name},
        body=_("新增 %(created)d，更新 %(updated)d，不变 %(unchanged)d，没有导入 %(refused)d 行。") % counts,
        link=link,
        key=f"import-{item.pk}",
    )
