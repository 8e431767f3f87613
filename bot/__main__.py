"""The command line. Each command imports what it needs, so that the light ones start at once."""

from __future__ import annotations

import argparse
import sys


def _read_plan(args: argparse.Namespace) -> int:
    from bot.reading.commands import read_plan

    return read_plan(args.file, as_json=args.json)


def _check_plan(args: argparse.Namespace) -> int:
    from bot.reading.commands import check_plan

    return check_plan(args.file)


def _check_pack(args: argparse.Namespace) -> int:
    from bot.questionnaires.commands import check_pack

    return check_pack(args.file)


def _read_deadline(args: argparse.Namespace) -> int:
    from bot.reading.commands import read_deadline

    return read_deadline(args.phrase, year=args.year, section_month=args.section_month, as_json=args.json)


def _sandbox(args: argparse.Namespace) -> int:
    from bot.sandbox.commands import serve

    return serve(port=args.port)


def _run(_args: argparse.Namespace) -> int:
    from bot.commands import run

    return run()


def _tour(args: argparse.Namespace) -> int:
    from bot.tour.commands import tour

    return tour(args.plan)


def _demo(args: argparse.Namespace) -> int:
    from bot.demo.commands import demo

    return demo(port=args.port)


def _doctor(_args: argparse.Namespace) -> int:
    from bot.doctor.commands import doctor

    return doctor()


def _backup(args: argparse.Namespace) -> int:
    from bot.backup.commands import backup

    return backup(args.folder, keep=args.keep)


def _restore(args: argparse.Namespace) -> int:
    from bot.backup.commands import put_back

    return put_back(args.file)


def _add_upkeep(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What whoever runs the bot needs besides ``run``."""
    doctor = commands.add_parser("doctor", help="check settings, database, disk, Telegram; say what to do")
    doctor.set_defaults(run=_doctor)

    backup = commands.add_parser("backup", help="copy the database and people's files while the bot runs")
    backup.add_argument("folder", nargs="?", help="VEKHI_BACKUPS where none is given")
    backup.add_argument("--keep", type=_count, help="delete all but so many of the newest backups there")
    backup.set_defaults(run=_backup)

    restore = commands.add_parser("restore", help="put a backup back where there is no database yet")
    restore.add_argument("file")
    restore.set_defaults(run=_restore)


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError("a number from 1 on")
    return int(value)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Вехи: дорожная карта как живой план")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="serve the bot of BOT_TOKEN until it is stopped")
    run.set_defaults(run=_run)
    _add_upkeep(commands)

    story = commands.add_parser("tour", help="play a school year with a simulated clock and print the chats")
    story.add_argument("plan", nargs="?", help="a road map of your own (TXT or DOCX)")
    story.set_defaults(run=_tour)

    demo = commands.add_parser("demo", help="a district at work in a browser page, without a token")
    demo.add_argument("--port", type=int, default=8080)
    demo.set_defaults(run=_demo)

    _add_reading(commands)

    sandbox = commands.add_parser("sandbox", help="a Bot API server on loopback, for demo and tests")
    sandbox.add_argument("--port", type=int, default=8081)
    sandbox.set_defaults(run=_sandbox)
    return parser


def _add_reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What looks at one file or phrase and keeps nothing."""
    plan = commands.add_parser("read-plan", help="read a road map and print what was understood")
    plan.add_argument("file")
    plan.add_argument("--json", action="store_true")
    plan.set_defaults(run=_read_plan)

    check = commands.add_parser(
        "check-plan", help="print what is odd in a road map; exit code 1 if anything is"
    )
    check.add_argument("file")
    check.set_defaults(run=_check_plan)

    pack = commands.add_parser("check-pack", help="print what is wrong in a questionnaire's file")
    pack.add_argument("file")
    pack.set_defaults(run=_check_pack)

    deadline = commands.add_parser("read-deadline", help="read one deadline phrase, or JSON lines from «-»")
    deadline.add_argument("phrase")
    deadline.add_argument("--json", action="store_true")
    deadline.add_argument("--year", help="2021-2022 for a school year, 2024 for a calendar year")
    deadline.add_argument("--section-month", help="2015-10")
    deadline.set_defaults(run=_read_deadline)


def main(argv: list[str] | None = None) -> int:
    args = _parser().parse_args(argv)
    code: int = args.run(args)
    return code


if __name__ == "__main__":
    sys.exit(main())
