"""What a person should look at before the plan goes live."""

from bot.reading.lint.checks import find_doubts, find_doubts_beside, find_word_doubts
from bot.reading.lint.facts import Facts, Line
from bot.reading.lint.messages import MESSAGES

__all__ = ["MESSAGES", "Facts", "Line", "find_doubts", "find_doubts_beside", "find_word_doubts"]
