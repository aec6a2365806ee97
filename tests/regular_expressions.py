"""Every regular expression of argmap, and the texts that are the hardest for each.

The expressions are found where they are: in the globals of modules, in what cached functions have
returned, and in calls such as `re.sub(r"…", …)`. So one that is added tomorrow is found too.
"""

import ast
import builtins
import functools
import gc
import importlib
import pkgutil
import random
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import NamedTuple

import argmap

_CALLS = (
    "compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"
)  # fmt: skip
_CATEGORIES = {
    kinds.CATEGORY_DIGIT: r"\d",
    kinds.CATEGORY_NOT_DIGIT: r"\D",
    kinds.CATEGORY_SPACE: r"\s",
    kinds.CATEGORY_NOT_SPACE: r"\S",
    kinds.CATEGORY_WORD: r"\w",
    kinds.CATEGORY_NOT_WORD: r"\W",
}
_PALETTE = "ab0_- \t\n\r\"'.:,;/\\#é漢\u3000😀"


class Expression(NamedTuple):
    """A regular expression and where it stands.

    methods: how it is used: `match`, `fullmatch`, or something that looks for it in a text
    """

    name: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


# -- where they are ------------------------------------------------------------------------------


def modules() -> list[ModuleType]:
    """Return all modules of argmap."""
    found = pkgutil.walk_packages(argmap.__path__, "argmap.")
    return [importlib.import_module(m.name) for m in found if not m.name.endswith("__main__")]


def all_expressions() -> list[Expression]:
    """Return every expression by its place, `module.NAME` or `module:line`, in order.

    Those in cached functions are there only if somebody has called these.
    """
    trees = {module: _tree(module) for module in modules()}
    uses = _uses(trees)
    found: dict[str, Expression] = {}
    for module, tree in trees.items():
        short = module.__name__.removeprefix("argmap.")
        for name, value in vars(module).items():
            if (module.__name__, name) in uses.imported:
                continue  # it is found where it was made
            methods = frozenset(uses.methods.get((module.__name__, name), ("search",)))
            for index, pattern in enumerate(_patterns_in(module, value)):
                place = f"{short}.{name}" + (f"[{index}]" if index else "")
                found[place] = Expression(place, pattern, methods)
        for line, pattern, method in _written_in_functions(module, tree):
            place = f"{short}:{line}"
            found[place] = Expression(place, pattern, frozenset((method,)))
    return list(found.values())


def uncalled() -> list[str]:
    """Return the cached functions that make expressions and that nobody has called."""
    return [
        f"{module.__name__}.{name}"
        for module in modules()
        for name, value in vars(module).items()
        if _makes_patterns(module, value) and not value.cache_info().currsize
    ]


def _tree(module: ModuleType) -> ast.Module:
    assert module.__file__ is not None
    return ast.parse(Path(module.__file__).read_text("utf-8"))


def _patterns_in(module: ModuleType, value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (p for part in value.items() for p in _patterns_in(module, part))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (p for part in value for p in _patterns_in(module, part))
    elif _makes_patterns(module, value):
        for cache in gc.get_referents(value):
            yield from _patterns_in(module, cache) if isinstance(cache, dict) else ()


def _makes_patterns(module: ModuleType, value: object) -> bool:
    if not isinstance(value, functools._lru_cache_wrapper) or value.__module__ != module.__name__:
        return False
    return "Pattern" in str(value.__wrapped__.__annotations__.get("return"))


class _Uses(NamedTuple):
    """What is done with the globals of all modules, each named by module and name.

    methods:  the attributes that are asked of it, `search` if anything else is done with it
    imported: those that another module has made
    """

    methods: dict[tuple[str, str], set[str]]
    imported: set[tuple[str, str]]


def _uses(trees: dict[ModuleType, ast.Module]) -> _Uses:
    origins = {
        (module.__name__, alias.asname or alias.name): (node.module, alias.name)
        for module, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    methods: dict[tuple[str, str], set[str]] = {}
    for module, tree in trees.items():
        asked = _asked_of(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                name = (module.__name__, node.id)
                used = methods.setdefault(origins.get(name, name), set())
                used.add(asked.get(id(node), "search"))
    return _Uses(methods, set(origins))


def _asked_of(tree: ast.Module) -> dict[int, str]:
    """Return the attribute that is asked of an expression, by the expression's identity."""
    return {id(n.value): n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}


class _Names(dict[str, object]):
    """The globals of a module, and "a" for what is known only inside its functions."""

    def __missing__(self, name: str) -> object:
        return vars(builtins).get(name, "a")


def _written_in_functions(
    module: ModuleType, tree: ast.Module
) -> Iterator[tuple[int, re.Pattern[str], str]]:
    """Return line, expression and method of each call such as `re.sub(r"…", …)`."""
    asked = _asked_of(tree)
    functions = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and not _makes_patterns(module, vars(module).get(node.name))
    ]
    calls = {
        node: node.func.attr
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in _CALLS
    }
    for call, method in calls.items():
        code = compile(ast.Expression(call.args[0]), "<expression>", "eval")
        pattern = re.compile(eval(code, {}, _Names(vars(module))))
        yield (
            call.lineno,
            pattern,
            asked.get(id(call), "search") if method == "compile" else method,
        )


# -- what is hard for them -----------------------------------------------------------------------


class Recipe(NamedTuple):
    """A text of any length: `unit` again and again between two others."""

    prefix: str
    unit: str
    suffix: str


def pumped(recipe: Recipe, length: int) -> str:
    """Return the text of about some length."""
    return recipe.prefix + recipe.unit * max(1, length // len(recipe.unit)) + recipe.suffix


def recipes(pattern: re.Pattern[str], most: int, draw: random.Random) -> list[Recipe]:
    """Return at most so many recipes, those with nothing in front of a short unit first."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    own = sorted(set(_literals(tree)))
    palette = "".join(dict.fromkeys([*own, *_PALETTE]))
    maker = _Maker(draw, palette)
    bodies = [maker.text(body) for body in _bodies(tree) for _ in range(3)]
    wholes = [maker.text(tree) for _ in range(4)]
    pairs = [draw.choice(palette) + draw.choice(own or palette) for _ in range(20)]
    runs = list(_runs(tree))
    units = [unit for unit in dict.fromkeys([*palette, *runs, *bodies, *wholes, *pairs]) if unit]
    fronts = [whole[:cut] for whole in wholes for cut in range(len(whole) + 1)]
    fronts = list(dict.fromkeys(["", *fronts]))
    ends = ["", "\n", "\x00", "!", *own]
    simple = [Recipe("", unit, end) for unit in units for end in ("", "\x00\n")]
    mixed = [
        Recipe(draw.choice(fronts), draw.choice(units), draw.choice(ends)) for _ in range(most)
    ]
    return list(dict.fromkeys([*simple, *mixed]))[:most]


def _parts(node: object) -> Iterator[object]:
    if isinstance(node, parser.SubPattern):
        yield from node.data
    elif isinstance(node, list | tuple):
        yield from node


def _literals(node: object) -> Iterator[str]:
    match node:
        case (kinds.LITERAL | kinds.NOT_LITERAL, code):
            yield chr(code)
        case (kinds.RANGE, (first, last)):
            yield from (chr(first), chr(last))
        case _:
            for part in _parts(node):
                yield from _literals(part)


def _runs(node: object) -> Iterator[str]:
    """Return the literals that stand behind one another anywhere in a pattern, as one."""
    run = ""
    for part in _parts(node):
        if isinstance(part, tuple) and part and part[0] is kinds.LITERAL:
            run += chr(part[1])
            continue
        if len(run) > 1:
            yield run
        run = ""
        yield from _runs(part)
    if len(run) > 1:
        yield run


def _bodies(node: object) -> Iterator[object]:
    """Return what is repeated anywhere in a pattern."""
    match node:
        case (kinds.MAX_REPEAT | kinds.MIN_REPEAT | kinds.POSSESSIVE_REPEAT, (_, _, body)):
            yield body
            yield from _bodies(body)
        case _:
            for part in _parts(node):
                yield from _bodies(part)


class _Maker:
    """Makes texts that a part of a pattern matches, as far as that can be seen from the part."""

    def __init__(self, draw: random.Random, palette: str) -> None:
        self._draw, self._palette = draw, palette

    def text(self, node: object) -> str:  # noqa: PLR0911 (one for each kind of node)
        match node:
            case (kinds.LITERAL, code):
                return chr(code)
            case (kinds.NOT_LITERAL, code):
                return self._one_of(f"[^{re.escape(chr(code))}]")
            case (kinds.ANY, _):
                return self._one_of(".")
            case (kinds.IN, members):
                return self._one_of("[" + "".join(map(_member, members)) + "]")
            case (
                kinds.MAX_REPEAT | kinds.MIN_REPEAT | kinds.POSSESSIVE_REPEAT,
                (least, most, body),
            ):
                times = self._draw.randint(least, min(max(least + 2, 1), most))
                return "".join(self.text(body) for _ in range(times))
            case (kinds.BRANCH, (_, branches)):
                return self.text(self._draw.choice(branches))
            case (kinds.SUBPATTERN, (*_, body)) | (kinds.ATOMIC_GROUP, body):
                return self.text(body)
            case (kinds.AT | kinds.ASSERT | kinds.ASSERT_NOT | kinds.GROUPREF, _):
                return ""
            case _:
                return "".join(map(self.text, _parts(node)))

    def _one_of(self, characters: str) -> str:
        matching = re.findall(characters, self._palette)
        return self._draw.choice(matching) if matching else ""


def _member(member: tuple[object, object]) -> str:
    match member:
        case (kinds.LITERAL, code):
            return re.escape(chr(code))
        case (kinds.RANGE, (first, last)):
            return f"{re.escape(chr(first))}-{re.escape(chr(last))}"
        case (kinds.CATEGORY, category):
            return _CATEGORIES[category]
        case _:
            return "^"  # NEGATE, which stands first
