"""The catalogue of reasons for which a first check fails; a code and the words shown with it."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "Z01": _("学历或学位不符"),
    "Z02": _("专业不符"),
    "Z03": _("执业资格或范围不符"),
    "Z04": _("年龄不符"),
    "Z05": _("工作经历不足"),
    "Z06": _("招聘范围不符"),
    "Z07": _("政治面貌不符"),
    "Z08": _("材料不真实或不完整"),
    "Z09": _("有公告所列不得报考的情形"),
    "Z99": _("其他"),
}
