"""schema.org JobPosting of a position, so that search engines show it as a vacancy."""

from typing import Any

from django.utils import timezone
from django.utils.html import escape

from vacancies.enums import NoticeKind
from vacancies.models import Position

COUNTY = {"addressLocality": "澄溪县", "addressCountry": "CN"}


def jobposting(position: Position, url: str) -> dict[str, Any]:
    """The position as JSON-LD; `validThrough` is the exclusive close in Shanghai time."""
    notice = position.notice
    unit = position.unit.name if position.unit else position.unit_name
    posting = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": position.title,
        "description": _description(position),
        "identifier": {
            "@type": "PropertyValue",
            "name": notice.unit.name,
            "value": position.code or str(position.pk),
        },
        "hiringOrganization": {"@type": "Organization", "name": unit},
        "jobLocation": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", **COUNTY, **_street(position)},
        },
        "employmentType": "CONTRACTOR" if notice.kind == NoticeKind.CONTRACT else "FULL_TIME",
        "totalJobOpenings": position.headcount,
        "directApply": True,
        "url": url,
    }
    if notice.published_at:
        posting["datePosted"] = timezone.localdate(notice.published_at).isoformat()
    if notice.closes_at:
        posting["validThrough"] = timezone.localtime(notice.closes_at).isoformat()
    return posting


def _street(position: Position) -> dict[str, str]:
    place = position.place or (position.township.name if position.township else "")
    return {"streetAddress": place} if place else {}


def _description(position: Position) -> str:
    """What the work is and what it asks, as the simple HTML that JobPosting allows."""
    lines = [
        position.duties or position.title,
        *(condition.text for condition in position.conditions.all()),
    ]
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)
