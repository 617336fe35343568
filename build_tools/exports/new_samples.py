"""What a new archive shows of each file of the seeds: invented, and read by tests as a keeper's would be."""

SAMPLE_RECORD = """slug: river-floods-old-mill          # the page's address; never changed
title: "River floods old mill"       # as printed
outlet: brackwater-bugle             # an id of vocabulary/entities.yml
authors: ["A. Miller"]
published:
  date: 2021-05-01                   # EDTF: 2021, 2021-05~, 2021-05-01T08:30
  basis: stated                      # stated, tag, address, inferred
language: en
url: https://bugle.example/river-floods-old-mill
rights:
  publish: digest                    # own words and short quotations only
  holder: The Brackwater Bugle
  statement: http://rightsstatements.org/vocab/InC/1.0/
paragraphs: 4                        # of the article's body: the anchors p1 to p4
summary: A local report of one flood, from the mayor and the paper's own reporter.
claims:
  - id: p1c1                         # first claim of the first paragraph; the claims in order are the digest
    text: The river rose to the first floor of the old mill on 30 April.
    kind: event                      # event, figure, policy, legal, quote, allegation, denial …
    topics: [floods]                 # ids of vocabulary/topics.yml
    said_by: The mayor of Brackwater
    chain:                           # who said it, through whom; the outlet itself is not written
      - who: the mayor of Brackwater
        ground: stated attribution   # the source names the mayor in this passage …
        passage: p1
        named: the mayor             # … by these words; left out if they are those of `who`
    mentions: [old-mill]             # ids of vocabulary/entities.yml
    wording: said
"""
"""A record with every field that a record must have."""

SAMPLE_TOPICS = """- id: floods
  label: Floods
  scope_note: Rivers above their banks, and what was done about it. Not the weather.
"""

SAMPLE_OUTLET = """- id: brackwater-bugle
  name: The Brackwater Bugle
  kind: organisation                 # person, organisation, place or event
  type: newspaper
  description: A newspaper that exists in this example only.
"""

SAMPLE_ENTITIES = (
    SAMPLE_OUTLET
    + """- id: old-mill
  name: Old Mill
  kind: place
  type: building
  description: A mill on the river.
  forms: [Old Mill, old mill]        # how texts name it
"""
)

FINDINGS = """findings:
  - id: mill-under-water
    statement: The mayor of Brackwater said in May 2021 that the river had reached the old mill.
    modality: reported               # reported, estimated, alleged, planned, announced, established
    said_by: The mayor of Brackwater
    when: 2021-05
    claims: ["river-floods-old-mill#p1c1"]
    why: One report says it so far; a second would be listed here.
"""

OVERVIEWS = """archive:
  opening:
    - text: The river had reached the old mill, the mayor of Brackwater said in May 2021.
      rests_on:
        - finding: mill-under-water
doors:
  - title: How high did the river rise?
    text: One report, one speaker.
    finding: mill-under-water
topics:
  - topic: floods
    opening:
      - text: The river had reached the old mill, the mayor of Brackwater said in May 2021.
        rests_on:
          - finding: mill-under-water
"""
