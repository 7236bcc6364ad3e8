import threading

import pytest

from search.text.segment import Segmenter, runs, stem

pytestmark = pytest.mark.unit


def test_runs_separate_scripts_and_drop_the_rest() -> None:
    found = [(run.text, run.script, run.start) for run in runs("c++工程师，3号😀ab#")]
    assert found == [
        ("c++", "latin", 0), ("工程师", "han", 3), ("3", "latin", 7), ("号", "han", 8), ("ab#", "latin", 10),
    ]  # fmt: skip


@pytest.mark.parametrize(("word", "stemmed"), [
    ("subsidies", "subsidy"), ("nurses", "nurse"), ("classes", "class"), ("boxes", "box"), ("status", "status"),
    ("gas", "gas"), ("c++", "c++"), ("analysis", "analysis"),
])  # fmt: skip
def test_stem(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_cut_joins_to_the_run_and_knows_the_words_of_the_county() -> None:
    run = "仓山镇三支一扶招聘"
    assert "".join(Segmenter().cut(run)) == run
    assert Segmenter(["仓山镇", "三支一扶"]).cut(run) == ["仓山镇", "三支一扶", "招聘"]


def test_segmenters_are_built_while_others_cut() -> None:
    errors: list[RuntimeError] = []
    shared = Segmenter()

    def cut() -> None:
        try:
            for _ in range(300):
                shared.cut("县人力资源和社会保障局公开招聘教师")
        except RuntimeError as error:
            errors.append(error)

    threads = [threading.Thread(target=cut) for _ in range(4)]
    for thread in threads:
        thread.start()
    Segmenter(["土专家"])
    for thread in threads:
        thread.join()
    assert errors == []
