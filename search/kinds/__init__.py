"""What is searched: one module per kind, in the order of the tabs."""

from search.kinds import notice, policy, position
from search.registry import register

register(position.PositionKind)
register(notice.NoticeKind)
register(policy.PolicyKind)
