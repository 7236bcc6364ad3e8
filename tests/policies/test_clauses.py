import pytest

from policies.clauses import clauses

pytestmark = pytest.mark.unit


def test_headings_open_clauses():
    lead, found = clauses(
        "<p>前言</p><h3>第一条　总则</h3><p>甲</p><p>乙</p><h3>第二条　附则</h3><p>丙</p>"
    )
    assert lead == "<p>前言</p>"
    assert [(one.number, one.heading, one.html) for one in found] == [
        ("一", "总则", "<p>甲</p><p>乙</p>"),
        ("二", "附则", "<p>丙</p>"),
    ]
    assert found[1].anchor == "c二"


def test_paragraphs_open_clauses_without_a_heading():
    _lead, found = clauses(
        "<p>第十条　按月发放。</p><ul><li>甲</li></ul><p><b>第十一条</b> 自发布之日起施行。</p>"
    )
    assert [(one.number, one.heading) for one in found] == [("十", ""), ("十一", "")]
    assert found[0].html == "<p>按月发放。</p><ul><li>甲</li></ul>"
    assert found[1].html == "<p>自发布之日起施行。</p>"


def test_a_text_without_clauses_stays_whole():
    text = "<p>依照第三条办理。</p><p>第一条只有一条。</p>"
    assert clauses(text) == (text, [])


def test_marks_inside_a_heading_are_dropped():
    _lead, found = clauses(
        "<h2>第一条 <b>住房</b></h2><p>甲</p><h2>第二条 <i>就医</i></h2><p>乙</p>"
    )
    assert [one.heading for one in found] == ["住房", "就医"]
