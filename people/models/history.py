from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.person import Person


class Education(models.Model):
    """One course of study; diploma (学历) and degree (学位) are independent of each other."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="educations")
    level = models.CharField(_("学历"), max_length=2)
    degree = models.CharField(_("学位"), max_length=3, blank=True)
    study_mode = models.CharField(_("学习形式"), max_length=20, default="full_time")
    school = models.CharField(_("毕业院校"), max_length=80)
    major_name = models.CharField(_("专业（按毕业证书填写）"), max_length=80)
    major_code = models.CharField(_("专业代码"), max_length=12, blank=True)
    started_on = models.DateField(_("入学"), null=True, blank=True)
    ended_on = models.DateField(_("毕业"), null=True, blank=True)
    diploma_no = models.CharField(_("毕业证书编号"), max_length=30, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("学历学位")
        ordering = ("-ended_on", "-id")

    def __str__(self) -> str:
        return f"{self.school} {self.major_name}"


class WorkHistory(models.Model):
    """A post held; an open end means the present one."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="works")
    unit_name = models.CharField(_("工作单位"), max_length=80)
    post = models.CharField(_("岗位"), max_length=60)
    started_on = models.DateField(_("开始"))
    ended_on = models.DateField(_("结束"), null=True, blank=True)
    is_grass_roots = models.BooleanField(_("基层工作经历"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("工作经历")
        ordering = ("-started_on", "-id")

    def __str__(self) -> str:
        return f"{self.unit_name} {self.post}"


class Certificate(models.Model):
    """A professional title, licence or qualification."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="certificates")
    is_title = models.BooleanField(_("职称"), default=False)
    name = models.CharField(_("名称"), max_length=80)
    level = models.CharField(_("级别"), max_length=20, blank=True)
    scope = models.CharField(_("科目或执业范围"), max_length=60, blank=True)
    number = models.CharField(_("证书编号"), max_length=40, blank=True)
    issued_on = models.DateField(_("取得日期"), null=True, blank=True)
    valid_to = models.DateField(_("有效期至"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("职称与证书")
        ordering = ("-issued_on", "-id")

    def __str__(self) -> str:
        return self.name
