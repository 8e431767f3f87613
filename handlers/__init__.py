"""Handlers talk: one folder a conversation, each listed here once."""
