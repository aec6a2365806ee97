"""Pictures stand in boxes, whole and embedded; what could run, fetch or fill a disk does not."""

import re
import struct
import zlib
from base64 import b64decode

import pytest

import argmap
from argmap.drawing import make_report
from argmap.mapping.image_settings import MOST_IN_A_BOX
from argmap.rendering import render
from argmap.rendering.image_files import LARGEST, embed


def png(width=40, height=20):
    def chunk(kind, data):
        return (
            struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + b"\x20\x80\xc0" * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80">{}</svg>'
GIF = b"GIF89a" + struct.pack("<HH", 16, 8) + b"\0" * 10
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00\xff\xd9"
WEBP = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x1f\0\0\x0f\0\0"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "argmap.toml").write_text("")
    (tmp_path / "dog.png").write_bytes(png())
    (tmp_path / "cat.svg").write_text(SVG.format('<rect width="9" height="9"/>'))

    def draw(text):
        path = tmp_path / "map.argdown"
        path.write_text(text, "utf-8")
        return argmap.draw_map(argmap.load(str(path)))

    draw.folder = tmp_path
    return draw


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (png(), "png", (30, 15)),
        (GIF, "gif", (12, 6)),
        (JPEG, "jpeg", (24, 12)),
        (WEBP, "webp", (24, 12)),
        (SVG.format("").encode(), "svg+xml", (90, 60)),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" width="1in" height="36pt"/>',
            "svg+xml",
            (72, 36),
        ),
    ],
)
def test_a_picture_is_known_by_its_bytes(data, kind, size):
    image = embed(data)
    head, _, body = image.href.partition(",")
    assert head == f"data:image/{kind};base64"
    assert b64decode(body) == data
    assert (image.width, image.height) == size


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        "<foreignObject/>",
        '<image href="https://example.org/a.png"/>',
        '<image xmlns:x="http://www.w3.org/1999/xlink" x:href="file:///etc/passwd"/>',
        '<use href="other.svg#a"/>',
        '<image href="data:image/svg+xml,&lt;svg/&gt;"/>',
        "<style>@import 'https://example.org/a.css';</style>",
        '<rect style="fill:url(https://example.org/a)"/>',
        "<rect fill=\"url( '//example.org/a')\"/>",
        "<style>a{fill:\\75rl(//example.org)}</style>",
        '<set attributeName="href" to="javascript:alert(1)"/>',
    ],
)
def test_an_svg_that_could_do_something_is_refused(inside):
    with pytest.raises(ValueError, match=r"could run|fetches"):
        embed(SVG.format(inside).encode())


def test_an_svg_may_point_into_itself():
    inside = '<g id="a"/><use href="#a"/><rect fill="url(#g)" style="stroke:url(#h)"/>'
    assert embed(SVG.format(inside).encode()).href


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"\xff\xd8" + b"\xff" * 200_000,
        b"GIF89a",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"<svg",
        b"<html><svg></svg></html>",
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        png()[:16] + struct.pack(">LL", 0, 5),
        png()[:16] + struct.pack(">LL", 2**31, 5),
        b"\x89PNG\r\n\x1a\n" + b"\0" * LARGEST,
    ],
    ids=range(13),
)
def test_what_is_no_picture_is_refused_with_a_reason(data):
    with pytest.raises(ValueError, match=r"^it"):
        embed(data)


def test_tags_and_data_put_pictures_into_boxes(project):
    drawn = project(
        "===\nimages:\n  files:\n    dog: {path: dog.png, width: 60}\n    cat: cat.svg\n===\n\n"
        "[A]: a #dog\n  + <B>: b {images: [cat, dog.png]}\n  - <C>: c\n"
    )
    assert drawn.notices == ()
    found = {box.title: box.pictures for box in drawn.boxes}
    assert [(each.name, each.width, each.height) for each in found["A"]] == [("dog", 60.0, 30.0)]
    assert [each.name for each in found["B"]] == ["cat", "dog.png"]
    assert found["C"] == ()
    svg = render(drawn, "svg")
    assert svg.count("data:image/png;base64,") == 1  # the file once, though it is shown twice
    assert svg.count("<use ") == 3
    page = render(drawn, "html")
    assert "img-src data:" in page
    for format in ("png", "pdf"):
        assert render(drawn, format)


def test_pictures_can_be_switched_off(project):
    text = "===\nimages: {useTags: false, useData: false, files: {dog: dog.png}}\n===\n\n"
    drawn = project(text + "[A]: a #dog {images: [dog]}\n  + [B]: b\n")
    assert [box.pictures for box in drawn.boxes] == [(), ()]


def test_the_colour_of_a_picture_reaches_the_pixels(project):
    drawn = project('[A]: a {images: ["dog.png"]}\n  + [B]: b\n')
    image = re.search(r"<svg x=.*?</svg>", render(drawn, "svg"), re.DOTALL)[0]
    assert "<title>dog.png</title>" in image
    assert _has_pixel(render(drawn, "png"), (0x20, 0x80, 0xC0))


def _has_pixel(data, color):
    place, packed = 8, b""
    width, _, _, kind = struct.unpack_from(">LLBB", data, 16)
    while place < len(data):
        length = struct.unpack_from(">L", data, place)[0]
        if data[place + 4 : place + 8] == b"IDAT":
            packed += data[place + 8 : place + 8 + length]
        place += 12 + length
    raw = zlib.decompress(packed)
    size = {2: 3, 6: 4}[kind]
    before = bytearray(width * size)
    for start in range(0, len(raw), width * size + 1):
        line = bytearray(raw[start + 1 : start + 1 + width * size])
        for i in range(len(line)):
            left = line[i - size] if i >= size else 0
            up, corner = before[i], before[i - size] if i >= size else 0
            guess = left + up - corner
            paeth = min((left, up, corner), key=lambda each: abs(guess - each))
            line[i] = (line[i] + (0, left, up, (left + up) // 2, paeth)[raw[start]]) & 255
        if any(tuple(line[i : i + 3]) == color for i in range(0, len(line), size)):
            return True
        before = line
    return False


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.png", "there is no file"),
        ("https://example.org/a.png", "not fetched"),
        ("//example.org/a.png", "not fetched"),
        ("data:image/png;base64,AAAA", "not fetched"),
        ("../../secret.png", "outside the project"),
        ("/etc/passwd", "outside the project"),
        ("a\\0b", "null character"),
        ("map.argdown", "no PNG"),
        ("", "there is no file"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told_and_the_map_is_drawn(project, name, reason):
    drawn = project(f'[A]: a {{images: ["{name}"]}}\n  + [B]: b\n')
    assert [box.pictures for box in drawn.boxes] == [(), ()]
    (notice,) = drawn.notices
    assert reason in notice
    assert "<svg" in render(drawn, "svg")


@pytest.mark.parametrize("value", ["7", "{a: b}", "[[x]]", "true"])
def test_pictures_of_the_wrong_kind_are_told(project, value):
    drawn = project(f"[A]: a {{images: {value}}}\n  + [B]: b\n")
    assert any("no list" in notice for notice in drawn.notices)


def test_many_pictures_are_told_briefly_and_do_not_grow_without_end(project):
    names = ", ".join(f'"p{number}.png"' for number in range(20))
    drawn = project(f"[A]: a {{images: [{names}]}}\n  + [B]: b {{images: [dog.png, dog.png]}}\n")
    assert len(drawn.notices) <= 6
    assert len(drawn.boxes[1].pictures) == 2
    text = "\n\n".join(f"[S{number}]: s {{images: [dog.png]}}\n  + [T]" for number in range(50))
    assert render(project(text), "svg").count("base64") == 1
    assert MOST_IN_A_BOX == 4


def test_huge_wishes_for_size_are_cut_to_the_box(project):
    drawn = project(
        "===\nimages: {files: {dog: {path: dog.png, width: 99999, height: 1}}}\n===\n\n"
        "[A]: a #dog\n  + [B]: b\n"
    )
    (picture,) = drawn.boxes[0].pictures
    assert picture.width <= 180 and picture.height >= 1


def test_the_notices_reach_whoever_draws(project):
    report = make_report(
        argmap.load(str(_written(project, '[A]: a {images: ["no.png"]}\n  + [B]\n')))
    )
    from argmap.rendering import draw

    assert any("no.png" in notice for notice in draw(report, "svg").notices)


def _written(project, text):
    path = project.folder / "other.argdown"
    path.write_text(text, "utf-8")
    return path
