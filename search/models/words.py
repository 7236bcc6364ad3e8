from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from search.text.synonyms import SynonymRule, parse_rule


class Synonym(models.Model):
    """`教师=老师=教员` find each other; `老婆=>配偶` finds one way. Takes effect without a rebuild."""

    rule = models.CharField(_("规则"), max_length=300, unique=True)
    note = models.CharField(_("说明"), max_length=200, blank=True)
    is_active = models.BooleanField(_("启用"), default=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = _("近义词")
        ordering = ("rule",)

    def __str__(self) -> str:
        return self.rule

    def clean(self) -> None:
        try:
            parse_rule(self.rule)
        except ValueError as error:
            raise ValidationError({"rule": _("写成“教师=老师”或“老婆=>配偶”。")}) from error

    def parsed(self) -> SynonymRule:
        return parse_rule(self.rule)


class UserWord(models.Model):
    """A word of the county that the dictionary does not know; documents take it at the next rebuild."""

    word = models.CharField(_("词"), max_length=40, unique=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = verbose_name_plural = _("本县用词")
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word
