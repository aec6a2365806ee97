"""Strongly connected components, for graphs of any depth."""

from collections.abc import Sequence


def components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components of a graph on 0 … n-1 (Tarjan 1972).

    A component comes after every component that can be reached from it, and its members are in
    ascending order. One pass, O(nodes + edges), without recursion.
    """
    count = len(successors)
    index = [0] * count  # order of discovery, from 1; 0 is undiscovered
    lowest = [0] * count
    waiting = bytearray(count)  # whether a node is on `stack`
    stack: list[int] = []
    found: list[list[int]] = []
    discovered = 0
    for root in range(count):
        if index[root]:
            continue
        if all(index[successor] and not waiting[successor] for successor in successors[root]):
            discovered += 1
            index[root] = discovered
            found.append([root])  # all that it leads to has its component: it is one by itself
            continue
        work = [(root, iter(successors[root]))]
        discovered += 1
        index[root] = lowest[root] = discovered
        stack.append(root)
        waiting[root] = True
        while work:
            node, rest = work[-1]
            for successor in rest:
                if not index[successor]:
                    discovered += 1
                    index[successor] = lowest[successor] = discovered
                    stack.append(successor)
                    waiting[successor] = True
                    work.append((successor, iter(successors[successor])))
                    break
                if waiting[successor]:
                    lowest[node] = min(lowest[node], index[successor])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == index[node]:
                    found.append(_popped(stack, waiting, node))
    return found


def _popped(stack: list[int], waiting: bytearray, node: int) -> list[int]:
    members = []
    while True:
        member = stack.pop()
        waiting[member] = False
        members.append(member)
        if member == node:
            return sorted(members)
