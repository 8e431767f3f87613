"""What docs/install hands out is held to the program: paths, variables, commands, systemd's own opinion."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.__main__ import main

ROOT = Path(__file__).parents[2]
INSTALL = ROOT / "docs" / "install"
UNITS = ("vekhi.service", "vekhi-backup.service", "vekhi-backup.timer")
OF_LIBRARIES = {"MPLCONFIGDIR", "PYTHONDONTWRITEBYTECODE"}


def read(name: str) -> str:
    return (INSTALL / name).read_text(encoding="utf-8")


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("NO systemd-analyze, the units are not verified")
    for name in UNITS:
        # This checkout stands for the installed program.
        text = (
            read(name).replace("/opt/vekhi/.venv/bin/python", sys.executable).replace("/opt/vekhi", str(ROOT))
        )
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in ran.stderr.splitlines() if "vekhi" in line]
    assert (ran.returncode, ours) == (0, []), ran.stderr


def test_every_variable_is_a_documented_one() -> None:
    documented = set(
        re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    )
    set_here = set()
    for name in (*UNITS, "Dockerfile"):
        for line in re.findall(r"^(?:Environment=|ENV )(.*)$", read(name), re.MULTILINE):
            set_here |= {pair.partition("=")[0] for pair in line.split()}
    set_here |= yaml.safe_load(read("compose.yaml"))["services"]["bot"]["environment"].keys()
    assert set_here - documented - OF_LIBRARIES == set()


def test_the_image_holds_every_part_of_the_program() -> None:
    copied = {Path(path).name for path in re.findall(r"^COPY (\S+) ", read("Dockerfile"), re.MULTILINE)}
    assert copied == {"requirements.txt", "bot", "handlers", "locales", "storage"}
    assert all((ROOT / path).exists() for path in copied)
    allowed = set(re.findall(r"^!(\S+)$", read("Dockerfile.dockerignore"), re.MULTILINE))
    assert allowed == copied


def test_compose_builds_from_the_root() -> None:
    build = yaml.safe_load(read("compose.yaml"))["services"]["bot"]["build"]
    context = (INSTALL / build["context"]).resolve()
    assert (context, (context / build["dockerfile"]).exists()) == (ROOT, True)


@pytest.mark.parametrize(
    "document", ["README.md", "README.en.md", *(f"docs/install/{name}" for name in UNITS)]
)
def test_every_command_named_exists(document: str, capsys: pytest.CaptureFixture[str]) -> None:
    named = set(re.findall(r"python -m bot ([a-z-]+)", (ROOT / document).read_text(encoding="utf-8")))
    for command in named:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0, capsys.readouterr().err
