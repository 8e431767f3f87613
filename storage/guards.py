"""Triggers by which the database itself keeps the history append-only and a wave's promise, whoever asks.

They stand beside the migrations, not in one: SQLite alters a table by copying it, and the copy has no
triggers. So they are looked after whenever the schema has been brought up to date.
"""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

# A plan whose launch is undone loses its whole chain: first the head, then the lines. Of a chain that
# has a head no line goes.
_HAS_HEAD = "EXISTS (SELECT 1 FROM history_heads WHERE plan_id = OLD.plan_id)"

# Whether answers are anonymous, whose stand together and which wave of the year it is, is settled when a wave
# begins; nor does a closed wave open again or a released one change.
_OTHER_WAVE = """OLD.anonymous <> NEW.anonymous OR OLD.breakdown <> NEW.breakdown OR OLD.stage <> NEW.stage
    OR OLD.state = 'released' OR (OLD.state = 'closed' AND NEW.state = 'open')"""

_SQLITE = (
    f"""CREATE TRIGGER IF NOT EXISTS waves_keep_their_promise BEFORE UPDATE ON waves
    WHEN {_OTHER_WAVE} BEGIN SELECT RAISE(ABORT, 'a wave keeps its promise'); END""",
    """CREATE TRIGGER IF NOT EXISTS task_history_never_changes BEFORE UPDATE ON task_history
    BEGIN SELECT RAISE(ABORT, 'task_history is append-only'); END""",
    f"""CREATE TRIGGER IF NOT EXISTS task_history_never_shrinks BEFORE DELETE ON task_history
    WHEN {_HAS_HEAD} BEGIN SELECT RAISE(ABORT, 'task_history is append-only'); END""",
)
_POSTGRESQL = (
    f"""CREATE OR REPLACE FUNCTION keep_wave() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {_OTHER_WAVE} THEN
            RAISE EXCEPTION 'a wave keeps its promise';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER waves_keep_their_promise BEFORE UPDATE ON waves
    FOR EACH ROW EXECUTE FUNCTION keep_wave()""",
    f"""CREATE OR REPLACE FUNCTION keep_task_history() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' OR {_HAS_HEAD} THEN
            RAISE EXCEPTION 'task_history is append-only';
        END IF;
        RETURN OLD;
    END $$""",
    """CREATE TRIGGER task_history_is_append_only BEFORE UPDATE OR DELETE ON task_history
    FOR EACH ROW EXECUTE FUNCTION keep_task_history()""",
)
_STANDS = text("SELECT 1 FROM pg_trigger WHERE tgname = 'task_history_is_append_only'")


async def set_guards(connection: AsyncConnection) -> None:
    """Make the triggers that are not there. PostgreSQL's are asked for first: making one locks the table."""
    if connection.dialect.name == "sqlite":
        statements: tuple[str, ...] = _SQLITE
    elif (await connection.execute(_STANDS)).first():
        return
    else:
        statements = _POSTGRESQL
    for statement in statements:
        await connection.execute(text(statement))
