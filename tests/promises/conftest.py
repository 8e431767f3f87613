"""The small world of the delivery's tests serves here too."""

from tests.delivery.conftest import sandbox, words, world

__all__ = ["sandbox", "words", "world"]
