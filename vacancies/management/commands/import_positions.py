"""import_positions FILE [--notice ID] [--dry-run] [--json]: the position table of a notice."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from office.sheets import UnreadableWorkbook
from vacancies.importing.planning import Plan, plan
from vacancies.importing.problems import Severity
from vacancies.importing.reading import Reading, read_positions
from vacancies.importing.remembering import recall
from vacancies.importing.report import as_json, empty_json
from vacancies.importing.writing import write
from vacancies.models import Notice

ALL_WELL, NEEDS_A_PERSON, REFUSED = 0, 1, 2


class Command(BaseCommand):
    help = "读岗位表（.xlsx、.xls），报告问题；指明公告时把好的行写入。退出码：0 无事，1 有待人看的问题，2 拒收。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="岗位表")
        parser.add_argument("--notice", type=int, help="公告编号；不给即只检查")
        parser.add_argument("--dry-run", action="store_true", help="只检查，不写入")
        parser.add_argument(
            "--json", action="store_true", dest="as_json", help="标准输出只有一个 JSON 对象"
        )

    def handle(
        self, *, file: Path, notice: int | None, dry_run: bool, as_json: bool, **_: Any
    ) -> None:
        row = Notice.objects.select_related("unit").filter(pk=notice).first() if notice else None
        if notice and row is None:
            self._refuse(f"没有编号为 {notice} 的公告。", as_json=as_json)
        if not file.is_file():
            self._refuse(f"没有这个文件：{file}", as_json=as_json)
        try:
            reading = read_positions(
                file,
                decisions=recall(row.unit) if row else None,
                default_unit=row.unit.name if row else "",
                progress=lambda done, total: self.stderr.write(f"{done} / {total}"),
            )
        except UnreadableWorkbook as unreadable:
            self._refuse(str(unreadable), as_json=as_json)
        found = self._import(row, reading, is_trial=dry_run or row is None)
        self._tell(reading, found, as_json=as_json)
        raise SystemExit(_exit_code(reading))

    def _import(self, notice: Notice | None, reading: Reading, *, is_trial: bool) -> Plan:
        if is_trial or reading.is_stopped:
            return plan(notice, reading.drafts)
        with transaction.atomic():
            Notice.objects.select_for_update().get(
                pk=notice.pk
            )  # two imports into a notice take turns
            found = plan(notice, reading.drafts)
            write(notice, found)
        return found

    def _refuse(self, reason: str, *, as_json: bool) -> None:
        self.stderr.write(reason)
        if as_json:
            self.stdout.write(json.dumps(empty_json(reason), ensure_ascii=False))
        raise SystemExit(REFUSED)

    def _tell(self, reading: Reading, found: Plan, *, as_json: bool) -> None:
        told = _report(reading, found)
        if as_json:
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        for line in _lines(told):
            self.stdout.write(line)


def _report(reading: Reading, found: Plan) -> dict[str, Any]:
    return as_json(reading, found)


def _exit_code(reading: Reading) -> int:
    if reading.is_stopped or not reading.tables:
        return REFUSED
    has_errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
    return NEEDS_A_PERSON if has_errors else ALL_WELL


def _lines(told: dict[str, Any]):
    """The report for a reader at a terminal."""
    for sheet in told["sheets"]:
        if sheet["skipped"]:
            yield f"【{sheet['name']}】 跳过：{sheet['skipped']}"
        for table in sheet["tables"]:
            key = (
                "、".join(table["columns"][name] for name in table["key"])
                or "（按单位和岗位名编号）"
            )
            rows = "、".join(map(str, table["header_rows"]))
            yield f"【{sheet['name']}】 表头第 {rows} 行，{table['rows']} 行，{table['headcount']} 人，按 {key} 认岗位"
    for finding in told["gate"]:
        yield f"  ! {finding['kind']} {finding['sheet']} {finding['place']}：{finding['found']}"
    same = Counter((problem["severity"], problem["reason"]) for problem in told["problems"])
    for (severity, reason), number in same.most_common():
        yield f"  {'错误' if severity == 'error' else '留意'}：{reason}（{number} 处）"
    for problem in [each for each in told["problems"] if each["severity"] == "error"]:
        place = f"{problem['sheet']}!{problem['column']}{problem['row']}"
        yield f"    {place} {problem['value'][:40]}：{problem['reason']}"
    yield (
        f"共 {told['rows']} 行 {told['headcount']} 人：新增 {told['created']}，更新 {told['updated']}，"
        f"不变 {told['unchanged']}"
    )
