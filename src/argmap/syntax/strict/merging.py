"""Data of several places that is put together under one title, as lodash merges it."""

_Container = dict[str, object] | list[object]


def merged(values: list[object]) -> dict[str, object]:
    """Return a mapping with all values merged into one another; the last one counts.

    Mappings are merged by their keys and lists by their places, to any depth.
    """
    result: dict[str, object] = {}
    for value in values:
        if isinstance(value, dict | list):
            _merge(result, value)
    return result


def _merge(target: _Container, source: _Container) -> None:
    known: dict[
        tuple[int, int], _Container
    ] = {}  # what was merged into what, as data may be cyclic
    waiting: list[tuple[_Container, _Container]] = [(target, source)]
    while waiting:
        target, source = waiting.pop()
        entries = enumerate(source) if isinstance(source, list) else source.items()
        for key, value in entries:
            if not isinstance(value, dict | list):
                _set(target, key, value)
                continue
            old = _get(target, key)
            fits = isinstance(old, list if isinstance(value, list) else dict | list)
            pair = (id(value), id(old) if fits else 0)
            if pair not in known:
                empty: _Container = [] if isinstance(value, list) else {}
                known[pair] = old if isinstance(old, dict | list) and fits else empty
                waiting.append((known[pair], value))
            _set(target, key, known[pair])


def _get(target: _Container, key: int | str) -> object:
    if isinstance(target, dict):
        return target.get(str(key))
    return target[key] if isinstance(key, int) and key < len(target) else None


def _set(target: _Container, key: int | str, value: object) -> None:
    if isinstance(target, dict):
        target[str(key)] = value
    elif isinstance(key, int):  # a list keeps no other keys when it is exported
        target.extend([None] * (key + 1 - len(target)))
        target[key] = value
