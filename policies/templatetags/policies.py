"""What the templates of the policy pages ask for; the work is done in `views.public`."""

from django import template
from django.template import Context
from wagtail.rich_text import expand_db_html

from policies.clauses import Clause, clauses
from policies.models import PolicyPage
from policies.views import public

register = template.Library()


@register.simple_tag(takes_context=True)
def policy_list(context: Context) -> public.PolicyList:
    return public.policy_list(context["request"])


@register.filter
def days_left(policy: PolicyPage) -> int | None:
    return public.days_left(policy)


@register.simple_tag
def policy_clauses(policy: PolicyPage) -> tuple[str, list[Clause]]:
    """What stands before the first clause, and the clauses, as HTML ready to show."""
    return clauses(expand_db_html(policy.body))
