"""Every conversation of the bot, each listed once; a test holds this list against the folders."""

from __future__ import annotations

from handlers.assessment.routes import routes as assessment
from handlers.attendance.routes import routes as attendance
from handlers.binding.routes import routes as binding
from handlers.calendars.routes import routes as calendars
from handlers.checkup.routes import routes as checkup
from handlers.consensus.routes import routes as consensus
from handlers.consultations.routes import routes as consultations
from handlers.corrections.routes import routes as corrections
from handlers.days_off.routes import routes as days_off
from handlers.decisions.routes import routes as decisions
from handlers.digests.routes import routes as digests
from handlers.districts.routes import routes as districts
from handlers.editing.routes import routes as editing
from handlers.examinations.routes import routes as examinations
from handlers.filters.routes import routes as filters
from handlers.gaps.routes import routes as gaps
from handlers.habits.routes import routes as habits
from handlers.heat.routes import routes as heat
from handlers.home.routes import routes as home
from handlers.joining.routes import routes as joining
from handlers.ladders.routes import routes as ladders
from handlers.leaving.routes import routes as leaving
from handlers.matrix.routes import routes as matrix
from handlers.meetings.routes import routes as meetings
from handlers.method_work.routes import routes as method_work
from handlers.mornings.routes import routes as mornings
from handlers.news.routes import routes as news
from handlers.not_mine.routes import routes as not_mine
from handlers.papers.routes import routes as papers
from handlers.partners.routes import routes as partners
from handlers.pasting.routes import routes as pasting
from handlers.plan.routes import routes as plan
from handlers.practices.routes import routes as practices
from handlers.profile.routes import routes as profile
from handlers.progress.routes import routes as progress
from handlers.question_results.routes import routes as question_results
from handlers.questionnaires.routes import routes as questionnaires
from handlers.queues.routes import routes as queues
from handlers.remarks.routes import routes as remarks
from handlers.report_versions.routes import routes as report_versions
from handlers.reports.routes import routes as reports
from handlers.review.routes import routes as review
from handlers.rising.routes import routes as rising
from handlers.routing import Routes
from handlers.rows.routes import routes as rows
from handlers.schools.routes import routes as schools
from handlers.search.routes import routes as search
from handlers.several.routes import routes as several
from handlers.stewardship.routes import routes as stewardship
from handlers.substitutes.routes import routes as substitutes
from handlers.survey.routes import routes as survey
from handlers.targets.routes import routes as targets
from handlers.tasks.routes import routes as tasks
from handlers.templates.routes import routes as templates
from handlers.upkeep.routes import routes as upkeep
from handlers.waves.routes import routes as waves

CONVERSATIONS: tuple[Routes, ...] = (
    home,
    joining,
    districts,
    tasks,
    reports,
    report_versions,
    several,
    decisions,
    queues,
    remarks,
    examinations,
    mornings,
    news,
    not_mine,
    rising,
    digests,
    days_off,
    substitutes,
    leaving,
    ladders,
    habits,
    waves,
    questionnaires,
    survey,
    profile,
    consensus,
    gaps,
    heat,
    question_results,
    progress,
    targets,
    matrix,
    attendance,
    assessment,
    binding,
    plan,
    corrections,
    stewardship,
    papers,
    calendars,
    templates,
    pasting,
    checkup,
    review,
    editing,
    rows,
    search,
    filters,
    schools,
    method_work,
    practices,
    consultations,
    partners,
    meetings,
    upkeep,
)
