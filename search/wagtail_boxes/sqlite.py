from modelsearch.backends.database.sqlite.sqlite import SQLiteIndex, SQLiteSearchBackend

from search.wagtail_boxes.mixins import ChineseBackend, ChineseIndex


class ChineseSQLiteIndex(ChineseIndex, SQLiteIndex):
    pass


class Backend(ChineseBackend, SQLiteSearchBackend):
    index_class = ChineseSQLiteIndex
