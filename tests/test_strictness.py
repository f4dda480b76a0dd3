"""The net under the other tests holds: each of these small tests must fail."""

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parent.parent

CARELESS = """
import logging
import warnings

from PySide6.QtCore import QObject, qWarning


def test_that_warns():
    warnings.warn("careless")


def test_that_logs():
    logging.getLogger("some.module").warning("careless")


def test_that_makes_qt_complain():
    qWarning("careless")


def test_that_expects_a_line_in_vain(log_watch):
    with log_watch.expects("something"):
        pass


def test_that_raises_in_a_slot(qtbot):
    thing = QObject()
    thing.objectNameChanged.connect(lambda name: 1 / 0)
    thing.setObjectName("careless")
"""

CAREFUL = """
import logging
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths


def test_that_expects_its_line(log_watch):
    with log_watch.expects("careful"):
        logging.warning("very careful")


def test_that_has_folders_of_its_own(user_folders):
    assert Path.home() == user_folders / "home"
    settings = QSettings("Some Body", "Some Thing")
    assert Path(settings.fileName()).is_relative_to(user_folders)
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    assert Path(data).is_relative_to(user_folders)
"""


@pytest.fixture
def same_rules(pytester: pytest.Pytester) -> pytest.Pytester:
    """A folder for tests where the project's own rules hold."""
    pytester.makeconftest((ROOT / "tests/conftest.py").read_text())
    (pytester.path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    return pytester


def test_carelessness_fails(same_rules: pytest.Pytester) -> None:
    path = same_rules.makepyfile(CARELESS)
    result = same_rules.runpytest_subprocess(path)
    # A log line is noticed after the test: it passes, and then its end is an error.
    result.assert_outcomes(passed=1, failed=4, errors=1)


def test_care_passes(same_rules: pytest.Pytester) -> None:
    path = same_rules.makepyfile(CAREFUL)
    same_rules.runpytest_subprocess(path).assert_outcomes(passed=2)
