"""The five articles → what stands behind each finding, worked out by hand from captures and originals.

Made before the archive was asked. A row gives the reports; the origins, with what the editor reconstructs;
the origins that the sources themselves show; and why. A source that names nobody stands for itself among the
latter: by its own words it cannot be told from one that found out. `least` may be said without doubt.
"""

from __future__ import annotations

from dataclasses import dataclass

ISTORIES, CNN, AP = "istories-defendants-2024", "cnn-prisoners-2022", "ap-replenish-2022"
UK, FORTUNE = "uk-mod-3rd-army-corps-2022", "fortune-mobilisation-2022"
HOTNEWS, KOMMERSANT = "hotnews-defendants-2024", "kommersant-volunteer-units-2022"
BACKGROUND = "romanian-agency-background-2024"
DAGENS, GLOBE = "dagens-20000-prisoners", "economic-globe-replenish-forces"
HNGN, GDC = "hngn-prisoners-for-freedom", "gdc-inmates-for-freedom"


@dataclass(frozen=True, slots=True)
class Row:
    """What stands behind one finding."""

    reports: int
    origins: set[str]
    shown: set[str]
    """The origins if only what the sources themselves show is followed."""
    least: int
    why: str
    decided: int | None = None
    """The editor's number, where there is one."""


COUNTED = {
    "20000-recruits-from-pretrial-detention": Row(
        2,
        {ISTORIES},
        {ISTORIES, DAGENS},
        1,
        "The Moscow Times names iStories in ¶ 1. Dagens names nobody in ¶ 1; its words follow versions of "
        "EFE, which follow iStories.",
    ),
    "100-recruits-from-each-centre": Row(
        2,
        {ISTORIES},
        {ISTORIES, DAGENS},
        1,
        "The Moscow Times goes on in ¶ 3 with the report that ¶ 1 names. Dagens has “reports” in ¶ 4.",
    ),
    "recruiters-look-for-the-fit": Row(
        2,
        {ISTORIES},
        {ISTORIES},
        1,
        "Both name iStories where they say it: The Moscow Times in ¶ 2, Dagens in ¶ 3.",
    ),
    "convicts-running-out": Row(
        2,
        {ISTORIES},
        {ISTORIES, DAGENS},
        1,
        "The Moscow Times has iStories’ source close to the General Staff. Dagens ¶ 5 names nobody; it is "
        "agency background and never counted, but as printed it would be Dagens’s own.",
    ),
    "another-mobilisation-avoided-2024": Row(
        2,
        {ISTORIES},
        {ISTORIES, DAGENS},
        1,
        "The Moscow Times ¶ 6 names iStories. Dagens ¶ 7 names nobody; agency background, not counted.",
    ),
    "russia-recruits-prisoners-2022": Row(
        3,
        {CNN, AP},
        {HNGN, GDC, GLOBE},
        2,
        "HNGN (line under the photograph, ¶ 3) and Global Defense Corp (¶ 3) print CNN without naming it "
        "there; Economic Globe (¶ 3, ¶ 13) prints AP and never names it. CNN and AP worked separately in "
        "one week.",
    ),
    "freedom-for-service": Row(
        4,
        {CNN, AP},
        {HOTNEWS, HNGN, GDC, GLOBE, DAGENS},
        2,
        "As before, CNN in two retellings and AP in one. Dagens ¶ 2 names Hotnews, ¶ 5 nobody: both are "
        "the agency background of October 2024, and never counted.",
    ),
    "inmates-promised-money": Row(
        3,
        {CNN, AP},
        {CNN, HNGN, GDC, GLOBE},
        2,
        "HNGN ¶ 2 and ¶ 6 and Global Defense Corp ¶ 1 are CNN unnamed; Global Defense Corp ¶ 6 names CNN. "
        "CNN has it from inmates and from messages that it read itself, AP from Osechkin (Economic Globe ¶ "
        "18). Should CNN have spoken with him too, inmates and messages are still another way to know.",
    ),
    "private-company-recruits-inmates": Row(
        2,
        {CNN, AP},
        {HNGN, GLOBE},
        2,
        "CNN’s prisoner (HNGN ¶ 8) and Osechkin to AP (Economic Globe ¶ 16): two speakers, two reports, "
        "neither of which is named where it is retold. But whose belief it was in CNN is not said, and it "
        "may be that of activists, Osechkin’s among them.",
        decided=1,
    ),
    "wagner-recruits-inmates": Row(
        2,
        {AP},
        {GLOBE, DAGENS},
        1,
        "Osechkin to AP (Economic Globe ¶ 16). Dagens ¶ 6 is agency background, not counted.",
    ),
    "prigozhin-behind-wagner": Row(
        1,
        {AP},
        {GLOBE},
        1,
        "One sentence of AP’s, by way of Economic Globe ¶ 17.",
    ),
    "hundreds-approached-in-dozens-of-prisons": Row(
        2,
        {CNN},
        {CNN, HNGN},
        1,
        "One sentence of CNN’s. Global Defense Corp names CNN in ¶ 4 and goes on with its report; HNGN ¶ "
        "4 names only activists.",
    ),
    "murderers-among-them": Row(
        2,
        {CNN},
        {CNN, HNGN},
        1,
        "CNN’s activists (HNGN ¶ 5, Global Defense Corp ¶ 5) and CNN’s prisoner (HNGN ¶ 7). HNGN names "
        "CNN for neither.",
    ),
    "ten-volunteers-from-ik17": Row(
        2,
        {CNN},
        {CNN},
        1,
        "David Whelan through CNN, which HNGN names in ¶ 5 itself and Global Defense Corp in ¶ 4.",
    ),
    "inmates-regret-volunteering": Row(
        1,
        {AP},
        {GLOBE},
        1,
        "Osechkin and an inmate’s partner, both to AP, by way of Economic Globe alone.",
    ),
    "75000-killed-or-injured": Row(
        2,
        {CNN},
        {HNGN, GDC},
        1,
        "One sentence of CNN’s; both name only Western assessments for it.",
    ),
    "no-full-mobilisation-by-august-2022": Row(
        2,
        {AP, FORTUNE},
        {FORTUNE, GLOBE},
        2,
        "HNGN ¶ 11 names Fortune; Economic Globe ¶ 3 prints AP. Nobody had to find it out.",
        decided=1,
    ),
    "authorities-seek-recruits-everywhere": Row(
        1,
        {AP},
        {GLOBE},
        1,
        "Tabalov to AP, and AP itself, by way of Economic Globe alone.",
    ),
    "volunteers-hard-to-find-2022": Row(
        1,
        {UK},
        {HNGN},
        1,
        "HNGN alone, ¶ 1 and ¶ 11. The words of ¶ 11 are those of the British update; ¶ 1 is taken to "
        "rest on it.",
    ),
    "regions-raise-volunteer-battalions": Row(
        1,
        {AP, KOMMERSANT},
        {KOMMERSANT, GLOBE},
        2,
        "Economic Globe ¶ 8: AP’s own sentence, then Kommersant’s count, which it names. AP may know of "
        "the battalions from Kommersant.",
        decided=1,
    ),
    "3rd-army-corps-of-volunteers": Row(
        2,
        {UK},
        {UK, HNGN},
        1,
        "One British update. Economic Globe ¶ 10 names the British military; HNGN ¶ 10 names a ministry "
        "that did not say it, which shows no report.",
    ),
    "3rd-army-corps-bonuses": Row(
        2,
        {UK},
        {UK, HNGN},
        1,
        "The same update in the same two paragraphs.",
    ),
    "hundreds-refuse-2022": Row(
        1,
        {AP},
        {GLOBE},
        1,
        "AP’s opening and its organisations and lawyers, by way of Economic Globe alone.",
    ),
    "many-soldiers-want-out": Row(
        1,
        {AP},
        {GLOBE},
        1,
        "Tabalov three times and the foundation once, all to AP (Economic Globe).",
    ),
    "refusers-held-or-threatened": Row(
        1,
        {AP},
        {GLOBE},
        1,
        "Tabalov, a parent and Garmazhapova, all to AP (Economic Globe).",
    ),
    "commanders-refuse-resignations": Row(
        1,
        {AP},
        {GLOBE},
        1,
        "Tabalov and Garmazhapova, both to AP (Economic Globe).",
    ),
}
"""By finding. What decides a row is the passage and whom it names, not who is known to have been first."""

UNTRACED = {
    "convicts-running-out",
    "another-mobilisation-avoided-2024",
    "freedom-for-service",
    "wagner-recruits-inmates",
}
"""Findings with a claim from the agency background that Dagens prints in ¶ 2 and from ¶ 5 on."""

ONE_VOICE = {
    "many-soldiers-want-out": ("alexei-tabalov", 3, 4),
    "ten-volunteers-from-ik17": ("paul-whelan", 2, 2),
    "75000-killed-or-injured": ("western-governments", 2, 2),
}
"""Findings of which three chains in four, or more, begin with one named speaker: who, and in how many."""
