"""Storage remembers: the only code that speaks SQL. One file an aggregate, functions over a transaction."""

from storage.engine import Storage, Transaction, sqlite_url

__all__ = ["Storage", "Transaction", "sqlite_url"]
