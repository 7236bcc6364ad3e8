"""The validator itself sees what it should."""

import pytest

pytestmark = pytest.mark.unit
PAGE = '<!doctype html><html lang="zh-Hans"><head><title>页</title></head><body>{}</body></html>'


def test_valid_page_passes(validate):
    assert validate(PAGE.format("<h1>澄溪</h1><p>有事可问。</p>")) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h1>a</h1><ul><p>b</p></ul>", "not allowed as child"),
        ('<h1 id="a">a</h1><p id="a">b</p>', "Duplicate ID"),
        ('<h1>a</h1><img src="x.png">', "alt"),
    ],
)
def test_invalid_page_is_told(validate, body, said):
    assert any(said in sentence for sentence in validate(PAGE.format(body)))
