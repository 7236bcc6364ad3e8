"""What every engine must do. `test_fts5.py` and `test_elastic.py` run this whole module against their engine."""

import random
from collections import Counter
from collections.abc import Iterable

from search.engines.base import Engine, analyse
from search.schema import SCHEMA
from search.text.lexicon import Lexicon
from search.text.plan import QueryPlan, combine, plan
from search.text.synonyms import SynonymSet, parse_rule
from search.types import PUBLIC, CompiledRequest, Doc, Outcome, RawResult

NOW = 1_790_000_000
DAY = 86_400
LEXICON = Lexicon(synonyms=SynonymSet([parse_rule("教师=老师"), parse_rule("phd=博士")]))

_TITLES = (
    "高中物理教师",
    "语文老师",
    "临床医师",
    "会计",
    "农业技术推广员",
    "IT 工程师",
    "护士",
    "县志编辑",
)
_UNITS = ("县高级中学", "县人民医院", "石桥镇政府", "县农业农村局")
_TOWNSHIPS = ("县城", "石桥镇", "白水镇")
_EDUCATIONS = ("大专", "本科", "硕士")
_BODIES = (
    "负责教学与班主任工作",
    "承担门诊和急诊",
    "县域财务会计核算 Java C++",
    "推广柑橘种植技术〔2025〕3号",
    "教师培训",
)


def corpus(size: int = 300, seed: int = 7) -> list[Doc]:
    """Return generated positions; the same for every engine."""
    random.seed(seed)
    return [_position(number) for number in range(size)]


def _position(number: int) -> Doc:
    education = _EDUCATIONS[random.randrange(3) :]
    return Doc(
        key=f"position:{number:04}",
        kind=random.choice(("position", "position", "notice")),
        texts={
            "title": random.choice(_TITLES),
            "unit": random.choice(_UNITS),
            "body": random.choice(_BODIES),
        },
        facets={
            "discipline": (random.choice(("教育", "卫生", "农业")),),
            "township": (random.choice(_TOWNSHIPS),),
            "education": education,
        },
        numbers={"headcount": random.randrange(1, 5)},
        published=NOW - random.randrange(5) * DAY,
        opens=NOW + random.choice((-5, -1, 2)) * DAY,
        closes=NOW + random.choice((-1, 3, 9)) * DAY,
        version=1,
    )


def doc(key: str, title: str = "", **more: object) -> Doc:
    texts = {"title": title} | more.pop("texts", {})
    return Doc(key=key, kind="position", texts=texts, version=more.pop("version", 1), **more)


def generation(engine: Engine, docs: Iterable[Doc]) -> str:
    made = engine.create_generation(SCHEMA)
    acks = engine.write(made, analyse(docs, LEXICON))
    assert {ack.outcome for ack in acks} <= {Outcome.OK}
    engine.refresh(made)
    return made


def ask(
    engine: Engine, made: str, text: str = "", reading: QueryPlan | None = None, **more: object
) -> RawResult:
    more.setdefault("labels", PUBLIC)
    return engine.search(
        made, CompiledRequest(plan=reading or plan(text, LEXICON), now=NOW, **more)
    )


def keys(result: RawResult) -> list[str]:
    return [hit.key for hit in result.hits]


def found(engine: Engine, docs: list[Doc], text: str, **more: object) -> list[str]:
    made = generation(engine, docs)
    try:
        return keys(ask(engine, made, text, **more))
    finally:
        engine.drop_generation(made)


# ── matching ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_search_finds_word_in_middle_of_title(engine: Engine) -> None:
    docs = [doc("p:1", "高中物理教师"), doc("p:2", "护士")]
    assert found(engine, docs, "物理") == ["p:1"]


def test_search_finds_across_word_boundary(engine: Engine) -> None:
    docs = [doc("p:1", "县人社局公告"), doc("p:2", "人民社会")]
    assert found(engine, docs, "人社局") == ["p:1"]


def test_search_finds_one_character_first_middle_and_last(engine: Engine) -> None:
    docs = [doc("p:1", "德州"), doc("p:2", "州县"), doc("p:3", "泸州市"), doc("p:4", "护士")]
    assert found(engine, docs, "州") == ["p:1", "p:2", "p:3"]


def test_search_folds_traditional_and_full_width(engine: Engine) -> None:
    docs = [doc("p:1", "規劃建設Ｊａｖａ技術人員"), doc("p:2", "护士")]
    assert found(engine, docs, "规划 java") == ["p:1"]
    assert found(engine, docs, "規劃ＪＡＶＡ") == ["p:1"]


def test_search_phrase_in_quotes_wants_words_together(engine: Engine) -> None:
    docs = [doc("p:1", "财务管理"), doc("p:2", "管理财务")]
    assert found(engine, docs, "财务 管理") == ["p:1", "p:2"]
    assert found(engine, docs, "“财务管理”") == ["p:1"]


def test_search_phrase_mixes_digits_and_chinese(engine: Engine) -> None:
    docs = [doc("p:1", "澄溪委人才〔2025〕3号"), doc("p:2", "澄溪委人才〔2025〕13号")]
    for typed in ("[2025]3号", "（２０２５）3号", "【二〇二五】3号"):
        assert found(engine, docs, typed) == ["p:1"]


def test_search_excludes_minus_word(engine: Engine) -> None:
    docs = [doc("p:1", "物理教师"), doc("p:2", "语文教师")]
    assert found(engine, docs, "教师 -语文") == ["p:1"]
    assert found(engine, docs, "-语文") == ["p:1"]


def test_search_synonym_counts_less(engine: Engine) -> None:
    docs = [doc("p:1", "语文老师"), doc("p:2", "语文教师")]
    assert found(engine, docs, "教师") == ["p:2", "p:1"]
    assert found(engine, docs, "老师") == ["p:1", "p:2"]


def test_search_number_finds_longer_numbers_it_begins(engine: Engine) -> None:
    docs = [
        doc("p:1", texts={"majors": "动物医学090101"}),
        doc("p:2", texts={"majors": "园艺0902"}),
    ]
    assert found(engine, docs, "0901") == ["p:1"]


def test_search_plural_and_plus_signs(engine: Engine) -> None:
    docs = [doc("p:1", "Housing Subsidies"), doc("p:2", "C++ 工程师"), doc("p:3", "C 语言")]
    assert found(engine, docs, "subsidy") == ["p:1"]
    assert found(engine, docs, "c++") == ["p:2"]


def test_search_without_anything_to_look_for_finds_nothing(engine: Engine) -> None:
    docs = [doc("p:1", "护士")]
    for typed in ("😀", '"', "*", "()", "〔〕"):
        assert found(engine, docs, typed) == []
    assert found(engine, docs, "") == ["p:1"]


def test_search_takes_operators_as_words(engine: Engine) -> None:
    docs = [doc("p:1", "NOT NEAR drop table"), doc("p:2", "护士")]
    for typed in (
        "NOT",
        "'; drop table",
        "NEAR(drop table)",
        'title:"drop"',
        "drop OR护士",
        "a" * 10_000,
        "{title}:*",
    ):
        assert set(found(engine, docs, typed)) <= {"p:1", "p:2"}
    assert found(engine, docs, "NOT") == ["p:1"]


# ── fields, filters, ranges ──────────────────────────────────────────────────────────────────────────────────────


def test_box_asks_only_its_field(engine: Engine) -> None:
    docs = [doc("p:1", "医院保安"), doc("p:2", "医师", texts={"unit": "县医院"})]
    boxed = combine(plan("", LEXICON), (plan("医院", LEXICON, "unit"),))
    assert found(engine, docs, "", reading=boxed) == ["p:2"]
    both = combine(plan("保安", LEXICON), (plan("医院", LEXICON, "unit"),))
    assert found(engine, docs, "", reading=both) == []


def test_box_of_unknown_field_finds_nothing(engine: Engine) -> None:
    assert found(engine, [doc("p:1", "医院")], "", reading=plan("医院", LEXICON, "nothing")) == []


def test_ranges_are_inclusive_and_leave_out_what_has_no_number(engine: Engine) -> None:
    docs = [
        doc("p:1", "甲", numbers={"pay": 8}),
        doc("p:2", "乙", numbers={"pay": 9}),
        doc("p:3", "丙"),
    ]
    assert found(engine, docs, "", ranges={"pay": (8, 8)}) == ["p:1"]
    assert found(engine, docs, "", ranges={"pay": (None, 9)}) == ["p:1", "p:2"]
    assert found(engine, docs, "", ranges={"unknown": (1, None)}) == []


def test_labels_decide_what_is_seen_and_counted(engine: Engine) -> None:
    docs = [doc("p:1", "甲"), doc("p:2", "甲", labels=frozenset({"unit:7"}))]
    made = generation(engine, docs)
    assert keys(ask(engine, made, "甲", facets=("kind",))) == ["p:1"]
    assert ask(engine, made, "甲", facets=("kind",)).facets["kind"] == (("position", 1),)
    assert keys(ask(engine, made, "甲", labels=frozenset({"unit:7"}))) == ["p:2"]
    assert ask(engine, made, "甲", labels=frozenset()).total == 0
    engine.drop_generation(made)


def test_facet_counts_ignore_their_own_filter_and_equal_brute_force(engine: Engine) -> None:
    docs = corpus()
    made = generation(engine, docs)
    filters = {"township": ("石桥镇", "白水镇"), "education": ("硕士",)}
    result = ask(
        engine, made, "", filters=filters, facets=("township", "education", "discipline"), size=100
    )

    def passing(one: Doc, without: str) -> bool:
        return all(
            set(one.facets[name]) & set(chosen)
            for name, chosen in filters.items()
            if name != without
        )

    for name in ("township", "education", "discipline"):
        expected = Counter(
            value for one in docs if passing(one, name) for value in one.facets[name]
        )
        assert dict(result.facets[name]) == dict(expected)
    assert result.total == sum(passing(one, "") for one in docs)
    engine.drop_generation(made)


def test_selected_facet_value_without_hits_stays_listed(engine: Engine) -> None:
    made = generation(engine, [doc("p:1", "甲", facets={"township": ("县城",)})])
    result = ask(engine, made, "甲", filters={"township": ("白水镇",)}, facets=("township",))
    assert result.total == 0
    assert result.facets["township"] == (("县城", 1), ("白水镇", 0))
    engine.drop_generation(made)


def test_status_is_asked_of_the_dates(engine: Engine) -> None:
    docs = [
        doc("p:1", "甲", opens=NOW, closes=NOW + 1),
        doc("p:2", "甲", opens=NOW - 9, closes=NOW),
        doc("p:3", "甲", opens=NOW + 1, closes=NOW + 9),
        doc("p:4", "甲"),
    ]
    made = generation(engine, docs)
    result = ask(engine, made, "甲", facets=("status",))
    assert keys(result) == ["p:1", "p:4", "p:3", "p:2"]
    assert dict(result.facets["status"]) == {"open": 2, "upcoming": 1, "closed": 1}
    assert keys(ask(engine, made, "甲", filters={"status": ("closed", "upcoming")})) == [
        "p:3",
        "p:2",
    ]
    engine.drop_generation(made)


# ── order ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_order_is_tier_then_status_then_newest_then_key(engine: Engine) -> None:
    past = NOW - DAY
    docs = [
        doc("p:1", "其他", texts={"body": "会计"}, published=9),
        doc("p:2", "会计", closes=past),
        doc("p:3", "会计", published=3),
        doc("p:4", "会计", published=5),
        doc("p:5", "会计", published=5),
        doc("p:6", "其他", texts={"unit": "会计学校"}),
    ]
    assert found(engine, docs, "会计") == ["p:4", "p:5", "p:3", "p:2", "p:6", "p:1"]


def test_expired_document_that_sinks_stands_below_everything(engine: Engine) -> None:
    docs = [
        doc("p:1", "安家补贴", closes=NOW, sinks=True),
        doc("p:2", "其他", texts={"body": "安家补贴"}),
    ]
    assert found(engine, docs, "安家补贴") == ["p:2", "p:1"]


def test_whole_phrase_in_title_stands_first(engine: Engine) -> None:
    docs = [doc("p:1", "教师物理", published=9), doc("p:2", "物理教师")]
    assert found(engine, docs, "物理教师") == ["p:2", "p:1"]


def test_sorts(engine: Engine) -> None:
    docs = [
        doc("p:1", "甲", closes=NOW + 9, numbers={"headcount": 1}, published=1),
        doc("p:2", "甲", closes=NOW + 3, numbers={"headcount": 5}, published=2),
        doc("p:3", "甲", closes=NOW - 3, published=3),
        doc("p:4", "甲", numbers={"headcount": 2}, published=0),
    ]
    assert found(engine, docs, "甲", sort="deadline") == ["p:2", "p:1", "p:4", "p:3"]
    assert found(engine, docs, "甲", sort="newest") == ["p:3", "p:2", "p:1", "p:4"]
    assert found(engine, docs, "", sort="headcount") == ["p:2", "p:4", "p:1", "p:3"]


def test_pages_join_without_gap_or_double(engine: Engine) -> None:
    made = generation(engine, corpus(90))
    whole = keys(ask(engine, made, "县", size=100))
    pages = [
        key
        for offset in range(0, 100, 7)
        for key in keys(ask(engine, made, "县", size=7, offset=offset))
    ]
    assert pages == whole
    assert keys(ask(engine, made, "县", offset=10_000)) == []
    engine.drop_generation(made)


def test_long_question_finds_what_holds_most_words(engine: Engine) -> None:
    docs = [doc("p:1", "护理大专石桥镇卫生院"), doc("p:2", "护理本科县医院"), doc("p:3", "会计")]
    reading = plan("护理专业大专毕业生想回石桥镇卫生院工作有没有岗位可以报名", LEXICON)
    assert reading.is_relaxed
    assert found(engine, docs, "", reading=reading)[:1] in (["p:1"], [])
    looser = next(reading.loosened())
    assert found(engine, docs, "", reading=looser)[0] == "p:1"


# ── versions and generations ─────────────────────────────────────────────────────────────────────────────────────


def test_older_version_is_refused_and_equal_one_is_taken(engine: Engine) -> None:
    made = generation(engine, [doc("p:1", "新", version=5)])
    [stale] = engine.write(made, analyse([doc("p:1", "旧", version=4)], LEXICON))
    [equal] = engine.write(made, analyse([doc("p:1", "同", version=5)], LEXICON))
    engine.refresh(made)
    assert (stale.outcome, equal.outcome) == (Outcome.STALE, Outcome.OK)
    assert keys(ask(engine, made, "同")) == ["p:1"]
    assert keys(ask(engine, made, "新")) == []
    engine.drop_generation(made)


def test_delete_leaves_a_tombstone(engine: Engine) -> None:
    made = generation(engine, [doc("p:1", "甲", version=5)])
    [old] = engine.delete(made, [("p:1", 4)])
    [gone] = engine.delete(made, [("p:1", 6)])
    [late] = engine.write(made, analyse([doc("p:1", "甲", version=5)], LEXICON))
    [never] = engine.delete(made, [("p:9", 1)])
    engine.refresh(made)
    assert [ack.outcome for ack in (old, gone, late, never)] == [
        Outcome.STALE,
        Outcome.OK,
        Outcome.STALE,
        Outcome.OK,
    ]
    assert ask(engine, made, "甲").total == 0
    assert engine.scan(made) == []
    engine.drop_generation(made)


def test_generations_stand_side_by_side_until_one_is_activated(engine: Engine) -> None:
    first, second = generation(engine, [doc("p:1", "甲")]), generation(engine, [doc("p:2", "甲")])
    engine.activate(first)
    assert engine.active() == first
    engine.activate(second)
    assert engine.active() == second
    assert {first, second} <= set(engine.generations())
    engine.drop_generation(first)
    assert first not in engine.generations()
    assert engine.health().ok
    engine.drop_generation(second)


def test_scan_and_counts_show_what_is_stored(engine: Engine) -> None:
    made = generation(
        engine,
        [doc("p:1", "甲", version=3), doc("p:2", "甲", version=4), doc("p:3", "甲", version=9)],
    )
    assert engine.scan(made, size=2) == [("p:1", 3), ("p:2", 4)]
    assert engine.scan(made, after="p:2") == [("p:3", 9)]
    assert engine.counts(made) == {"position": 3}
    engine.drop_generation(made)
