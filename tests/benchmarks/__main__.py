"""Runs every benchmark beside this file, or those named: `python -m tests.benchmarks start`."""

import importlib
import pkgutil
import sys

import tests.benchmarks as folder


def main(wanted: list[str]) -> None:
    names = [module.name for module in pkgutil.iter_modules(folder.__path__) if not module.name.startswith("_")]
    for name in wanted or names:
        importlib.import_module(f"tests.benchmarks.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
