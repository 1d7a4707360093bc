"""The ways into a pipeline: the hook of pre-commit, the action for GitHub, the snippet for GitLab."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

PRE_COMMIT = shutil.which("pre-commit", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[0]
BAD = "Minutes of the Quay Committee, 4 May 2023\n\nPresent: Orla Fenwick\n\n1. Gate\n\nAction: to paint it\n"


@pytest.fixture
def commands(tmp_path):
    """Return an environment in which ``minutes`` is this project's, for scripts."""
    place = tmp_path / "bin"
    place.mkdir()
    command = place / "minutes"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m minutes_parser "$@"\n')
    command.chmod(0o755)
    return {**os.environ, "PATH": f"{place}:{os.environ['PATH']}"}


def inputs(**given: str) -> dict[str, str]:
    """Return what the action's script gets: its inputs as environment variables, as its ``env`` maps them."""
    values = {name: str(entry.get("default", "")) for name, entry in ACTION["inputs"].items()} | given
    mapped = ACTION["runs"]["steps"][-1]["env"]
    return {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match[1]], text)
        for key, text in mapped.items()
    }


def act(commands: dict[str, str], folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the action's last step as the runner of GitHub does."""
    script = ACTION["runs"]["steps"][-1]["run"]
    environment = {**commands, **inputs(**given), "GITHUB_ACTIONS": "true"}
    return subprocess.run(["bash", "-e", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)


def test_the_action_checks_what_its_inputs_say(commands, tmp_path):
    (tmp_path / "may 2023.txt").write_text(BAD)
    (tmp_path / "june.txt").write_text(BAD)
    done = act(commands, tmp_path, paths="may 2023.txt\n")
    assert done.returncode == 1
    assert done.stdout.startswith("::warning title=MIN301 action-without-owner,file=may 2023.txt,line=7")
    assert "june" not in done.stdout
    assert act(commands, tmp_path, select="MIN101").returncode == 0
    assert "MIN301" in act(commands, tmp_path, format="concise").stdout


def test_the_input_of_an_action_is_no_command(commands, tmp_path):
    (tmp_path / "may.txt").write_text(BAD)
    done = act(commands, tmp_path, paths="may.txt; touch owned\n$(touch owned)\n")
    assert not (tmp_path / "owned").exists()
    assert done.returncode in (1, 2)


def test_the_hook_runs_the_command(commands, tmp_path):
    (tmp_path / "may.txt").write_text(BAD)
    done = subprocess.run(
        [*HOOK["entry"].split(), *HOOK.get("args", []), "may.txt"],
        cwd=tmp_path,
        env=commands,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "MIN301" in done.stdout


@pytest.mark.skipif(PRE_COMMIT is None, reason="pre-commit is not installed")
def test_pre_commit_knows_the_hook(tmp_path):
    done = subprocess.run(
        [PRE_COMMIT, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_the_snippet_for_gitlab_is_yaml_and_calls_what_exists(commands, tmp_path):
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    block = re.search(r"## GitLab.*?```yaml\n(.*?)```", page, re.DOTALL)
    job = yaml.safe_load(block[1])["minutes"]
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / "may.txt").write_text(BAD)
    done = subprocess.run(
        ["bash", "-e", "-c", job["script"][-1]], cwd=tmp_path, env=commands, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert (tmp_path / job["artifacts"]["reports"]["codequality"]).is_file()
