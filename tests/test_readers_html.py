"""HTML: lines, lists, tables, furniture, entities and encodings."""

from __future__ import annotations

import time

import pytest

from minutes_parser import parse
from minutes_parser.readers.html_ import read_html
from minutes_parser.readers.html_depth import flattened
from minutes_parser.readers.rows import row_lines


def text(markup: str) -> str:
    return read_html(markup.encode(), "test.html").text


def test_headings_are_known_by_their_level() -> None:
    """One in a cell of several belongs to its row; a table of one cell gives a page its frame."""
    rows = b"<table><tr><td><h3>Gate</h3><td>Shut</table><table><tr><td><h3>Pond</h3><p>Dry.</table>"
    page = read_html(b"<h1>Minutes</h1><h2>1. Hedges</h2><p>Cut.</p>" + rows, "test.html")
    headings = [(page.text[at:].split("\n")[0], level) for at, level in page.headings]
    assert headings == [("Minutes", 1), ("1. Hedges", 2), ("Pond", 3)]


@pytest.mark.parametrize("mark", ["&#xe000;", "&#xe001;", "&#xe002;", "&amp;#xe002;", "\ue002", "\ue000"])
def test_a_page_may_print_the_readers_own_marks(mark: str) -> None:
    page = read_html(f"<p>{mark}Hedge</p><p>a{mark}b</p>".encode(), "test.html")
    assert (page.text, page.furniture, page.headings) == ("Hedge\n\na b\n", (), ())


def test_headings_of_a_page_are_its_items() -> None:
    page = (
        "<h1>Notes of the meeting</h1><p>Present: Ann Oak, Bob Reed</p>"
        "<h2>Grounds</h2><p>Hedges</p><p>The hedges along the lane were cut in May.</p><p>Gate</p>"
        "<p>The gate to the field was painted.</p><h2>Any other business</h2><p>There was none.</p>"
    )
    meeting = parse(page.encode(), name="test.html")
    assert [item.title for item in meeting.items] == ["Grounds", "Any other business"]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>The   hedge\nwas <b>cut</b>.</p><p>Noted.", "The hedge was cut.\n\nNoted.\n"),
        ("one<br />two<br><br/>three", "one\ntwo\n\nthree\n"),
        ("<div>one</div><div><br></div><div>two<br></div>three", "one\n\ntwo\nthree\n"),
        ("<div>a</div><div>b<span>c</span></div>", "a\nbc\n"),
        (
            "<div>" + "The hedge was cut. " * 3 + "<div>Noted.</div>three",
            "The hedge was cut. " * 2 + "The hedge was cut.\nNoted.\nthree\n",
        ),
        (
            "<div>" + "The hedge was cut. " * 3 + "</div><div>Noted.",
            "The hedge was cut. " * 2 + "The hedge was cut.\n\nNoted.\n",
        ),
        ("<h2>Hedges</h2>Cut.", "Hedges\n\nCut.\n"),
        ("<ol><li>Reed<li>Stone</ol>", "1. Reed\n2. Stone\n"),
        ("<ol start=3 type=a><li>Reed</li><li value=9>Stone</li></ol>", "c. Reed\ni. Stone\n"),
        ("<ol start=26 type=A><li>a<li>b<li>c</ol>", "Z. a\nAA. b\nAB. c\n"),
        ("<ol><li>Web<ul><li>old</ul><li>Bank</ol>", "1. Web\n• old\n2. Bank\n"),
        ("<ol reversed start=2><li>a<li>b</ol>", "2. a\n1. b\n"),
        ("<ol style='list-style-type: lower-roman'><li>a<li>b</ol>", "i. a\nii. b\n"),
        ("<ol style='margin:0; LIST-STYLE: upper-alpha inside'><li>a</ol>", "A. a\n"),
        ("<ol type=I style='list-style-position: inside'><li>a<li type=i>b</ol>", "I. a\nii. b\n"),
        ("<ol type=a style='list-style-type: decimal'><li>a</ol>", "1. a\n"),
        ("<ol style='list-style-type:decimal-leading-zero'><li>a</ol>", "01. a\n"),
        ("<ol style='list-style: none'><li>a</ol><ul type=none><li>b</ul>", "a\nb\n"),
        ("<ul style='list-style-type: lower-latin'><li>a<li>b</ul>", "a. a\nb. b\n"),
        ("<ol><li>a<ol style='list-style-type: lower-roman'><li>b<li>c</ol><li>d</ol>", "1. a\ni. b\nii. c\n2. d\n"),
        ("<table><tr><th>Name<th>From<tr><td>Ada Reed<td>Council</table>", "Name\tFrom\nAda Reed\tCouncil\n"),
        ("<table><tr><td>3.<td><p>Hedges</p><p>Minutes:</p><p>Cut.</p></table>", "3. Hedges\n\nMinutes:\n\nCut.\n"),
        ("<table><tr><td><table><tr><td>a<td>b</table></table>", "a\tb\n"),
        ("<script>document.write('no')</script><style>p{}</style><p>yes</p><!-- no -->", "yes\n"),
        ("<pre>one\n  two</pre>", "one\ntwo\n"),
        ("Fish &amp; chips &amp;amp; peas&amp;nbsp;&pound;3 &lt;b&gt;", "Fish & chips & peas £3 <b>\n"),
        ("<o:p>Ada&nbsp;Reed</o:p><td>loose", "Ada Reedloose\n"),
    ],
)
def test_what_a_browser_shows(markup: str, shown: str) -> None:
    assert text(markup) == shown


def furniture(markup: str) -> list[str]:
    document = read_html(markup.encode(), "test.html")
    return [document.text[start:end] for start, end in document.furniture]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<nav><ul><li>Home<li>News</ul></nav><p>Minutes</p>", ["• Home", "• News"]),
        ("<div class='cookie-notice'>We use cookies</div><p>Minutes</p>", ["We use cookies"]),
        ("<div id=breadcrumb>Home</div><p>Minutes</p><footer>© Trust</footer>", ["Home", "© Trust"]),
        ("<p>Site</p><main><p>Minutes of the meeting</p></main><p>Posted</p>", ["Site", "Posted"]),
        ("<p>" + "Minutes of the meeting " * 9 + "</p><main>few words</main>", []),
        ("<p style='display: none'>hidden</p><p>Minutes</p>", ["hidden"]),
        ("<p>Minutes <button>Share</button></p>", ["Share"]),
    ],
)
def test_menus_and_the_like_are_furniture(markup: str, expected: list[str]) -> None:
    assert furniture(markup) == expected


def test_furniture_is_hidden_from_the_fields_only() -> None:
    document = read_html(b"<nav>Home</nav><p>Minutes</p>", "test.html")
    assert document.text == "Home\n\nMinutes\n"
    assert [line.text for line in document.lines] == ["Minutes"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<p>Café £3".encode(), "utf-8"),
        (b"\xef\xbb\xbf<p>Caf\xc3\xa9 \xc2\xa33", "utf-8"),
        (b'<meta charset="iso-8859-1"><p>Caf\xe9 \xa33', "windows-1252"),
        (b'<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>Caf\xe9 \xa33', "windows-1252"),
        (b"<p>Caf\xe9 \xa33", "windows-1252"),
        (b'<meta charset="iso-8859-15"><p>Caf\xe9 \xa33', "iso8859-15"),
        ("<p>Café £3".encode("utf-16"), "utf-16-le"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    document = read_html(data, "test.html")
    assert document.text == "Café £3\n"
    assert document.encoding == encoding
    assert bool(document.warnings) == (data == b"<p>Caf\xe9 \xa33")


DEEP = {
    "div": "<div>" * 100_000 + "deep",
    "div, closed": "<div>" * 50_000 + "deep" + "</div>" * 50_000,
    "div, closed in comments": "<div><!--</div>-->" * 50_000 + "deep",
    "div, closed out of reach": "<div><table><tr><td></div>" * 20_000 + "deep",
    "b": "<b>" * 100_000 + "deep",
    "font": "".join(f"<font size={number}><p>" for number in range(20_000)) + "deep",
    "font, left open in p": "".join(f"<p><font size={number}></p>" for number in range(20_000)) + "deep",
    "table": "<table><tr><td>" * 50_000 + "deep",
    "list": "<ol><li>" * 50_000 + "deep",
    "attributes": "<p " + "".join(f"a{number}=1 " for number in range(2_000_000)) + ">deep",
    "attributes of a script": "<script " + "".join(f"a{number} " for number in range(200_000)) + "></script><p>deep",
}


@pytest.mark.parametrize("markup", DEEP.values(), ids=DEEP)
def test_pages_that_are_nested_beyond_measure_are_read_soon_and_whole(markup: str) -> None:
    start = time.process_time()
    assert text(markup).rstrip().endswith("deep")
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "markup",
    [
        "<ul>" + "<li><p>Hedges" * 20_000,
        "<table>" + "<tr><th>1<td>Hedges" * 20_000,
        "<dl>" + "<dt>1<dd>Hedges" * 20_000,
        "<p>Hedges<br><img src=a><b>cut</b>" * 20_000,
        "<div><p>Hedges</div>" * 20_000,
    ],
)
def test_a_long_page_with_few_closing_tags_is_left_alone(markup: str) -> None:
    assert flattened(markup) is markup


def test_what_is_too_deep_is_a_sibling() -> None:
    markup = "<section>" * 10_001 + "<p>Ada</p><div>Ben</div>"
    assert [line for line in text(markup).splitlines() if line] == ["Ada", "Ben"]


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ([["Ada Reed"], ["Council"]], ["Ada Reed\tCouncil"]),
        ([["Ada Reed"], [], ["AR"]], ["Ada Reed\t\tAR"]),
        ([["12."], ["Hedges"]], ["12. Hedges"]),
        ([["09.17.08"], ["Write"], ["Clerk"]], ["09.17.08\tWrite\tClerk"]),
        ([["3."], ["Hedges", "", "Cut them."], ["AB"]], ["3. Hedges\tAB", "", "Cut them."]),
        ([["3."], ["Hedges"], ["Cut them.", "Noted."]], ["3. Hedges", "Cut them.", "Noted."]),
        ([[], []], []),
    ],
)
def test_rows(cells: list[list[str]], lines: list[str]) -> None:
    assert row_lines(cells) == lines
