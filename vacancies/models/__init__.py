"""Notices, positions, imports and applications."""

from vacancies.models.application import (
    Application,
    ApplicationEvent,
    Attachment,
    Judgement,
    ReviewNote,
)
from vacancies.models.notice import Notice, NoticeChange
from vacancies.models.pages import NoticeIndexPage, NoticePage
from vacancies.models.position import Condition, Position
from vacancies.models.position_import import ColumnMapping, PositionImport

__all__ = [
    "Application",
    "ApplicationEvent",
    "Attachment",
    "ColumnMapping",
    "Condition",
    "Judgement",
    "Notice",
    "NoticeChange",
    "NoticeIndexPage",
    "NoticePage",
    "Position",
    "PositionImport",
    "ReviewNote",
]
