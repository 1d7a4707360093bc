"""The ways into a pipeline: the hook of pre-commit, the action for GitHub, the snippet for GitLab."""

from __future__ import annotations

import json
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


needs_pre_commit = pytest.mark.skipif(not (PRE_COMMIT and shutil.which("git")), reason="needs pre-commit and git")


@pytest.fixture
def repository(tmp_path):
    """Return a function that makes a repository with good and bad minutes and runs pre-commit over it."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "may.txt").write_text(BAD)
    (folder / "june.txt").write_text(BAD.replace("Action: to", "Action: Orla Fenwick to"))
    (folder / "notes.csv").write_text("no,minutes\n")
    nobody = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "PRE_COMMIT_HOME": str(tmp_path / "hooks"),
    }

    def run(repo: dict[str, object], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [repo]}))
        for command in (["git", "init", "-q"], ["git", "add", "."]):
            subprocess.run(command, cwd=folder, env=environment | nobody, check=True)
        command = [PRE_COMMIT, "run", "--all-files", "--verbose", "--color", "never"]
        return subprocess.run(command, cwd=folder, env=environment | nobody, capture_output=True, text=True)

    return run


def holds_the_commit(done: subprocess.CompletedProcess[str]) -> bool:
    """Return whether the hook failed over the bad minutes and over nothing else."""
    failed = done.returncode == 1 and "may.txt:7:9: MIN301" in done.stdout
    return failed and "1 finding in 1 of 2 files." in done.stdout


@needs_pre_commit
def test_pre_commit_knows_the_hook():
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    done = subprocess.run([PRE_COMMIT, "validate-manifest", manifest], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@needs_pre_commit
def test_pre_commit_runs_the_hook(commands, repository):
    hook = {**HOOK, "language": "system"}  # the command that is at hand; the rest as it is published
    done = repository({"repo": "local", "hooks": [hook]}, commands)
    assert holds_the_commit(done), done.stdout + done.stderr


@needs_pre_commit
@pytest.mark.skipif(not os.environ.get("FULL_TESTS"), reason="installs everything anew: FULL_TESTS=1, as .ci/run sets")
def test_pre_commit_installs_the_hook_from_the_repository(repository):
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    if commit.returncode:
        pytest.skip("this copy of the project is no repository")
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = repository({"repo": str(ROOT), "rev": commit.stdout.strip(), "hooks": [{"id": HOOK["id"]}]}, plain)
    if "No matching distribution" in done.stdout or "Connection" in done.stdout:
        pytest.skip("no package index is at hand")
    assert holds_the_commit(done), done.stdout + done.stderr


def test_the_snippet_for_gitlab_is_yaml_and_calls_what_exists(commands, tmp_path):
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    block = re.search(r"## GitLab.*?```yaml\n(.*?)```", page, re.DOTALL)
    job = yaml.safe_load(block[1])["minutes"]
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / "may.txt").write_text(BAD)
    shim = Path(commands["PATH"].split(os.pathsep)[0], "pip")
    shim.write_text('#!/bin/sh\necho "$@" > installed\n')
    shim.chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-c", "\n".join(job["script"])], cwd=tmp_path, env=commands, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "installed").read_text() == "install minutes-parser\n"
    (issue,) = json.loads((tmp_path / job["artifacts"]["reports"]["codequality"]).read_text())
    assert issue["location"] == {"path": "minutes/may.txt", "lines": {"begin": 7, "end": 7}}
