from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend

from search.wagtail_boxes.mixins import ChineseBackend, ChineseIndex


class ChinesePostgresIndex(ChineseIndex, PostgresIndex):
    pass


class Backend(ChineseBackend, PostgresSearchBackend):
    index_class = ChinesePostgresIndex
