"""The command line in a folder of its own, as the tests of commands have it."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

_PLACE = Path(__file__).parents[1] / "cli/conftest.py"
_SPEC = spec_from_file_location("cli_conftest", _PLACE)
_MODULE = module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MODULE)

run, write = _MODULE.run, _MODULE.write
