import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from office.models import Message
from office.transitions import TransitionError
from tests.factories import NoticeFactory, PositionFactory, UserFactory
from vacancies.actions import applications as actions
from vacancies.enums import ApplicationStatus
from vacancies.models import Application

pytestmark = pytest.mark.integration
ANSWERS = {
    "name": "周小满", "id_number": "519901199906150289", "education": "21",
    "school": "澄溪师范学院", "major": "小学教育", "graduated_on": "2021-06-30",
}  # fmt: skip


@pytest.mark.django_db
def test_submit_freezes_the_file_and_tells_the_person():
    user, position = UserFactory(), PositionFactory()
    application = actions.start_draft(user, position)
    actions.submit(application, user, ANSWERS)
    application.refresh_from_db()
    assert application.status == ApplicationStatus.SUBMITTED
    assert application.snapshot["major"] == "小学教育"
    assert Message.objects.visible_to(user).get().subject.endswith(application.number)


@pytest.mark.django_db
def test_snapshot_is_ciphertext_in_the_database():
    user = UserFactory()
    actions.submit(actions.start_draft(user, PositionFactory()), user, ANSWERS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT snapshot, answers FROM vacancies_application")
        row = cursor.fetchone()
    assert "519901199906150289" not in "".join(row)


@pytest.mark.django_db
def test_start_draft_second_position_of_the_notice_is_refused():
    user, notice = UserFactory(), NoticeFactory()
    actions.start_draft(user, PositionFactory(notice=notice))
    with pytest.raises(TransitionError, match="限报一个岗位"):
        actions.start_draft(user, PositionFactory(notice=notice))


@pytest.mark.django_db
def test_start_draft_again_resumes_the_same_one():
    user, position = UserFactory(), PositionFactory()
    assert actions.start_draft(user, position) == actions.start_draft(user, position)


@pytest.mark.django_db
def test_submit_after_the_close_is_refused_and_keeps_the_draft():
    user, position = UserFactory(), PositionFactory()
    application = actions.start_draft(user, position)
    application.notice.closes_at = application.notice.opens_at
    with pytest.raises(TransitionError, match="已经截止"):
        actions.submit(application, user, ANSWERS)
    application.refresh_from_db()
    assert application.status == ApplicationStatus.DRAFT
    assert application.answers["major"] == "小学教育"


@pytest.mark.django_db
def test_submit_by_somebody_else_is_denied():
    application = actions.start_draft(UserFactory(), PositionFactory())
    with pytest.raises(PermissionDenied):
        actions.submit(application, UserFactory(), ANSWERS)


@pytest.mark.django_db
def test_save_from_a_page_left_open_does_not_touch_what_was_handed_in():
    user = UserFactory()
    application = actions.start_draft(user, PositionFactory())
    left_open = Application.objects.get(pk=application.pk)
    actions.submit(application, user, ANSWERS)
    with pytest.raises(TransitionError, match="已在别处提交"):
        actions.save_draft(left_open, user, {"major": "改动"})
    application.refresh_from_db()
    assert application.answers["major"] == "小学教育"


@pytest.mark.django_db
def test_withdraw_frees_the_place_for_another_position():
    user, notice = UserFactory(), NoticeFactory()
    application = actions.start_draft(user, PositionFactory(notice=notice))
    actions.withdraw(application, user)
    assert actions.start_draft(user, PositionFactory(notice=notice)).status == "draft"


@pytest.mark.django_db(transaction=True)
def test_row_24_twenty_parallel_starts_leave_one_application():
    user, notice = UserFactory(), NoticeFactory()
    actions.person_of(user)
    positions = [PositionFactory(notice=notice) for _ in range(20)]
    outcomes = []
    gate = threading.Barrier(20)

    def start(position):
        gate.wait()
        try:
            application = actions.start_draft(user, position)
            actions.submit(application, user, ANSWERS)
            outcomes.append("submitted")
        except TransitionError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=start, args=(position,)) for position in positions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused"] * 19 + ["submitted"]
    assert Application.objects.count() == 1
