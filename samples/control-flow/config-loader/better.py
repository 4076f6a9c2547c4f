"""Load the settings of a program: defaults, then a JSON file, then the environment.

The file is optional. A port that is not a port must stop the program.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

PORTS = range(1, 65_536)
YES = frozenset({"1", "true", "yes", "on"})


class ConfigError(Exception):
    """The settings cannot be used; the message says why, for the operator."""


@dataclass(frozen=True)
class Settings:
    """What can be configured, with its defaults.

    Frozen, so that no caller can change the settings of all the others.
    """

    host: str = "localhost"
    port: int = 8080
    debug: bool = False


def parse_port(value: object) -> int:
    """Return the port that a text or number stands for.

    >>> parse_port("8080")
    8080
    """
    try:
        port = int(str(value))
    except ValueError as error:
        raise ConfigError(f"the port must be a number, not {value!r}") from error
    if port not in PORTS:
        raise ConfigError(f"the port must be in 1..65535, not {port}")
    return port


def parse_flag(value: object) -> bool:
    """Return the truth that a text stands for: a text "False" is not true.

    >>> parse_flag("False"), parse_flag("yes"), parse_flag(True)
    (False, True, True)
    """
    return str(value).casefold() in YES


def read_file(path: Path) -> dict[str, Any]:
    """Read overrides from a JSON file; without the file there are none.

    >>> read_file(Path("not-there.json"))
    {}
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    try:
        overrides = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(f"{path} is not JSON: {error}") from error
    if not isinstance(overrides, dict):
        raise ConfigError(f"{path} must hold an object")
    return overrides


def read_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Pick the overrides among the environment variables.

    >>> read_environment({"APP_PORT": "80", "HOME": "elsewhere"})
    {'port': '80'}
    """
    variables = {name: f"APP_{name.upper()}" for name in asdict(Settings())}
    return {
        name: environment[variable]
        for name, variable in variables.items()
        if variable in environment
    }


def load(path: Path, environment: Mapping[str, str]) -> Settings:
    """Combine defaults, file and environment; the later ones win.

    The environment is a parameter, not a global: the tests need no patching.
    """
    overrides = {**read_file(path), **read_environment(environment)}
    settings = Settings()
    return replace(
        settings,
        host=str(overrides.get("host", settings.host)),
        port=parse_port(overrides.get("port", settings.port)),
        debug=parse_flag(overrides.get("debug", settings.debug)),
    )


def save(path: Path, settings: Settings) -> None:
    """Write the settings as JSON, with the folders that it takes.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "deep" / "down" / "settings.json"
    ...     save(path, Settings(port=80))
    ...     load(path, {"APP_DEBUG": "yes"})
    Settings(host='localhost', port=80, debug=True)
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")


def main() -> None:
    """Print the settings, or why there are none."""
    path = Path(__file__).with_name("settings.json")
    try:
        settings = load(path, os.environ)
    except ConfigError as error:
        sys.exit(f"bad settings: {error}")
    print(settings.host, settings.port, settings.debug)


if __name__ == "__main__":
    main()
