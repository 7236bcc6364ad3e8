"""The notice's form in the editors' admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

PUBLISH_BUTTON = "action-publish"


class NoticePageForm(WagtailAdminPageForm):
    """A draft may be incomplete; what is published may not."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if PUBLISH_BUTTON in self.data:
            for name in self.instance.MANDATORY:
                if name in self.fields and name not in self.errors and not cleaned.get(name):
                    self.add_error(name, _("发布前必须填写。"))
        return cleaned
