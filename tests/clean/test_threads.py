"""Threads: posts of several people are the text; comments and lists of articles are not taken for them."""

from __future__ import annotations

import pytest

from build_tools.clean.post_marks import NO_MARK, Mark, mark_element
from build_tools.model.clean import Kind
from tests.clean import cleaned

POSTS = (
    ("Oda Brask", "The old weir gave way on Thursday night, and the mill race has been dry since then."),
    ("jon_of_lindow", "I heard it."),
    ("Miller", "Nobody was hurt. The boards went after nine, and I thought of thunder over the hill."),
    ("Oda Brask", "The district will decide on Monday whether the weir is to be built again, they say."),
)
TITLE = "The weir at Tollen"

# the name and the date in one line, the profile after the text
PHPBB = """<div id="p{n}17" class="post bg{n}"><div class="postbody">
<h3><a href="#p{n}17">Re: The weir at Tollen</a></h3>
<p class="author">by <strong><a class="username" href="u">{name}</a></strong> » 4 November 2021, 10:0{n}</p>
<div class="content">{text}</div></div>
<dl class="postprofile"><dt>{name}</dt><dd>Posts: {n}00</dd></dl></div>"""
# each post an article of its own
XENFORO = """<article class="message message--post" data-author="{name}" id="js-post-{n}90">
<div class="message-inner"><div class="message-cell">
<h4 class="message-name"><a class="username">{name}</a></h4><h5>Member</h5></div>
<div class="message-cell main"><header><ul>
<li><time datetime="2021-11-04">Nov 4, 2021</time></li><li>#{n}</li></ul></header>
<article class="message-body"><div class="wrap">{text}</div></article>
<footer><a>Like</a> <a>Reply</a></footer></div></div></article>"""
# entries of a list; the text in a quotation
POSTBIT = """<li class="postbit" id="post_{n}55">
<div class="posthead"><span class="date">04-11-2021, 10:0{n}</span></div>
<div class="userinfo"><a class="username">{name}</a> <span>Join Date: May 2011</span></div>
<div class="content"><blockquote class="postcontent"><p>{text}</p></blockquote></div></li>"""
# the preview of a channel: its posts are widgets
CHANNEL = """<div class="message_wrap"><div class="widget_message" data-post="tollen/{n}12">
<div class="bubble">
<div class="message_author"><a class="owner_name">{name}</a></div><div class="message_text">{text}</div>
<div class="message_footer"><span>{n}5 views</span><time datetime="2021-11-04">10:0{n}</time></div>
</div></div></div>"""
ABOUT = "<div class='info'>What happens on the river between Tollen and Lindow, told there.</div>"


def write(program: str, posts: tuple[tuple[str, str], ...] = POSTS) -> str:
    """The posts as a program sets them."""
    return "\n".join(program.format(n=n, name=name, text=text) for n, (name, text) in enumerate(posts, 1))


def page(inside: str, body: str = "<body>") -> str:
    """A page with a menu, a headline and a foot."""
    return (
        f"<html><head><title>{TITLE} - River board</title></head>{body}<nav><a>Home</a> <a>Rules</a></nav>"
        f"<h1>{TITLE}</h1>{inside}<div>Powered by a program</div></body></html>"
    )


@pytest.mark.parametrize(
    "inside", [write(PHPBB), write(XENFORO), f"<ol id=posts>{write(POSTBIT)}</ol>", ABOUT + write(CHANNEL)]
)
def test_posts_are_the_text_and_names_head_them(inside: str) -> None:
    """Who wrote which stands over each; dates, profiles and buttons are the frame's."""
    found = cleaned(page(inside), "a.html")
    told = [(p.kind, p.text) for p in found.paragraphs if p.kind in {Kind.BODY, Kind.CROSSHEAD}]
    assert [text for kind, text in told if kind is Kind.BODY] == [text for _, text in POSTS]
    heads = [text for kind, text in told if kind is Kind.CROSSHEAD]
    assert [name in head for (name, _), head in zip(POSTS, heads, strict=True)] == [True] * len(POSTS)
    assert [kind for kind, _ in told] == [Kind.CROSSHEAD, Kind.BODY] * len(POSTS)
    assert next(p.text for p in found.paragraphs if p.kind is Kind.TITLE) == TITLE


def test_paragraphs_quotations_and_lists_of_a_post_are_its_text() -> None:
    """A post is as long as it is."""
    listed = "<blockquote>So he said.</blockquote><ul><li>boards</li></ul>"
    inner = f"<p>{POSTS[0][1]}</p>{listed}<p>{POSTS[2][1]}</p>"
    found = cleaned(page(write(XENFORO, (("Oda", inner), *POSTS[1:]))), "a.html")
    assert [p.text for p in found.body[:4]] == [POSTS[0][1], "So he said.", "boards", POSTS[2][1]]


COMMENTS = f"<div class='comments'>{write(XENFORO)}</div>"
ARTICLE = f"<div class='entry'><p>{POSTS[0][1]}</p><p>{POSTS[2][1]}</p></div>"
CARDS = write(
    "<article id='post-{n}'><h2><a href='{n}'>Lock {n} is closed</a></h2>"
    "<span class='author'>{name}</span><p>{text}</p></article>"
)


@pytest.mark.parametrize(
    "inside",
    [
        ARTICLE + COMMENTS,
        # of a film, say: nothing but comments is there
        COMMENTS,
        f"<ol class='x'>{write(POSTBIT)}</ol>".replace("post_", "comment-"),
        f"<article id='post-99'><span class='author'>Oda</span>{ARTICLE}</article>" + CARDS,
        CARDS,
        # nobody is named
        write(PHPBB).replace("author", "line").replace("username", "line"),
        # two of five have no name over them
        write(PHPBB, (*POSTS, POSTS[0])).replace("author", "line", 2).replace("username", "line", 2),
        # a third of the prose stands under them
        f"{write(PHPBB)}<p>{POSTS[0][1]}</p><p>{POSTS[2][1]}</p>",
        # one alone
        write(PHPBB, POSTS[:1]),
    ],
)
def test_comments_and_lists_of_articles_are_no_thread(inside: str) -> None:
    """What decides about them decides as before."""
    assert not {"post", "post_frame"} & {line.rule for line in cleaned(page(inside), "a.html").lines}


@pytest.mark.parametrize(
    "inside",
    [
        # one of five has no name over it
        write(PHPBB, (*POSTS, POSTS[0])).replace("author", "line", 1).replace("username", "line", 1),
        # a quarter of the prose stands under them, or much of it in a foot
        f"{write(PHPBB)}<p>{POSTS[0][1]}</p>",
        f"{write(PHPBB)}<footer><p>{POSTS[0][1]}</p><p>{POSTS[2][1]}</p></footer>",
    ],
)
def test_a_thread_may_have_something_else_beside_it(inside: str) -> None:
    """If that is little, or known to be the page's."""
    assert "post" in {line.rule for line in cleaned(page(inside), "a.html").lines}


@pytest.mark.parametrize(
    ("line", "deep", "found"), [("<p>Board</p>", 7, True), ("<p>Board</p>", 8, False), ("", 9, True)]
)
def test_eight_ways_of_numbering_are_looked_at(line: str, deep: int, found: bool) -> None:
    """Of those that hold the same prose the first on the page, the innermost first."""
    opened = "".join(f"<div id='{letter}1'>" for letter in "abcdefghi"[:deep])
    lines = cleaned(page(f"{opened}{line}{write(PHPBB)}{'</div>' * deep}"), "a.html").lines
    assert ("post" in {line.rule for line in lines}) is found


@pytest.mark.parametrize(("deep", "found"), [(28, True), (29, False)])
def test_posts_are_looked_for_thirty_elements_around_their_words(deep: int, found: bool) -> None:
    """Pages nest no deeper."""
    text = f"{'<b>' * deep}{{text}}{'</b>' * deep}"
    program = f"<div id='p{{n}}'><i class='author'>{{name}}</i><div>{text}</div></div>"
    lines = cleaned(page(write(program)), "a.html").lines
    assert ("post" in {line.rule for line in lines}) is found


def test_a_name_in_the_text_is_of_the_text() -> None:
    """Who wrote may stand under it."""
    program = (
        "<div id='p{n}'><div class='content'><p>{text} So says <a class='username'>Ada</a>.</p></div>"
        "<p class='author'>{name}</p></div>"
    )
    found = cleaned(page(write(program)), "a.html")
    assert [p.text for p in found.body] == [f"{text} So says Ada." for _, text in POSTS]
    assert [p.text for p in found.paragraphs if p.kind is Kind.CROSSHEAD] == [name for name, _ in POSTS]


@pytest.mark.parametrize(("words", "found"), [(10, True), (9, False)])
def test_ten_words_are_prose(words: int, found: bool) -> None:
    """Where nobody says so much at once, there are only buttons and names."""
    posts = tuple((name, "so " * words) for name, _ in POSTS)
    lines = cleaned(page(write(PHPBB, posts)), "a.html").lines
    assert ("post" in {line.rule for line in lines}) is found


@pytest.mark.parametrize(("rest", "found"), [("so so so so so..", True), ("so so so so so.", False)])
def test_words_in_links_are_no_prose(rest: str, found: bool) -> None:
    """If they are half of what is said, or more: a list of other pages."""
    posts = tuple((name, f"<a href='x'>so so so so so </a>{rest}") for name, _ in POSTS)
    lines = cleaned(page(write(PHPBB, posts)), "a.html").lines
    assert ("post" in {line.rule for line in lines}) is found


def test_a_post_that_names_its_writer_is_not_all_a_name() -> None:
    """What stands before the name is of the frame."""
    inside = write(XENFORO).replace('<h4 class="message-name">', "<h5>Member</h5><h4>")
    found = cleaned(page(inside), "a.html")
    heads = [p.text for p in found.paragraphs if p.kind is Kind.CROSSHEAD]
    assert heads == [name for name, _ in POSTS]


def test_words_of_buttons_are_text_in_a_sentence() -> None:
    """A short line of a post may be a button."""
    said = "Share this with everybody who lives near the weir, please, and do so today."
    inner = f"<p>{POSTS[0][1]}</p><p>{said}</p><p>Share this</p>"
    found = cleaned(page(write(XENFORO, (("Oda", inner), *POSTS[1:]))), "a.html")
    assert [p.text for p in found.body[:3]] == [POSTS[0][1], said, POSTS[1][1]]


MARKS = [
    ({}, {}),
    ({"id": "a12b345"}, {"number": "div id=a#b#"}),
    ({"id": "top", "data-post": "tollen/7", "data-id": "8"}, {"number": "div data-post=tollen/#"}),
    ({"id": "a" * 79 + "12"}, {"number": f"div id={'a' * 79}#"}),
    ({"id": "a" * 80 + "1"}, {}),
    ({"class": "b a"}, {"look": "div a b"}),
    ({"class": "a " * 99 + "bcd"}, {"look": f"div {'a ' * 99}bc"}),
    ({"itemprop": "author"}, {"writer": True}),
    ({"data-author": "Oda"}, {"writer": True}),
    ({"class": "postAuthor"}, {"writer": True, "look": "div postAuthor"}),
    ({"rel": " " * 292 + "author"}, {"writer": True}),
    ({"rel": " " * 293 + "author"}, {}),
    ({"id": "forwarded"}, {"passed_on": True}),
    ({"id": "Topic"}, {"thread": True}),
    ({"id": "comments"}, {"comments": True}),
]


@pytest.mark.parametrize(("attributes", "said"), MARKS)
def test_marks_of_posts(attributes: dict[str, str], said: dict[str, str | bool]) -> None:
    """How an element is numbered, how it looks, and what it is called; what is very long is cut."""
    assert mark_element("div", attributes) == Mark(**{"look": "div ", **said})  # type: ignore[arg-type]
    assert Mark() == NO_MARK


def test_what_is_called_comments_may_be_a_thread() -> None:
    """If the page says so, and has nothing before it."""
    found = cleaned(page(COMMENTS, "<body class='forum-topic'>"), "a.html")
    assert [p.text for p in found.body] == [text for _, text in POSTS]
    found = cleaned(page(f"<p>{POSTS[0][1]}</p>{COMMENTS}", "<body class='forum-topic'>"), "a.html")
    assert "post" not in {line.rule for line in found.lines}


def test_from_whom_a_post_was_taken_heads_it_too() -> None:
    """The words are not those of whoever passes them on."""
    taken = "<div class='forwarded_from'>Forwarded from <a>Lindow mill</a></div><div class=\"message_text\">"
    inside = write(CHANNEL).replace('<div class="message_text">', taken, 1)
    found = cleaned(page(inside), "a.html")
    heads = [p.text for p in found.paragraphs if p.kind is Kind.CROSSHEAD]
    assert heads[:3] == [POSTS[0][0], "Forwarded from Lindow mill", POSTS[1][0]]
