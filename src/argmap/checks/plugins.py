"""Rules in Python that other packages offer, by entry points of the group `argmap.rules`.

Only those are loaded that a project names, so that the same settings give the same verdict
whatever else is installed, and a start loads nothing that is not asked for.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points

from argmap.analysis.spelling import Speller
from argmap.checks.own_rules import Owned, guarded, last_line
from argmap.checks.rule import Rule
from argmap.errors import ArgmapError

GROUP = "argmap.rules"


class PluginError(ArgmapError):
    """A package with rules cannot be loaded, or offers something else."""


def load_plugins(names: Iterable[str]) -> tuple[Owned, ...]:
    """Return the rules of some entry points, in the order of their names in the settings.

    raises: `PluginError`
    """
    offered: dict[str, list[EntryPoint]] = {}
    for entry in entry_points(group=GROUP):
        known = offered.setdefault(entry.name, [])
        if all(_package(one) != _package(entry) for one in known):
            known.append(entry)  # a package may be found twice, in two folders of the path
    return tuple(owned for name in dict.fromkeys(names) for owned in _load(name, offered))


def _load(name: str, offered: dict[str, list[EntryPoint]]) -> Iterator[Owned]:
    entries = offered.get(name, [])
    if not entries:
        raise PluginError(f"no plugin is called {name!r}; {_guess(name, sorted(offered))}")
    if len(entries) > 1:
        packages = " and ".join(sorted(map(_package, entries)))
        raise PluginError(f"plugin {name!r} is offered by several packages: {packages}")
    origin = f"plugin {name!r}"
    try:
        loaded: object = entries[0].load()
        found = loaded() if callable(loaded) else loaded
        rules = [found] if isinstance(found, Rule) else _listed(found)
    except (Exception, SystemExit) as error:
        raise PluginError(f"{origin} cannot be loaded: {last_line(error)}") from error
    if rules is None:
        what = type(found).__name__
        raise PluginError(f"{origin} has to give a Rule or several, and gives a {what}")
    for rule in rules:
        if not isinstance(rule, Rule):
            what = type(rule).__name__
            raise PluginError(f"{origin} has to give rules only, and gives a {what} among them")
        yield Owned(guarded(rule, origin), origin)


def _listed(found: object) -> list[object] | None:
    return list(found) if isinstance(found, Iterable) and not isinstance(found, str) else None


def _guess(name: str, known: list[str]) -> str:
    nearest = Speller(known).nearest(name)
    if nearest:
        return f"did you mean {nearest!r}?"
    if known:
        return f"installed: {', '.join(known)}"
    return f"no installed package offers any (entry points of the group {GROUP!r})"


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist is not None else entry.value
