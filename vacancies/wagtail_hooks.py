"""What the editors' admin knows about notices."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from vacancies.forms.publishing import NoticePageForm
from vacancies.models import Notice, NoticePage

# Set here and not on the model: a model may not know a form.
NoticePage.base_form_class = NoticePageForm


@hooks.register("before_publish_page")
def refuse_incomplete(request, page):
    """The gate of every other way to publish: lists, bulk actions, workflows."""
    page = page.specific
    missing = page.missing() if isinstance(page, NoticePage) else []
    if not missing:
        return None
    text = _("公告缺少必备内容，不能发布：%(names)s。") % {"names": "、".join(missing)}
    messages.error(request, text)
    return (
        redirect("wagtailadmin_pages:edit", page.pk) if page.pk else redirect("wagtailadmin_home")
    )


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def keep_draft_notice(_request, page):
    """A draft has its `Notice` already, so that positions can be imported before publication."""
    if isinstance(page, NoticePage) and not page.live:
        page.keep_notice()


@hooks.register("register_page_header_buttons")
def import_button(page, user, view_name, next_url=None):
    """导入岗位表, in the header of the notice's editor."""
    notice = Notice.objects.filter(page_id=page.pk).first() if page.pk else None
    if notice:
        url = f"{reverse('vacancies:import_start')}?notice={notice.pk}"
        yield Button(_("导入岗位表"), url, icon_name="upload", priority=5)
