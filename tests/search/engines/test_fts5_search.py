"""Several processes' and threads' hands on one file."""

import threading

import pytest

from search.engines.base import analyse
from search.engines.fts5 import Fts5Engine
from search.text.plan import plan
from tests.search.engines import contract

pytestmark = pytest.mark.search


def test_readers_and_writers_share_the_file(fts5: Fts5Engine) -> None:
    made = contract.generation(fts5, contract.corpus(50))
    failures: list[Exception] = []

    def work(number: int) -> None:
        try:
            for turn in range(20):
                if number % 2:
                    fts5.write(
                        made,
                        analyse([contract.doc(f"p:{number}-{turn}", "宇航员")], contract.LEXICON),
                    )
                else:
                    contract.ask(fts5, made, "教师", facets=("township",))
        except Exception as error:  # noqa: BLE001 — carried to the assertion of the main thread
            failures.append(error)
        finally:
            fts5.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert contract.ask(fts5, made, "宇航员").total == 40


def test_numbers_are_added_up_over_everything_found(fts5: Fts5Engine) -> None:
    docs = [contract.doc(f"p:{n}", "教师", numbers={"headcount": n}) for n in range(1, 31)]
    made = contract.generation(fts5, docs)
    found = contract.ask(fts5, made, "教师", sum_of="headcount", size=3)
    assert (found.total, found.sum, len(found.hits)) == (30, 465, 3)
    assert (
        contract.ask(
            fts5, made, "", reading=plan("宇航员", contract.LEXICON), sum_of="headcount"
        ).sum
        == 0
    )
