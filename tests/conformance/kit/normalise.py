# ruff: noqa
# fmt: off
"""Turn a reference-shaped Argdown JSON export into the kit's normal form (see NORMAL_FORM.md).

    normalise.py EXPORT.json [-o OUT]      one file; '-' reads stdin
    normalise.py --lines DIR               reads oracle.mjs JSON lines on stdin, writes DIR/<name>.expected.json
"""
from __future__ import annotations
import argparse, gzip, json, math, os, re, sys

SYMMETRIC = {"contradictory", "contrary"}
KIND = {"equivalence-class": "statement", "argument": "argument", "inference": "inference",
        "statement-map-node": "statement", "argument-map-node": "argument", "group-map-node": "group"}
_WS = re.compile(r"\s+")


def text(v):
    """Blanks in exported texts are accidental in the reference: collapse runs, trim. Absent and empty are the same: null."""
    if v is None:
        return None
    v = _WS.sub(" ", str(v)).strip()
    return v or None


def number(v):
    """JSON numbers: 1.0 is 1; booleans stay; NaN/inf is null as in JSON.stringify."""
    if isinstance(v, float):
        if math.isnan(v) or math.isinf(v):
            return None
        if v == int(v) and abs(v) < 1e15:
            return int(v)
    return v


def data(v):
    if isinstance(v, dict):
        return {str(k): data(x) for k, x in v.items()}
    if isinstance(v, list):
        return [data(x) for x in v]
    return number(v)


def data_or_none(v):
    v = data(v)
    return None if v is None or v == {} else v


def covered(raw, start, stop, units):
    if raw is None or start is None or stop is None:
        return None
    if units == "utf16":
        b = raw.encode("utf-16-le", "surrogatepass")
        return b[start * 2: (stop + 1) * 2].decode("utf-16-le", "replace")
    return raw[start: stop + 1]


def marks(m, units="utf16"):
    out = []
    for r in m.get("ranges") or []:
        t = r.get("type")
        if t == "special-char":          # its stop is exclusive in the reference and its start is relative: not compared
            continue
        out.append([t, text(covered(m.get("text"), r.get("start"), r.get("stop"), units)),
                    r.get("tag") or r.get("url") or r.get("title")])
    return sorted(out, key=lambda x: json.dumps(x, ensure_ascii=False))


def canonical(members):
    """Last member that is not a bare reference, or the last one with data isCanonical."""
    default = None
    for m in reversed(members or []):
        if m.get("isReference"):
            continue
        d = m.get("data")
        if isinstance(d, dict) and d.get("isCanonical"):
            return m
        if default is None:
            default = m
    return default


def by_line(ms):
    """Document order: the reference stores members in the order in which its rules END (children before parents)."""
    return sorted(ms, key=lambda m: m.get("startLine") or 0)


def section_paths(sections):
    paths = {}

    def walk(ss, prefix):
        for s in ss or []:
            p = prefix + [text(s.get("title")) or ""]
            if s.get("id") in paths:
                paths[s["id"]] = "ambiguous"      # ids can clash after group.regroup
            else:
                paths[s.get("id")] = p
            walk(s.get("children"), p)
    walk(sections, [])
    return paths


def inference(i):
    if not i:
        return None
    return {"rules": [text(r) or "" for r in (i.get("inferenceRules") or [])], "data": data_or_none(i.get("data"))}


def normalise(doc, units="utf16"):
    if doc.get("status") == "rejected":
        errs = doc.get("errors") or []
        first = errs[0] if errs else {}
        return {"status": "rejected",
                "messages": [e.get("message") for e in errs],
                "first": {"line": first.get("line"), "column": first.get("column"), "kind": first.get("kind")}}
    secs = section_paths(doc.get("sections"))

    def secpath(o):
        s = o.get("section")
        if isinstance(s, dict):
            s = s.get("id")
        p = secs.get(s) if s is not None else None
        return None if p == "ambiguous" else p

    statements = {}
    for title, ec in (doc.get("statements") or {}).items():
        ms = ec.get("members") or []
        can = canonical(ms)
        statements[title] = {
            "text": text(can.get("text")) if can else None,
            "members": [{"role": m.get("role"), "text": text(m.get("text")), "isReference": bool(m.get("isReference")),
                         "line": m.get("startLine"), "marks": marks(m, units)} for m in by_line(ms)],
            "tags": sorted(set(ec.get("tags") or [])),
            "data": data_or_none(ec.get("data")),
            "section": secpath(ec),
        }
    arguments = {}
    for title, a in (doc.get("arguments") or {}).items():
        ms = a.get("members") or []
        can = canonical(ms)
        arguments[title] = {
            "description": text(can.get("text")) if can else None,
            "members": [{"text": text(m.get("text")), "isReference": bool(m.get("isReference")),
                         "line": m.get("startLine"), "marks": marks(m, units)} for m in by_line(ms)],
            "tags": sorted(set(a.get("tags") or [])),
            "data": data_or_none(a.get("data")),
            "section": secpath(a),
            "pcs": [{"role": s.get("role"), "statementTitle": s.get("title"), "text": text(s.get("text")),
                     "inference": inference(s.get("inference"))} for s in (a.get("pcs") or [])],
        }
    relations = []
    for r in doc.get("relations") or []:
        f = [KIND.get(r.get("fromType"), r.get("fromType")), r.get("from")]
        t = [KIND.get(r.get("toType"), r.get("toType")), r.get("to")]
        if r.get("relationType") in SYMMETRIC and [str(x) for x in t] < [str(x) for x in f]:
            f, t = t, f
        ci = r.get("conclusionIndex")
        relations.append([r.get("relationType"), f[0], f[1], t[0], t[1], ci])
    relations.sort(key=key)

    def tree(ss):
        return [{"title": text(s.get("title")) or "", "level": s.get("level"), "tags": sorted(set(s.get("tags") or [])),
                 "data": data_or_none(s.get("data")), "children": tree(s.get("children"))} for s in ss or []]

    out = {"status": "ok", "statements": statements, "arguments": arguments, "relations": relations,
           "sections": tree(doc.get("sections")), "tags": sorted((doc.get("tags") or {}).keys())}
    mp = doc.get("map")
    if mp is None:
        out["map"] = None
        return out
    nodes, ids = [], {}

    def walk(ns, path):
        for n in ns or []:
            kind = KIND.get(n.get("type"), n.get("type"))
            nodes.append({"type": kind, "title": n.get("title"), "labelTitle": text(n.get("labelTitle")),
                          "labelText": text(n.get("labelText")), "tags": sorted(set(n.get("tags") or [])),
                          "group": path, "isClosed": bool(n.get("isClosed"))})
            ids[n.get("id")] = [kind, n.get("title")]
            if kind == "group":
                walk(n.get("children"), path + [text(n.get("title")) or ""])
    walk(mp.get("nodes"), [])
    nodes.sort(key=key)
    edges = []
    for e in mp.get("edges") or []:
        f, t = ids.get(e.get("from"), ["?", e.get("from")]), ids.get(e.get("to"), ["?", e.get("to")])
        if e.get("relationType") in SYMMETRIC and [str(x) for x in t] < [str(x) for x in f]:
            f, t = t, f
        edges.append([e.get("relationType"), f[0], f[1], t[0], t[1]])
    edges.sort(key=key)
    out["map"] = {"nodes": nodes, "edges": edges}
    return out


def key(x):
    return json.dumps(x, ensure_ascii=False, sort_keys=True)


def dump(nf, pretty=True):
    if not pretty:
        return json.dumps(nf, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return json.dumps(nf, ensure_ascii=False, sort_keys=True, indent=1)


def load(path):
    if path == "-":
        return json.load(sys.stdin)
    op = gzip.open if path.endswith(".gz") else open
    with op(path, "rt", encoding="utf-8") as f:
        return json.load(f)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("file", nargs="?")
    ap.add_argument("-o")
    ap.add_argument("--lines", metavar="DIR")
    ap.add_argument("--gz", action="store_true")
    ap.add_argument("--compact", action="store_true")
    ap.add_argument("--units", choices=["utf16", "codepoint"], default="utf16")
    a = ap.parse_args()
    if a.lines:
        os.makedirs(a.lines, exist_ok=True)
        for line in sys.stdin:
            o = json.loads(line)
            name = re.sub(r"\.argdown$", "", os.path.basename(o["file"]))
            s = dump(normalise(o["raw"], a.units), not (a.compact or a.gz)) + "\n"
            p = os.path.join(a.lines, name + ".expected.json")
            if a.gz:
                with open(p + ".gz", "wb") as f, gzip.GzipFile(fileobj=f, mode="wb", mtime=0, filename="") as g:
                    g.write(s.encode())
            else:
                with open(p, "w", encoding="utf-8") as f:
                    f.write(s)
        return
    s = dump(normalise(load(a.file or "-"), a.units), not a.compact) + "\n"
    if a.o:
        with open(a.o, "w", encoding="utf-8") as f:
            f.write(s)
    else:
        sys.stdout.write(s)


if __name__ == "__main__":
    main()
