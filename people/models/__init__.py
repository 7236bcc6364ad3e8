"""Who signs in, and the person's one file."""

from people.models.document import Consent, Document, ReadLog
from people.models.history import Certificate, Education, WorkHistory
from people.models.person import Person
from people.models.user import Membership, User

__all__ = [
    "Certificate",
    "Consent",
    "Document",
    "Education",
    "Membership",
    "Person",
    "ReadLog",
    "User",
    "WorkHistory",
]
