"""Rows of the office: units, catalogues, the calendar, messages, jobs."""

from office.models.calendar import CalendarDay
from office.models.catalogue import CatalogueEntry, Major
from office.models.event import Event
from office.models.job import Job
from office.models.message import Delivery, Message
from office.models.unit import Discipline, Township, Unit

__all__ = [
    "CalendarDay",
    "CatalogueEntry",
    "Delivery",
    "Discipline",
    "Event",
    "Job",
    "Major",
    "Message",
    "Township",
    "Unit",
]
