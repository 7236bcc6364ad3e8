"""What is said about an import: the command's JSON and the summary that the pages keep."""

from collections.abc import Iterable
from typing import Any

from office.privacy import Finding
from office.sheets import Column, SheetTables, Table, unsure_columns
from office.sheets.vocabulary import LIKELY, SURE
from vacancies.importing.planning import Plan
from vacancies.importing.problems import Problem
from vacancies.importing.reading import Reading
from vacancies.importing.values import headcount
from vacancies.models import Position

#: kept with an import; the rest is in the file to download
MOST_KEPT = 2_000
MOST_SHOWN = 500
MOST_LEFT_OUT = 50


def as_json(reading: Reading, plan: Plan) -> dict[str, Any]:
    """The object ``import_positions --json`` prints (DESIGN §7)."""
    is_stopped = reading.is_stopped
    return {
        "sheets": [_sheet(sheet) for sheet in reading.sheets],
        "rows": reading.rows,
        "headcount": reading.headcount,
        "created": 0 if is_stopped else len(plan.created),
        "updated": 0 if is_stopped else len(plan.updated),
        "unchanged": 0 if is_stopped else len(plan.unchanged),
        "problems": [_problem(problem) for problem in reading.problems],
        "gate": [_finding(finding) for finding in reading.gate],
    }


def empty_json(reason: str) -> dict[str, Any]:
    """The same object for a file that could not be read at all."""
    problem = {
        "sheet": "",
        "row": 0,
        "column": "",
        "value": "",
        "reason": reason,
        "severity": "error",
    }
    nothing = {"rows": 0, "headcount": 0, "created": 0, "updated": 0, "unchanged": 0}
    return {"sheets": [], **nothing, "problems": [problem], "gate": []}


def _sheet(found: SheetTables) -> dict[str, Any]:
    return {
        "name": found.sheet.name,
        "tables": [_table(table) for table in found.tables],
        "skipped": found.reason if found.skipped else None,
    }


def _table(table: Table) -> dict[str, Any]:
    counts = (headcount(row.values.get("headcount", ""))[0] or 0 for row in table.rows)
    return {
        "header_rows": table.header_rows,
        "rows": len(table.rows),
        "headcount": sum(counts),
        "columns": {column.name: column.header for column in table.columns},
        "key": list(table.key),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    told = problem.as_dict()
    del told["fix"]
    return told | {"severity": problem.severity.value}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "sheet": finding.sheet,
        "place": finding.place,
        "found": finding.found,
    }


def layout(reading: Reading) -> list[dict[str, Any]]:
    """The tables as page 2 shows them: per table its place, rows, columns with samples and confidence."""
    return [
        {
            "sheet": table.sheet,
            "titles": table.titles,
            "header_rows": table.header_rows,
            "rows": len(table.rows),
            "key": [column.header for name in table.key if (column := table.column(name))],
            "columns": [_column(table, column) for column in table.columns],
            "unsure": len(unsure_columns(table.columns)),
            "left_out": [
                {"row": entry.row, "kind": entry.kind.value, "text": entry.text[:80]}
                for entry in table.left_out[:MOST_LEFT_OUT]
            ],
            "head": head(table),
            "first_rows": [
                {
                    "number": row.number,
                    "texts": [row.values.get(c.name, "")[:40] for c in table.columns],
                }
                for row in table.rows[:2]
            ],
        }
        for table in reading.tables
    ]


def head(table: Table) -> list[dict[str, Any]]:
    """The header as lines of cells for a page: groups span their columns, single headings all lines."""
    lines = table.header_rows[: max(len(column.path) for column in table.columns)]
    shown: list[list[dict[str, Any]]] = [[] for _line in lines]
    for column in table.columns:
        state = _state(column)
        for level, line in enumerate(shown):
            is_leaf = level == len(column.path) - 1
            if level >= len(column.path):
                break
            text = column.path[level]
            if not is_leaf and line and line[-1]["text"] == text and not line[-1]["is_leaf"]:
                line[-1]["columns"] += 1
                continue
            rows = len(lines) - level if is_leaf else 1
            line.append(
                {
                    "text": text,
                    "columns": 1,
                    "rows": rows,
                    "is_leaf": is_leaf,
                    "state": is_leaf and state,
                }
            )
    return [{"number": number, "cells": cells} for number, cells in zip(lines, shown, strict=True)]


def _column(table: Table, column: Column) -> dict[str, Any]:
    samples = dict.fromkeys(
        text for row in table.rows[:200] if (text := row.values.get(column.name, ""))
    )
    return {
        "number": column.number,
        "header": column.header,
        "field": column.field.name if column.field else "",
        "state": _state(column),
        "reason": str(column.reason),
        "samples": [text[:60] for text in list(samples)[:2]],
    }


def _state(column: Column) -> str:
    """refused, ignored, kept (as it is), unsure, likely or sure."""
    if column.field is None:
        return "kept"
    if column.field.is_refused:
        return "refused"
    if column.field.is_ignored:
        return "ignored"
    if column.confidence >= SURE:
        return "sure"
    return "likely" if column.confidence >= LIKELY else "unsure"


def summary(reading: Reading, plan: Plan) -> dict[str, Any]:
    """What an import remembers of its last check: counts, problems, a sample of rows."""
    problems = list(reading.problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = [problem for problem in problems if problem.severity != "error"]
    return {
        "layout": layout(reading),
        "skipped": [
            {"sheet": sheet.sheet.name, "reason": str(sheet.reason)}
            for sheet in reading.sheets
            if sheet.skipped
        ],
        "rows": reading.rows,
        "headcount": reading.headcount,
        "stated_headcount": reading.stated_headcount,
        "created": len(plan.created),
        "updated": len(plan.updated),
        "unchanged": len(plan.unchanged),
        "refused": len(plan.refused),
        "refused_headcount": sum(draft.values["headcount"] or 0 for draft in plan.refused),
        "absent": plan.absent,
        "errors": _kept(errors),
        "error_count": len(errors),
        "warnings": _kept(warnings),
        "warning_count": len(warnings),
        "gate": [
            _finding(finding) | {"is_blocking": finding.is_blocking}
            for finding in reading.gate[:MOST_SHOWN]
        ],
        "is_stopped": reading.is_stopped,
        "preview": preview(plan),
    }


def _kept(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    return [problem.as_dict() for problem in list(problems)[:MOST_KEPT]]


def preview(plan: Plan) -> list[dict[str, Any]]:
    """The first rows as they will stand, those that change something first."""
    shown = []
    for change in plan.updated[:MOST_SHOWN]:
        shown.append(
            _line("updated", change.draft)
            | {"changes": changes_of(change.values, change.conditions)}
        )
    shown += [_line("created", draft) for draft in plan.created[: MOST_SHOWN - len(shown)]]
    shown += [_line("unchanged", draft) for draft in plan.unchanged[: MOST_SHOWN - len(shown)]]
    return shown


def _line(state: str, draft: Any) -> dict[str, Any]:
    values = draft.values
    ratio = values["opening_ratio"]
    weights = [
        f"{w.normalize():f}"
        for w in (values["written_weight"], values["interview_weight"])
        if w is not None
    ]
    return {
        "state": state,
        "sheet": draft.sheet,
        "row": draft.row,
        "code": values["code"],
        "title": values["title"],
        "unit": values["unit_name"],
        "headcount": values["headcount"],
        "ratio": f"{ratio.normalize():f}:1" if ratio else "",
        "education": " / ".join(filter(None, (values["education"], values["degree"]))),
        "age": values["age"],
        "weights": " : ".join(weights),
    }


def changes_of(values: dict[str, tuple[Any, Any]], conditions: Any) -> list[dict[str, str]]:
    """What changes, field by field, in the reader's words."""
    changes = []
    for name, (old, new) in values.items():
        label = Position._meta.get_field(name.removesuffix("_id")).verbose_name  # noqa: SLF001
        changes.append({"label": str(label), "old": _shown(old), "new": _shown(new)})
    if conditions is not None and not changes:
        changes.append({"label": "资格条件", "old": "", "new": str(len(conditions))})
    return changes


def _shown(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
