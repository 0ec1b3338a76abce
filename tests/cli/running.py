"""Running commands, in this process or as a user starts them."""

from __future__ import annotations

import os
import subprocess
import sys

from typer.testing import CliRunner, Result

from kg.cli import app
from tests.conftest import ROOT

TEXT = "6月11日，百色市与华为技术有限公司签署战略合作协议。双方将在智慧城市领域开展合作。"


def kg(*args: str) -> Result:
    return CliRunner().invoke(app, list(args))


def program(*args: str, encoding: str = "utf-8", **options) -> subprocess.CompletedProcess[str]:
    """The program as a user starts it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    command = [sys.executable, "-m", "kg", *args]
    return subprocess.run(command, capture_output=True, encoding=encoding, env=environment, **options)
