from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """One step of a case: who, for which unit, when, from where to where, and why.

    Each case kind has its own concrete table with a foreign key `subject` to its case;
    rows are only ever added. `reason` is internal unless the transition says otherwise;
    `public_note` is what the person reads.
    """

    transition = models.CharField(max_length=40)
    from_status = models.CharField(max_length=30, blank=True)
    to_status = models.CharField(max_length=30)
    # NULL actor: the system's own act (a timer).
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(
        "office.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("时间"), db_index=True)
    reason = models.TextField(_("原因"), blank=True)
    public_note = models.TextField(_("给本人的说明"), blank=True)
    data = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True
        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.transition} {self.from_status}→{self.to_status}"
