from search.models.generation import Delivered, Generation, VersionTick
from search.models.outbox import Outbox
from search.models.words import Synonym, UserWord

__all__ = ["Delivered", "Generation", "Outbox", "Synonym", "UserWord", "VersionTick"]
