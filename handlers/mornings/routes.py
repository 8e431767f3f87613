"""The message of the day; its buttons answer below it, so that the list stays in sight."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Action
from bot.screen import Screen
from handlers.consultations.routes import see_one
from handlers.decisions.routes import list_to_accept, list_to_confirm
from handlers.examinations.routes import see_overview as see_examinations
from handlers.mornings import view
from handlers.reports.routes import begin
from handlers.routing import Context, Routes
from handlers.survey.routes import open_survey
from handlers.tasks.routes import ask_put_off, list_undated, my_tasks, open_card

routes = Routes()
routes.notice("morning")(view.morning)


@routes.press("due-report", may=Action.FILE_REPORT)
async def report_due(ctx: Context, task: int) -> Screen:
    return replace(await begin(ctx, task), fresh=True)


@routes.press("due-put-off", may=Action.SNOOZE_TASK)
async def put_off_due(ctx: Context, task: int) -> Screen:
    return replace(await ask_put_off(ctx, task), fresh=True)


@routes.press("due-task", may=Action.SEE_TASK)
async def open_due(ctx: Context, task: int) -> Screen:
    return replace(await open_card(ctx, task), fresh=True)


@routes.press("due-survey", may=Action.ANSWER_SURVEY)
async def open_due_survey(ctx: Context, wave: int) -> Screen:
    return replace(await open_survey(ctx, str(wave)), fresh=True)


@routes.press("due-consultation", may=Action.SEE_CONSULTATIONS)
async def open_due_consultation(ctx: Context, consultation: int) -> Screen:
    return replace(await see_one(ctx, consultation), fresh=True)


@routes.press("due-exams", may=Action.SEE_EXAMINATIONS)
async def list_due_examinations(ctx: Context, district: int) -> Screen:
    return replace(await see_examinations(ctx, district, 0), fresh=True)


@routes.press("due-tasks", may=Action.LIST_TASKS)
async def list_due(ctx: Context) -> Screen:
    return replace(await my_tasks(ctx, 0), fresh=True)


@routes.press("due-undated", may=Action.SCHEDULE_TASK)
async def date_undated(ctx: Context) -> Screen:
    return replace(await list_undated(ctx, 0), fresh=True)


@routes.press("due-confirming", may=Action.CONFIRM_REPORT)
async def confirm_due(ctx: Context) -> Screen:
    return replace(await list_to_confirm(ctx, 0), fresh=True)


@routes.press("due-accepting", may=Action.ACCEPT_REPORT)
async def accept_due(ctx: Context) -> Screen:
    return replace(await list_to_accept(ctx, 0), fresh=True)
