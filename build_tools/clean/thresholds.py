"""Every number that tells article text from boilerplate, in one table: one in a comparison says nothing.

Words are counted as `Block.weight` does. What a step down and up of each does to the 97 pages as text and as
HTML is printed by `python -m benchmarks.thresholds`, where the figures in brackets come from: pages that
change, and what the mean F1 of text and of HTML gains in thousandths.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What a block must reach, or may not exceed. A number on its own line, with what it is for under it."""

    # What a block counts by itself (`scoring.py`): words of prose for it, a sum against it
    chrome_score: float = -6.0
    """Of a block that a rule decided to be chrome.

    [−5.4: none; −6.6: 1 page, +0.0 +0.3]"""
    beside_score: float = -1.0
    """Of a title, byline, date, credit, caption or standfirst, which stand inside articles too.

    [−0.9: none; −1.1: none]"""
    loose_score: float = -4.0
    """Of a loose short line, or one that is mostly links.

    [−3.6: 1 page, −1.3 +0.0; −4.4: 1 page, −0.1 +0.0]"""
    loose_in_main_score: float = -2.0
    """The same in the element of the article, which only HTML tells.

    [−1.8: none; −2.2: none]"""
    cell_score: float = -0.3
    """Of a short cell of a table there.

    [−0.27: none; −0.33: none]"""
    repeated_score: float = -6.0
    """Of a short line that the page repeats.

    [−5.4: none; −6.6: none]"""
    repeated_times: int = 3
    """So often the page says it.

    [2: 5 pages, −0.5 +0.4; 4: 1 page, −1.3 +0.0]"""
    linked_share: float = 0.6
    """Share of a block's characters in links above which it is no prose.

    [0.54: none; 0.66: none]"""
    long_words: int = 25
    """Words that make a block prose even if it does not end as a sentence.

    [24: none; 26: none]"""
    most_words: int = 100
    """Words of one block that count: a page of terms in one paragraph is no article.

    [101: none; 99: none]"""
    teaser_share: float = 0.3
    """Of a word of prose in an entry of a list, and where a headline runs on into its teaser.

    [0.27: none; 0.33: none]"""
    long_entry_share: float = 0.5
    """Of a word in a long entry of a list.

    [0.45: none; 0.55: none]"""
    sentence_share: float = 0.8
    """Of a word in a short sentence.

    [0.72: 2 pages, −0.3 +0.0; 0.88: 6 pages, −1.9 −0.1]"""
    unmarked_score: float = 2.0
    """Of a block that is long, or middling, and says no sentence.

    [1.8: none; 2.2: none]"""
    middling_words: int = 12
    """Words from which a line without an end is more likely prose than a label.

    [11: 1 page, +0.0 +0.0; 13: 2 pages, +0.1 −0.4]"""
    middling_entry_score: float = -1.0
    """Of such a line in a list.

    [−0.9: none; −1.1: none]"""
    loose_word_score: float = 0.25
    """Of each word of a loose line: the longer, the less it is a label.

    [0.225: 1 page, −0.1 +0.0; 0.275: none]"""
    loose_most: float = -0.5
    """A loose line never counts for more.

    [−0.45: 1 page, +0.0 +0.2; −0.55: none]"""

    # What prose counts where it stands (`context.py`)
    lone_share: float = 0.4
    """Of prose without other prose near it.

    [0.36: none; 0.44: 1 page, +0.0 +0.2]"""
    company_reach: int = 2
    """Open blocks on either side that are near.

    [1: 10 pages, −5.8 −0.0; 3: 2 pages, −1.3 −0.3]"""
    company_score: float = 5.0
    """A block above this keeps another company.

    [4.5: 1 page, −0.0 +0.0; 5.5: 1 page, −0.3 +0.0]"""
    attached_share: float = 0.5
    """Of prose without a blank line before it and after: so menus and teasers are set.

    [0.45: 1 page, −0.1 +0.0; 0.55: none]"""
    attached_text_share: float = 0.8
    """Share of prose that is attached above which the text just does not part its paragraphs.

    [0.72: 1 page, −9.7 +0.0; 0.88: none]"""
    strange_share: float = 0.5
    """Of prose that shares no long word with the other prose of the page.

    [0.45: 1 page, +0.0 +0.3; 0.55: 2 pages, −1.3 +0.0]"""
    subject_words: int = 20
    """Words of the blocks that tell what the page's prose is about.

    [19: 2 pages, −1.3 +0.0; 21: none]"""
    subject_blocks: int = 5
    """So many of them, or nothing is told.

    [4: none; 6: none]"""
    telling_letters: int = 5
    """Letters of a word that tells what prose is about.

    [4: 1 page, −0.0 +0.0; 6: 2 pages, −1.3 +0.3]"""
    telling_words: int = 4
    """So many of them, or a block is too short to be a stranger.

    [3: 3 pages, +0.2 +1.0; 5: none]"""
    early_bonus: float = 0.4
    """By how much the first prose of a page counts for more than the last, which is often comments.

    [0.36: none; 0.44: none]"""

    # Where the article ends, and short lines of it (`article_end.py`, `segment.py`, `lists_and_verses.py`)
    fence_score: float = 25.0
    """Score of the prose before a barrier that makes it one.

    [22.5: none; 27.5: none]"""
    fence_words: int = 16
    """Words of the longest heading that ends an article, and of the longest “someone says:”.

    [15: none; 17: 1 page, +1.0 +0.0]"""
    entry_score: float = 1.0
    """Of an entry of a list that prose opens, at least.

    [0.9: none; 1.1: none]"""
    turn_score: float = 2.0
    """Of a turn of speech, at least.

    [1.8: none; 2.2: none]"""
    series_prose_score: float = 5.0
    """What opens a list or verses scores above this, its lines below.

    [4.5: 1 page, −0.6 +0.0; 5.5: none]"""
    opener_words: int = 4
    """Words of the shortest line whose colon opens a list: “Tags:” opens none.

    [3: none; 5: 2 pages, −2.3 −2.1]"""
    entry_gap: int = 2
    """Places at most from one entry to the next: one decided line may stand between.

    [1: none; 3: none]"""
    announced_entries: int = 2
    """Entries of the shortest list that a colon opens.

    [1: none; 3: none]"""
    figure_entries: int = 4
    """Entries that make a list of dates, figures or amounts.

    [3: 1 page, +0.0 +0.0; 5: none]"""
    figure_entries_share: float = 0.6
    """Share of the lines of such a list that tell a figure.

    [0.54: 1 page, +0.0 +0.0; 0.66: none]"""
    figure_longest: int = 24
    """Words of the longest line that tells a figure.

    [23: none; 25: none]"""
    figure_attached_words: int = 14
    """Words of the longest line that belongs to a figure by being attached to it.

    [13: none; 15: none]"""
    titled_entries: int = 6
    """Lines that tell a figure and are an article by themselves, under a headline.

    [5: none; 7: none]"""
    titled_reach: int = 4
    """Lines that no rule knows at most between headline and such a list.

    [3: none; 5: none]"""
    series_reach: int = 3
    """Blocks before such a list of which one must be prose; a heading may stand between.

    [2: none; 4: none]"""
    verse_shortest: int = 2
    """Words of the shortest verse.

    [1: none; 3: none]"""
    verse_longest: int = 14
    """Words of the longest.

    [13: none; 15: none]"""
    verses: int = 3
    """Lines that make a poem.

    [2: none; 4: none]"""
    numbered_gap: int = 8
    """Blocks at most from one numbered heading to the next.

    [7: none; 9: none]"""

    # What HTML tells (`elements.py`, `html_blocks.py`, `zone.py`, `linked.py`)
    run_prose_words: int = 10
    """Words of a run that make it prose, for weighing elements.

    [11: 1 page, +0.0 +0.0; 9: 2 pages, +0.0 +0.0]"""
    comments_share: float = 0.9
    """Share of the page's prose above which an element is not even its comments.

    [0.81: none; 0.99: none]"""
    zone_share: float = 0.5
    """The same for what its tag or its class claims (`aside`, `with-sidebar`).

    [0.45: 1 page, +0.0 +0.0; 0.55: 2 pages, +0.0 +0.0]"""
    folded_company: int = 2
    """Paragraphs beside hidden prose that make it the rest of an article, folded in.

    [1: none; 3: none]"""
    main_share: float = 0.6
    """Share of its parent's prose that a child holds on the way down to the article.

    [0.54: none; 0.66: none]"""
    zone_prose_score: float = 8.0
    """Prose above this is left to other rules where a class says share or related.

    [7.2: 2 pages, +0.0 −0.3; 8.8: 1 page, +0.0 +0.0]"""
    zone_credit_words: int = 20
    """Words of the longest credit in an element that says it is one.

    [19: 1 page, +0.0 +0.0; 21: none]"""
    linked_line_share: float = 0.9
    """Share of a line in links that makes it nothing but a link.

    [0.81: 7 pages, +0.0 +0.8; 0.99: 5 pages, +0.0 +0.0]"""
    linked_line_words: int = 3
    """Words of the shortest: a lone name in links is a topic or an author.

    [2: 30 pages, +0.0 +0.0; 4: 23 pages, +0.0 +0.2]"""

    # How plain text was broken into lines (`text_blocks.py`)
    narrowest_columns: int = 40
    """Text broken at a fixed width is broken between this …

    [39: none; 41: none]"""
    widest_columns: int = 100
    """… and this.

    [101: none; 99: none]"""
    broken_lines: int = 2
    """Lines that must be there to tell a width.

    [1: none; 3: none]"""
    full_line_share: float = 0.75
    """Share of the width that a full line fills.

    [0.675: none; 0.825: none]"""
    full_lines_share: float = 0.8
    """Share of the lines that are full.

    [0.72: none; 0.88: none]"""
    amid_lines_share: float = 0.5
    """Share of the lines that break off amid a sentence.

    [0.45: none; 0.55: none]"""
    ragged_share: float = 0.25
    """Share of the width that a line may leave free although the next word would fit.

    [0.225: none; 0.275: none]"""

    # Words of chrome (`chrome_phrases.py`), and how long a line with them may be
    start_words: int = 40
    """Words of the longest line that a phrase of `start` opens.

    [39: none; 41: none]"""
    single_word_words: int = 10
    """Words of the longest that a single word opens.

    [11: 1 page, +0.0 +0.0; 9: 3 pages, +0.0 +0.0]"""
    within_words: int = 25
    """Words of the longest line in which a phrase of `within` counts.

    [24: 2 pages, +0.0 +0.0; 26: 3 pages, +0.0 +0.0]"""
    longest_phrase: int = 8
    """Words of the longest phrase of `start`, and one.

    [7: none; 9: none]"""
    appeal_gap: int = 3
    """Paragraphs between two that ask, which belong to the appeal if they speak as “we”.

    [2: none; 4: none]"""
    appeal_controls: int = 12
    """Lines after an appeal that may be the controls of its form.

    [11: none; 13: none]"""
    appeal_control_words: int = 4
    """Words of the longest of them that the table does not know.

    [3: none; 5: none]"""
    comment_author_words: int = 10
    """Words of the longest line under “someone says:” that is a date, and no comment.

    [11: none; 9: none]"""
    copyright_year_words: int = 6
    """Words in which a notice that begins with its sign names its year.

    [5: none; 7: 2 pages, +0.0 +0.0]"""
    newsletter_box_words: int = 30
    """Words of a line that may belong to a box because it is set in it.

    [29: none; 31: none]"""
    newsletter_terms_words: int = 20
    """Words of the longest line of its terms.

    [19: none; 21: none]"""
    newsletter_heading_shortest: int = 3
    """Words of the shortest heading over a box.

    [2: 24 pages, +0.0 +0.0; 4: 13 pages, +0.0 +0.0]"""
    newsletter_heading_longest: int = 6
    """Words of the longest.

    [5: 4 pages, +0.0 +0.0; 7: 3 pages, +0.0 +0.0]"""
    share_words: int = 30
    """Words of the longest line of buttons.

    [29: none; 31: none]"""
    share_networks: int = 2
    """Networks that a line must name if no phrase is known.

    [1: 52 pages, −0.8 −0.6; 3: 2 pages, −0.3 +0.0]"""
    share_networks_words: int = 14
    """Words of the longest such line.

    [13: none; 15: none]"""
    pointer_sentence_words: int = 15
    """Words from which a pointer with a full stop is a sentence of the article.

    [14: none; 16: none]"""
    list_label_words: int = 6
    """Words of the longest label of a list of other articles.

    [5: 1 page, +0.0 +0.0; 7: none]"""
    list_reach: int = 80
    """Blocks after a label among which its entries stand.

    [79: 1 page, +0.0 +0.0; 81: 1 page, +0.0 +0.0]"""
    list_titles: int = 12
    """Titles in a row that are taken after a label; a list may be as long as it is.

    [11: 2 pages, +0.0 +0.0; 13: 2 pages, +0.0 +0.0]"""
    list_entry_words: int = 30
    """Words of the longest entry.

    [29: none; 31: none]"""
    list_sentence_words: int = 20
    """Words of the longest entry that ends as a sentence.

    [19: none; 21: none]"""
    list_title_shortest: int = 2
    """Words of the shortest title.

    [1: 17 pages, +0.3 +0.0; 3: 11 pages, −0.3 +0.0]"""
    list_title_longest: int = 18
    """Words of the longest.

    [17: none; 19: 1 page, +0.0 +0.0]"""
    teaser_headings: int = 4
    """Lines of a box over its teaser: label and headline, each twice.

    [3: 1 page, −0.4 +0.0; 5: none]"""
    sign_off_reach: int = 4
    """Paragraphs at the end among which those on the author stand.

    [3: none; 5: none]"""

    # Headline, and what stands between it and the article
    title_shortest: int = 2
    """Words of the shortest headline.

    [1: none; 3: 3 pages, +0.0 +0.0]"""
    title_longest: int = 30
    """Words of the longest.

    [29: none; 31: none]"""
    title_reach: int = 15
    """Undecided lines above the article among which a headline is looked for.

    [14: 1 page, +0.0 +0.0; 16: 2 pages, +0.0 +0.0]"""
    lone_heading_words: int = 3
    """Words of the shortest `h1` that is the headline though no title says so.

    [2: 1 page, +0.0 +0.0; 4: none]"""
    title_heading_share: float = 0.8
    """Share of a heading's words in the page's own title.

    [0.72: none; 0.88: none]"""
    title_stated_share: float = 0.4
    """The heading has at least this share of that title's words: the rest is the site's name.

    [0.36: 1 page, +0.0 +0.0; 0.44: 1 page, +0.0 +0.0]"""
    title_word_letters: int = 4
    """Letters of the words that headline and prose must share.

    [3: 3 pages, +0.0 +0.0; 5: 8 pages, +0.0 +0.0]"""
    title_shared_score: float = 3.0
    """Of a line all of whose words the prose says.

    [2.7: 1 page, +0.0 +0.0; 3.3: none]"""
    title_first_score: float = 0.4
    """Of the first line that no rule knows.

    [0.36: none; 0.44: none]"""
    title_twice_score: float = 0.5
    """Of a line that stands there twice.

    [0.45: 1 page, +0.0 +0.0; 0.55: none]"""
    title_usual_shortest: int = 5
    """Words of the shortest usual headline …

    [4: 3 pages, +0.4 +0.0; 6: 1 page, +0.0 +0.0]"""
    title_usual_longest: int = 20
    """… and of the longest.

    [19: none; 21: 1 page, +0.0 +0.0]"""
    title_label_words: int = 4
    """Words below which a line is more likely a label.

    [3: 1 page, +0.0 +0.0; 5: 2 pages, +0.0 +0.0]"""
    title_chrome_words: int = 6
    """Words of the longest line that cannot be a headline because the table knows it.

    [5: none; 7: 1 page, +0.0 +0.0]"""
    byline_words: int = 16
    """Words of the longest byline.

    [15: none; 17: none]"""
    byline_shortest: int = 2
    """Words of the shortest byline that says “by”.

    [1: none; 3: none]"""
    dateline_words: int = 20
    """Words of the longest line that is a date.

    [19: none; 21: none]"""
    time_words: int = 8
    """Words of the longest line that is a date because the page marks it as a time.

    [7: none; 9: none]"""
    chronicle_heading_words: int = 5
    """Words of the longest date that heads an entry of a chronicle.

    [4: none; 6: none]"""
    chronicle_dates: int = 3
    """Dates with a paragraph before and after that make a chronicle.

    [2: none; 4: none]"""
    chronicle_words: int = 8
    """Words of the shortest such paragraph.

    [7: none; 9: none]"""
    signature_reach: int = 4
    """Places at most from the headline to the date beside which a signature stands.

    [3: none; 5: none]"""
    signature_shortest: int = 2
    """Words of the shortest signature.

    [1: none; 3: 3 pages, +0.0 +0.0]"""
    signature_longest: int = 7
    """Words of the longest.

    [6: 1 page, +0.0 +0.0; 8: none]"""
    standfirst_reach: int = 7
    """Blocks under the title among which the byline or date is looked for.

    [6: none; 8: none]"""
    standfirst_blocks: int = 2
    """Undecided blocks at most above that byline: more are the article.

    [1: 2 pages, +0.0 +0.0; 3: none]"""
    standfirst_words: int = 6
    """Words of the shortest standfirst.

    [5: none; 7: none]"""
    standfirst_copy_share: float = 0.5
    """Share of a first paragraph's shingles that a later one repeats.

    [0.45: none; 0.55: none]"""
    standfirst_shingle: int = 4
    """Words of a shingle.

    [3: none; 5: 2 pages, −0.1 −0.1]"""
    standfirst_shingles: int = 6
    """So many, or a paragraph is too short to be a copy.

    [5: none; 7: none]"""
    label_words: int = 3
    """Words of the longest section label.

    [2: 11 pages, +0.0 +0.0; 4: 12 pages, +0.0 +0.0]"""
    label_above: int = 2
    """Places above the headline where a label may stand.

    [1: 9 pages, +0.0 +0.0; 3: 10 pages, +0.0 +0.0]"""
    label_under: int = 8
    """Places under it.

    [7: 2 pages, +0.0 +0.0; 9: 5 pages, +0.0 +0.0]"""

    # Posts of a thread (`threads.py`)
    thread_posts: int = 2
    """So many make one.

    [1: 6 pages, +0.0 +0.6; 3: none]"""
    thread_share: float = 0.8
    """Share of them that must have a name over them.

    [0.72: none; 0.88: none]"""
    thread_prose_share: float = 0.7
    """Share of the page's prose that they hold.

    [0.63: none; 0.77: none]"""
    thread_intro_words: int = 60
    """Words of prose at most before the first: what a channel or a forum says of itself.

    [59: none; 61: none]"""
    thread_text_share: float = 0.9
    """Share of the posts' prose in the elements that hold what was written.

    [0.81: none; 0.99: none]"""
    thread_label_words: int = 6
    """Words of the longest line in a post that may be a button.

    [5: none; 7: none]"""

    # A second reader beside cleaning (`witness.py`)
    witness_share: float = 0.333
    """Share of the words of the longer text that the two may have apart.

    [0.2997: none; 0.3663: none]"""

    # Quotations set large (`pull_quote.py`)
    pulled_shortest: int = 5
    """Words of the shortest.

    [4: none; 6: none]"""
    pulled_longest: int = 60
    """Words of the longest.

    [59: none; 61: none]"""
    pulled_from_words: int = 12
    """Words of the shortest paragraph that one is pulled from.

    [11: none; 13: none]"""

    # Pictures and headings inside the article
    credit_words: int = 14
    """Words of the longest photo credit.

    [13: none; 15: 3 pages, +0.0 +0.0]"""
    caption_words: int = 90
    """Words of the longest caption that names its source.

    [89: none; 91: none]"""
    caption_shortest: int = 3
    """Words of the shortest.

    [2: 2 pages, +0.0 +0.0; 4: none]"""
    signed_shortest: int = 8
    """Words of the shortest that ends with an agency.

    [7: none; 9: none]"""
    signature_tail_words: int = 8
    """Words of the longest name of an agency and its photographer.

    [7: none; 9: none]"""
    signature_tail_letters: int = 70
    """Characters of the longest.

    [69: none; 71: none]"""
    doubled_words: int = 12
    """Words in a row that make two passages beside each other one caption, printed twice.

    [11: none; 13: none]"""
    parted_prose_words: int = 15
    """Words of the prose that tells whether a page parts its paragraphs.

    [14: none; 16: none]"""
    parted_prose_share: float = 0.5
    """Share of it that stands apart where an attached line is a caption.

    [0.45: none; 0.55: none]"""
    attached_caption_words: int = 6
    """Words of the shortest caption that is attached to a credit.

    [5: 1 page, +0.0 +0.0; 7: none]"""
    crosshead_words: int = 14
    """Words of the longest heading.

    [13: 2 pages, +0.0 +0.0; 15: 5 pages, +0.0 +0.0]"""
    question_words: int = 8
    """Words of the longest question that is a heading and not what someone says.

    [7: 3 pages, +0.0 +0.0; 9: 4 pages, +0.0 +0.0]"""
    headed_words: int = 10
    """Words of what follows a heading, if it does not end as a sentence.

    [11: 2 pages, +0.0 +0.0; 9: 3 pages, +0.0 +0.0]"""


THRESHOLDS = Thresholds()
"""The table that cleaning reads."""
