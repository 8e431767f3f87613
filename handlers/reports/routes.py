"""Filing a report: outcome → words → people → documents → review → sent, each answer kept at once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

from bot.domain.access import Action
from bot.domain.errors import DomainError, Outdated
from bot.domain.file_types import check_file_type
from bot.domain.reports import (
    Evidence,
    Form,
    Outcome,
    Step,
    check_evidence_size,
    checked_link,
    evidence_name,
)
from bot.incoming import Incoming
from bot.screen import Screen
from bot.use_cases import reports, targets
from bot.use_cases.reports import Filing
from handlers.reports import view
from handlers.routing import Context, Routes, Services
from handlers.tasks.routes import show_stale, under_way
from storage.updates import Dialog

routes = Routes()


@routes.press("report", may=Action.FILE_REPORT)
async def begin(ctx: Context, task: int) -> Screen:
    try:
        filing = await reports.begin(ctx.tx, ctx.actor, task_id=task, now=ctx.now)
    except Outdated:
        return await show_stale(ctx, task)
    return await _ask(ctx, filing)


@routes.press("report-step", may=Action.FILE_REPORT)
async def go_to_step(ctx: Context, report: int, step: Step) -> Screen:
    """Back to a question answered before, or on to the next; never past the first open one."""
    return await _answered(ctx, report, reports.get_filing(ctx.tx, ctx.actor, report_id=report), step)


@routes.press("report-outcome", may=Action.FILE_REPORT)
async def answer_outcome(ctx: Context, report: int, outcome: Outcome) -> Screen:
    answer = reports.answer_outcome(ctx.tx, ctx.actor, report_id=report, outcome=outcome, now=ctx.now)
    return await _answered(ctx, report, answer)


@routes.press("report-skip", may=Action.FILE_REPORT)
async def skip(ctx: Context, report: int, step: Step) -> Screen:
    answer = reports.skip(ctx.tx, ctx.actor, report_id=report, step=step, now=ctx.now)
    return await _answered(ctx, report, answer)


@routes.typed("report-words", may=Action.FILE_REPORT)
async def type_words(ctx: Context) -> Screen:
    report, raw = under_way(ctx)["report"], ctx.incoming.value
    answer = reports.answer_words(ctx.tx, ctx.actor, report_id=report, raw=raw, now=ctx.now)
    return await _answered(ctx, report, answer)


@routes.press("report-same", may=Action.FILE_REPORT)
async def answer_as_last_time(ctx: Context, report: int) -> Screen:
    answer = reports.answer_as_last_time(ctx.tx, ctx.actor, report_id=report, now=ctx.now)
    return await _answered(ctx, report, answer)


@routes.typed("report-people", may=Action.FILE_REPORT)
async def type_people(ctx: Context) -> Screen:
    report, raw = under_way(ctx)["report"], ctx.incoming.value
    answer = reports.answer_people(ctx.tx, ctx.actor, report_id=report, raw=raw, now=ctx.now)
    return await _answered(ctx, report, answer)


async def keep_file(incoming: Incoming, services: Services, _dialog: Dialog | None) -> Evidence:
    """Download and keep the bytes before the transaction; the announced size is checked first."""
    attachment = incoming.attachment
    assert attachment is not None
    check_evidence_size(attachment.size)
    data = await services.fetch(attachment.ref)
    check_evidence_size(len(data))
    name, form = evidence_name(attachment.name), Form(attachment.kind)
    check_file_type(name, data, form)
    return Evidence(await asyncio.to_thread(services.files.put, data), name, form, len(data))


@routes.file("report-evidence", may=Action.FILE_REPORT, prepare=keep_file)
async def attach(ctx: Context) -> Screen:
    return await _attach(ctx, ctx.prepared)


@routes.typed("report-evidence", may=Action.FILE_REPORT)
async def attach_links(ctx: Context) -> Screen:
    if not ctx.incoming.links:
        raise DomainError("error-report-file-awaited")
    return await _attach(ctx, *(Evidence.link(checked_link(link)) for link in ctx.incoming.links))


async def _attach(ctx: Context, *added: Evidence) -> Screen:
    report, quota = under_way(ctx)["report"], ctx.services.school_quota
    answer = reports.attach(ctx.tx, ctx.actor, report_id=report, added=added, quota=quota, now=ctx.now)
    return await _answered(ctx, report, answer, Step.EVIDENCE)


@routes.press("report-files", may=Action.FILE_REPORT)
async def finish_evidence(ctx: Context, report: int) -> Screen:
    answer = reports.finish_evidence(ctx.tx, ctx.actor, report_id=report, now=ctx.now)
    return await _answered(ctx, report, answer)


@routes.file("report-words", may=Action.FILE_REPORT)
async def file_instead_of_words(ctx: Context) -> Screen:
    raise DomainError("error-report-words-first")


@routes.file("report-people", may=Action.FILE_REPORT)
async def file_instead_of_people(ctx: Context) -> Screen:
    raise DomainError("error-report-people-first")


@routes.press("report-again", may=Action.FILE_REPORT)
async def ask_begin_again(ctx: Context, report: int) -> Screen:
    try:
        return view.confirm_again(await reports.get_filing(ctx.tx, ctx.actor, report_id=report))
    except Outdated:
        return await show_stale(ctx, await reports.task_of(ctx.tx, ctx.actor, report_id=report))


@routes.press("report-again-yes", may=Action.FILE_REPORT)
async def begin_again(ctx: Context, report: int) -> Screen:
    answer = reports.begin_again(ctx.tx, ctx.actor, report_id=report, now=ctx.now)
    return await _answered(ctx, report, answer)


@routes.press("report-send", may=Action.FILE_REPORT)
async def send(ctx: Context, report: int, replaced: int) -> Screen:
    try:
        filing, found = await reports.look_over(ctx.tx, ctx.actor, report_id=report)
    except Outdated:
        return await show_stale(ctx, await reports.task_of(ctx.tx, ctx.actor, report_id=report))
    return view.warned(filing, found, replaced) if found else await send_all_the_same(ctx, report, replaced)


@routes.press("report-send-yes", may=Action.FILE_REPORT)
async def send_all_the_same(ctx: Context, report: int, replaced: int) -> Screen:
    try:
        task = await reports.send(ctx.tx, ctx.actor, report_id=report, replaced=replaced, now=ctx.now)
        return view.sent(task, with_targets=targets.may_type_of(ctx.actor, task))
    except Outdated:
        return await show_stale(ctx, await reports.task_of(ctx.tx, ctx.actor, report_id=report))


async def _answered(ctx: Context, report: int, answer: Awaitable[Filing], step: Step | None = None) -> Screen:
    """Carry out one answer and ask on; a report that was sent meanwhile shows its task's card."""
    try:
        filing = await answer
    except Outdated:
        return await show_stale(ctx, await reports.task_of(ctx.tx, ctx.actor, report_id=report))
    return await _ask(ctx, filing, step)


async def _ask(ctx: Context, filing: Filing, step: Step | None = None) -> Screen:
    """Ask ``step``, but at most the first open question; what is typed or sent next answers it."""
    reached = filing.draft.step
    step = min(step or reached, reached, key=lambda s: s.place)
    if step in (Step.WORDS, Step.PEOPLE, Step.EVIDENCE):
        await ctx.expect(f"report-{step.value}", report=filing.draft.id)
    apart = targets.may_type_of(ctx.actor, filing.task) and targets.are_apart(filing.task)
    return view.question(filing, step, targets_apart=apart)
