"""Code → severity, meaning, remedy, because every fault is worded and documented in one spot.

A code, once published, keeps its meaning; a code that is no longer given is not given to another fault.
The letter is the group: K the settings, Y the file and its YAML, R a record's own fields, V vocabularies and
references, E evidence, C captures and ledgers, A annotations against the capture, L leaks, N names that must
not appear, S the built site.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from build_tools.model.fault import Fault, Severity
from build_tools.model.material import Loc, Places

GROUPS = MappingProxyType(
    {
        "K": "The settings in mkdocs.yml",
        "Y": "The file and its YAML",
        "R": "The fields of a record or of a shared file",
        "V": "Names that must be known elsewhere",
        "E": "Findings and disagreements",
        "C": "Captures and their ledgers",
        "A": "The record against its capture",
        "L": "Leaks of captured text",
        "N": "Names that must not appear",
        "S": "The built site",
    }
)
"""Letter → what the group is about, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault."""

    code: str
    """A letter and three digits."""
    meaning: str
    """What is wrong, in one line and without a value."""
    remedy: str
    """What to do, as whole sentences."""
    severity: Severity = Severity.ERROR


_W = Severity.WARNING
_S = Severity.SUGGESTION

CODES: tuple[Code, ...] = (
    Code(
        "K101",
        "An unknown setting under `extra.archive`",
        "Take it out, or write one that there is: captures, contact, edition, guide_url, invented, licence, "
        "period, private_names, repo_url, searched_together, second_reader, seeds or workers.",
    ),
    Code(
        "K102",
        "`extra` or `extra.archive` is not a mapping",
        "Write the settings below it, indented, one a line: `edition: public`.",
    ),
    Code(
        "K103",
        "A setting of the wrong type",
        "Write numbers, `true` and `false` as they are, and text that looks like them in quotation marks.",
    ),
    Code("K104", "An edition that there is not", "Write `public` or `reading`."),
    Code(
        "K105",
        "A setting that is not in its form",
        "Write a web address (https://…) for `licence`, `repo_url` and `guide_url`, that or a mail address "
        "for `contact`, the name of a folder for `seeds` and `captures`.",
    ),
    Code("K106", "A setting outside its range", "Correct the number, or leave the setting out."),
    Code(
        "K107",
        "A folder of captures that is not there",
        "Correct `captures`, or leave it out where there are none besides those that lie with their records.",
    ),
    Code(
        "K108",
        "The settings cannot be read",
        "Check indentation, colons and quotation marks around this place, and the file that INHERIT names.",
    ),
    Code(
        "K109",
        "What the site is called, or its address, cannot stand on a page",
        "Write `site_name` and `site_description` as plain words, `site_url` as https://example.org/archive/.",
    ),
    Code(
        "K110",
        "A setting that stands twice",
        "Keep one of them: the last would win, and nobody would be told.",
    ),
    Code(
        "K111",
        "A setting that MkDocs knows and an archive cannot have",
        "Take it out: addresses that are published end in a slash, and have to go on to work.",
    ),
    Code(
        "K112",
        "An entry of a setting lacks something",
        "Write what it lacks, or take the entry out.",
    ),
    Code(
        "Y101",
        "The file is a link, a folder or a device, not a regular file",
        "Put the file itself there: links are not followed, so that the folder is whole anywhere.",
    ),
    Code("Y102", "The file is too large to be what it should be", "Check that it is the right file."),
    Code("Y103", "The file cannot be read", "Check its name, its permissions and the disk."),
    Code("Y104", "The file is not UTF-8", "Save it as UTF-8 in your editor."),
    Code("Y105", "A control character stands in the file", "Delete it; editors can show it as an escape."),
    Code(
        "Y106", "The YAML cannot be read", "Check indentation, colons and quotation marks around this place."
    ),
    Code(
        "Y107", "One key stands twice in a mapping", "Keep one of them: YAML would drop the other in silence."
    ),
    Code(
        "Y108",
        "An anchor or alias (`&`, `*`)",
        "Write the value out; if it is text, put it in quotation marks.",
    ),
    Code("Y109", "A tag (`!`)", "Take it out; if it is text, put it in quotation marks."),
    Code("Y110", "A merge key (`<<`)", "Write the fields out."),
    Code(
        "Y111", "More than one document in the file", "Write one file for each record, without `---` between."
    ),
    Code("Y112", "Lists or mappings are nested too deep", "No record needs that; check the indentation."),
    Code("Y113", "A key that is not plain text", "Write a field's name as the key."),
    Code("Y114", "The file is empty", "Write the record, or delete the file."),
    Code("Y115", "A file name that is not read", "Records end in `.yml`.", _W),
    Code("R101", "An unknown field", "Take it out, or write it as a field of seeds/README.md."),
    Code("R102", "A field is missing", "Add it; seeds/README.md tells what belongs in it."),
    Code("R103", "A value of the wrong type", "Write it as seeds/README.md shows."),
    Code("R104", "A value is empty", "Write it, or leave the field out if it may be left out."),
    Code("R105", "Not one of the values that this field knows", "Write one of the values listed."),
    Code(
        "R106",
        "Not a date, or an impossible one",
        "Write a date that there is, year first: 2022, 2022-08-10, 2022-08~ (about), "
        "2022-07/2022-08 (from, to), [2022-08-09..2022-08-10] (one of these).",
    ),
    Code("R107", "Not in the form that this field has", "Write it in the form shown."),
    Code("R108", "A number outside its range", "Correct the number."),
    Code("R109", "Fields that contradict each other", "Correct one of them."),
    Code("R110", "Two records with one slug", "Give one of them another slug: it is the page's address."),
    Code(
        "R111",
        "A slug or id that cannot be an address",
        "Choose another: it is taken by the site or by an operating system.",
    ),
    Code(
        "R112",
        "Two records with one original address",
        "Describe a report once; if they do differ, correct `url`.",
    ),
    Code(
        "R113",
        "Two file names that differ in case only, or in how marks are written",
        "Rename one: many file systems hold them for one file.",
    ),
    Code("R114", "Two claims with one id", "Number the claims of a passage c1, c2, c3 …; leave none out."),
    Code(
        "R115",
        "A claim out of reading order",
        "Order: standfirst, caption, p1, p2 …, outside.",
    ),
    Code(
        "R116",
        "A gap in the numbers of a passage's claims",
        "Number the claims of a passage c1, c2, c3 …; leave none out.",
    ),
    Code("R117", "A paragraph beyond the article's last", "Correct the passage, or `paragraphs`."),
    Code(
        "R118",
        "A quotation longer than eight words",
        "Shorten it: the archive quotes at most eight words in a row.",
    ),
    Code("R119", "An unknown chain", "Write a name of this record's `chains`, or the links themselves."),
    Code(
        "R120",
        "More than a digest is to be published without a licence or permission",
        "Name a Creative Commons licence in `statement` or the permission in `note`, or publish a digest.",
    ),
    Code("R121", "A chain that no claim uses", "Use it or take it out.", _S),
    Code(
        "R122",
        "A note on a claim that its passage does not have",
        "Name claims of the note's own passage, or leave `claims` out.",
    ),
    Code(
        "R123",
        "An excerpt and its passages do not go together",
        "Name the passages under `passages: [p1, p2]` with `publish: excerpt`; leave them out otherwise.",
    ),
    Code(
        "R124",
        "A date that stands before another which it should follow",
        "Correct one of them: nothing is captured, looked at or added before it was published.",
        _W,
    ),
    Code(
        "R125",
        "A passage of another unit than the record's",
        "Write it as the record's other passages, or correct `passages`.",
    ),
    Code(
        "R126",
        "A record that is a draft",
        "Fill in what is named at its lines, read it once more, and take `draft: true` out.",
        _W,
    ),
    Code(
        "R127",
        "A day of change that does not say what changed",
        "Tell it in one sentence under `change`, or, where the archive had something wrong, as an erratum.",
        _W,
    ),
    Code(
        "R128",
        "A claim of which something is to be decided since the page was captured again",
        "Read the passage as it is now; correct the claim, keep it as it is, or take it out with what rests "
        "on it. Then take the line `decide` out.",
    ),
    Code(
        "R129",
        "A check by whoever wrote the record alone",
        "Let somebody else hold it against its source and note that with `archive countersign`, or name its "
        "other authors under `recorded_by`.",
    ),
    Code(
        "R130",
        "A record that has changed since it was checked",
        "Have it held against its source again, and note that with `archive countersign`.",
        _S,
    ),
    Code(
        "R131",
        "An author that is more than a name",
        "Write the names alone, as printed; leave `authors` out where no byline was seen.",
        _S,
    ),
    Code(
        "R132",
        "A day that has not come yet",
        "Correct it, or the clock of this machine.",
        _S,
    ),
    Code("V101", "An unknown topic", "Write an id of vocabulary/topics.yml, or add the topic there."),
    Code("V102", "An unknown entity", "Write an id of vocabulary/entities.yml, or add the entity there."),
    Code("V103", "An unknown origin", "Write an id of origins.yml, or add the origin there."),
    Code("V104", "An unknown source", "Write the slug of a record."),
    Code("V105", "An unknown claim", "Write `<slug>#<claim id>` of a claim that is there."),
    Code("V106", "One id stands twice", "Give one of them another id: it is an address."),
    Code("V107", "A circle", "Take one of the links out: nothing stands above itself."),
    Code("V108", "An entity of the wrong kind", "Write an entity of the kind that this field needs."),
    Code("V109", "A surface form of two entities", "Limit it with `in`, or take it from one of them.", _W),
    Code("V110", "An unknown finding", "Write the id of a finding of findings.yml."),
    Code("V111", "An unknown disagreement", "Write the id of a disagreement of findings.yml."),
    Code("V112", "A word in two groups", "Keep it in one of them, or make one group of both."),
    Code(
        "V113",
        "A draft is referred to",
        "Finish its record and take `draft: true` out there, or take the reference out until then.",
    ),
    Code(
        "V114",
        "An old address at which a page stands",
        "Take the entry out of moved.yml, or give the page another address.",
    ),
    Code(
        "V115",
        "Something that rests on a source which is to be withdrawn",
        "Decide what becomes of it; then run `archive withdraw` again.",
    ),
    Code(
        "V116",
        "A topic below more topics than pages can follow",
        "Give it a `broader` that stands higher: a statement is listed at each topic above its own.",
    ),
    Code("E101", "A finding or disagreement names a claim twice", "Keep one of them."),
    Code("E102", "A claim both says and denies a finding", "Keep it in `claims` or in `denied_by`."),
    Code("E103", "More origins decided than there are reports", "Correct `origins` of the decision."),
    Code(
        "E104",
        "A disagreement on a finding of which it has neither a claim nor a denial",
        "List the finding's claims that disagree, or take the finding out of `findings`.",
    ),
    Code(
        "E105",
        "An id that is both a finding and withdrawn",
        "Take the entry out of `withdrawn`, or give the finding another id.",
    ),
    Code(
        "E106",
        "A finding's statement that cannot stand alone",
        "Write into it who says it, when, and how surely: it goes into citations and feeds by itself.",
    ),
    Code(
        "E107",
        "A sentence of an overview that rests on nothing",
        "Name under `rests_on` the finding, statement or disagreement that it tells of, or take it out.",
    ),
    Code(
        "E108",
        "What a sentence rests on has changed since the sentence was last read",
        "Read the sentence beside it, correct it where it says more, and run `archive overview --read`.",
    ),
    Code(
        "E201",
        "Statements of two sources with one figure, and in no finding together",
        "If they say the same, write a finding or add to one; if they only look alike, leave them.",
        _S,
    ),
    Code(
        "E202",
        "Statements of two sources on the same rare names, and in no finding together",
        "If they say the same, write a finding or add to one; if they differ, a disagreement.",
        _S,
    ),
    Code(
        "E203",
        "Figures that differ for what may be one thing, and in no disagreement together",
        "If they differ, write a disagreement; if they count other things, say so in `scope`.",
        _S,
    ),
    Code(
        "E204",
        "A finding of several origins, most of whose chains begin with one speaker",
        "Say so in `why`, or set the count by a `decision`, if one voice stands behind them.",
        _S,
    ),
    Code(
        "E205",
        "A figure that can be read in two ways, and that no claim of its passage settles",
        "Give the figure or the date in a claim of the passage, or name it as printed in a claim or a note.",
        _S,
    ),
    Code(
        "E206",
        "A figure that its passage does not print",
        "Correct the number, or the passage; where it was reckoned, say how in a note.",
        _S,
    ),
    Code(
        "E207",
        "A figure of a passage that none of its claims has",
        "Give it in a claim if it matters; if not, leave it, or name it in a note.",
        _S,
    ),
    Code(
        "E208",
        "A date that its passage does not print, without a word on where it is from",
        "Correct it, or say from what it is inferred: `when_basis` of a claim, `inferred` of a figure.",
        _S,
    ),
    Code(
        "E209",
        "A date of a passage that none of its claims has",
        "Give it in a claim if it matters; if not, leave it, or name it in a note.",
        _S,
    ),
    Code(
        "E210",
        "A disagreement with one statement",
        "List what it disagrees with, in `claims` or `findings`, or take it out.",
        _S,
    ),
    Code(
        "C101",
        "A capture at hand is not the one that the record describes",
        "Put the right file there; if the new one is meant, describe it anew (`file`, `sha256`, `bytes`).",
    ),
    Code("C102", "The capture's size is not the one in the record", "Correct `bytes`."),
    Code("C103", "A capture that no record describes", "Run `archive add` on it, or move it away.", _S),
    Code("C104", "A ledger that cannot be read", "Write it anew with `archive ledgers`."),
    Code(
        "C105",
        "A ledger of another capture",
        "Lay the record's capture beside it; run `archive ledgers`.",
    ),
    Code("C106", "A ledger that does not add up to its capture", "Write it anew with `archive ledgers`."),
    Code(
        "C107",
        "The ledger has another number of paragraphs than the record",
        "Correct `paragraphs`, or write the ledger anew with `archive ledgers`.",
    ),
    Code("C108", "A ledger without a record", "Delete it, or give it its record's name.", _W),
    Code(
        "C109",
        "A ledger with captured text in it",
        "Write it anew with `archive ledgers`, which leaves text out.",
    ),
    Code("C110", "Two records with one capture", "Check which of them it belongs to.", _W),
    Code(
        "C111",
        "A ledger that is not what cleaning its capture gives",
        "Write it anew with `archive ledgers`.",
    ),
    Code(
        "C112",
        "Shared wording that cannot be read, or is not of these sources",
        "Make it anew: `archive reuse --write`.",
    ),
    Code(
        "C113",
        "Shared wording that is not what comparing the captures gives",
        "Make it anew: `archive reuse --write`.",
    ),
    Code(
        "C114",
        "A capture in a form that is not read",
        "Save the page as HTML, or copy its text into a .txt file, and describe that.",
    ),
    Code(
        "C115",
        "A capture whose encoding was guessed from its letters",
        "Read it with `archive clean --encoding NAME`; state the right one as `encoding` under `capture`.",
        _W,
    ),
    Code(
        "C116",
        "A capture with bytes or characters that cannot be read",
        "Take it anew, or state its encoding as `encoding` under `capture`.",
        _W,
    ),
    Code(
        "C117",
        "A capture cannot be in the encoding that its record states",
        "Write a name that Python knows, such as utf-8, cp1251, koi8-r or shift_jis, or take it out.",
    ),
    Code(
        "C118",
        "Captures that the reading edition lacks",
        "Lay them beside their records, or name their folder: `--captures DIR`. Their pages show no text.",
        _W,
    ),
    Code(
        "C119",
        "A capture in a form whose reader is not installed",
        "Install the extra that the message names, beside the archive.",
    ),
    Code(
        "C120",
        "A capture that is damaged, without text, or beyond the limits",
        "Take it anew, or save its text as a page or a .txt file, and describe that.",
    ),
    Code(
        "C121",
        "A capture that holds more than was read",
        "Look whether the right part was read, with `archive clean`; else save that part by itself.",
        _W,
    ),
    Code(
        "C122",
        "Lines of which cleaning cannot be overruled",
        "Take the numbers that `archive clean` prints, of lines with text, for `keep` or for `remove`.",
    ),
    Code(
        "C123",
        "Cleaning is overruled, and says the same by itself",
        "Take the entry out of `cleaning`.",
        _W,
    ),
    Code(
        "C124",
        "A page of which another reader takes other words for the article",
        "Look which of them is right, with `archive clean`; overrule lines under `cleaning` if need be.",
        _W,
    ),
    Code(
        "C125",
        "A page whose text stands only where programs look",
        "Save the page when it has opened, from the browser, or copy its text into a .txt file.",
        _W,
    ),
    Code(
        "C126",
        "A page of which more is removed as its readers' comments than is kept",
        "If it is a thread, in which the comments are the text, keep their lines under `cleaning`.",
        _W,
    ),
    Code(
        "C127",
        "A custody log that cannot be read",
        "Take the file as it was from git: no entry is ever changed by hand.",
    ),
    Code(
        "C128",
        "A custody log whose chain is broken",
        "Take the file as it was from git; what is to be said of an entry is said in a further one (`archive "
        "custody --note`).",
    ),
    Code(
        "C129",
        "A custody log whose last capture is not the record's",
        "Take the record's capture as it was from git, and describe another one by `archive recapture`.",
    ),
    Code(
        "C130",
        "A custody log without a record, and without a withdrawal",
        "Give it its record's name; a record is taken out by `archive withdraw`.",
    ),
    Code(
        "C131",
        "A timestamp that is not there, or not of its custody log",
        "Take the log and its timestamps (`*.custody.tsr`, which git must not ignore) as they were from git: "
        "neither is ever changed by hand.",
    ),
    Code(
        "C132",
        "A capture at which its reader failed, by a mistake of the program",
        "Tell the makers of the program the message. Until it is mended, save the report in another form, as "
        "a page or a .txt file, and describe that.",
    ),
    Code(
        "A101", "A quotation is not in its passage of the capture", "Quote word for word, from that passage."
    ),
    Code(
        "A102",
        "The capture has another number of paragraphs than the record",
        "Correct `paragraphs` and the anchors.",
    ),
    Code(
        "A103",
        "A selector does not resolve to its quotation",
        "Clean the capture anew and check the anchors.",
    ),
    Code(
        "A104",
        "A claim in a passage that the capture does not have",
        "Correct the claim's id; `archive clean` lists the passages.",
    ),
    Code(
        "A105",
        "A stated attribution that its passage does not state",
        "Give the passage that names it and the words (`named`), or another `ground`.",
    ),
    Code(
        "A106",
        "A stated attribution that the committed ledger does not show",
        "Run `archive ledgers` where the capture is at hand.",
    ),
    Code(
        "A107",
        "A capture in which more is named than is marked",
        "Nothing is lost of its text. See whether it is a table that another file says better.",
        _W,
    ),
    Code(
        "L101",
        "Captured text stands in the public edition",
        "Say it in your own words, or quote at most eight.",
    ),
    Code(
        "L102",
        "A file of the private reading edition stands in the public one",
        "Take it out of the folder, and build the reading edition outside it: it is for the keeper alone.",
    ),
    Code(
        "N101",
        "A protected name in an address, an id or the name of a file",
        "Choose another by hand: rename what is ours (`archive rename`), take the old address out of "
        "addresses.txt and moved.yml, and give of others’ the address of the outlet, or a shortened one.",
    ),
    Code(
        "N102",
        "A protected name in words as somebody else printed them",
        "Shorten a title with […]; quote, or name in `named`, other words of the passage; leave such an "
        "author out. Where text is shown by permission, publish an excerpt without the passage.",
    ),
    Code(
        "N103",
        "A protected name, in the place of which the site shows the role",
        "Write the role here: what is committed can be read as well, and so can its history.",
        _W,
    ),
    Code(
        "N104",
        "A private name of an entity that is not marked",
        "Write `protected`, with role, reason and day, at the entity, or `role`, `reason` and `day` here.",
    ),
    Code(
        "N105",
        "A protected person whose name is not at hand, so that it cannot be looked for",
        "Lay private-names.yml beside the records, or name it by `private_names`, before you publish.",
        _W,
    ),
    Code(
        "N106",
        "A protected name in what is published",
        "Write the role where the name comes from; where that is a file of your own, take it out or mend it.",
    ),
    Code(
        "N107",
        "A protected name in a committed file",
        "Write the role, commit, and take the name out of the history as well: the guide says how, under "
        "“Protect a person”.",
    ),
    Code(
        "N108",
        "A repository that could not be looked through for protected names",
        "Have git answer (`git status` in this folder says what to do), and run the command again.",
    ),
    Code(
        "S101", "A link that leads to no file of the site", "Correct the link in the page that it stands on."
    ),
    Code("S102", "A link to an anchor that is not on its page", "Correct the anchor after the `#`."),
    Code(
        "S103",
        "A page that asks another host for something",
        "Keep a copy in overrides/assets/ and name that: readers must not be told on.",
    ),
    Code(
        "S104",
        "A page with something that could act",
        "Take it out: pages have a policy, and neither inline styles nor event attributes.",
    ),
    Code(
        "S105",
        "Text that looks like a tag",
        "Escape it where it is written: text from outside must never become markup.",
    ),
    Code(
        "S106",
        "A hand-written file has a name that not every system can hold",
        "Give it another: letters, digits, blanks, points and hyphens are safe.",
    ),
    Code("S107", "A hand-written page is not UTF-8", "Save it as UTF-8 in your editor."),
    Code("S108", "A hand-written page leads to an address that is none", "Correct it."),
    Code(
        "S109",
        "A published address that the site would lose",
        "Undo the change, or say under `old` in seeds/moved.yml where its page is now (`new`) or why it was "
        "withdrawn (`reason`); `archive rename` and `archive withdraw` write that by themselves.",
    ),
    Code(
        "S110",
        "A block of a hand-written page with beginnings of links or tags without number",
        "Set them as code, or write a backslash before each: the end of each would be looked for.",
    ),
    Code(
        "S111",
        "Entries of a hand-written page that stand deeper within one another than Markdown is read",
        "Leave a blank line before each term of a list of definitions; make one list of items within items.",
    ),
    Code(
        "S112",
        "A hand-written file at the place of a page or file that the archive makes",
        "Give it another name: one of the two would be lost.",
    ),
    Code(
        "S113",
        "What stands among the hand-written files and is none itself",
        "Put the file or folder itself there: no link of docs/ is followed.",
    ),
)
"""Every code, in the order of the page."""

_BY_CODE = MappingProxyType({entry.code: entry for entry in CODES})


def find_code(code: str) -> Code:
    """The table's entry; KeyError for a code that is not in it."""
    return _BY_CODE[code]


def make_fault(places: Places, loc: Loc, code: str, message: str, remedy: str = "") -> Fault:
    """A fault at a value, with severity and (unless a better one is given) remedy from the table.

    `message` is a whole sentence with the offending value; KeyError for a code that is not in the table.
    """
    entry = find_code(code)
    return places.fault(loc, code, message, remedy or entry.remedy, entry.severity)


def make_fault_at(  # noqa: PLR0917 - as in `path:line:column: CODE message remedy`
    path: str, line: int, column: int, code: str, message: str, remedy: str = ""
) -> Fault:
    """The same at a place given in numbers, both 1-based."""
    return make_fault(Places(path, {(): (line, column)}), (), code, message, remedy)
