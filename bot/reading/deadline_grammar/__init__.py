"""The grammar of Russian deadline phrases, stage by stage; ``bot.reading.deadlines`` is its front door.

A phrase passes through: words and tokens (``tokens``, ``words``) → a cascade of finite-state rewriting
(``cascade``, ``years``, ``spans``, ``roles``) → one meaning with real dates (``placing``, ``meaning``).
"""
