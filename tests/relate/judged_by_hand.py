"""The five articles → what each finding is called, what stands against what, what was withdrawn."""

from __future__ import annotations

from build_tools.model.archive import Status
from build_tools.model.evidence import Difference, DisagreementKind

STATUSES = {
    # each has its denial in the archive, and the denial is of what the finding says
    "prigozhin-behind-wagner": Status.DENIED,
    "75000-killed-or-injured": Status.DENIED,
    # CNN and AP, separately
    "russia-recruits-prisoners-2022": Status.SEVERAL,
    "freedom-for-service": Status.SEVERAL,
    "inmates-promised-money": Status.SEVERAL,
}
"""The primary status of each finding; those not listed have a single origin. None is disputed or corrected:
no two sources really differ on what a finding says, and no correction touches its sentence."""

SOURCES, MEASURES, WITHIN, RETOLD = DisagreementKind
REAL, SCOPE, DATE, ROUNDING, RETELLING, COMPATIBLE = Difference

DISAGREEMENTS = {
    "how-far-the-plan-had-come": (SOURCES, {RETELLING}),
    "have-convicts-run-out": (SOURCES, {RETELLING}),
    "who-assessed-the-3rd-army-corps": (SOURCES, {RETELLING}),
    "how-the-3rd-army-corps-is-filled": (SOURCES, {RETELLING}),
    "what-inmates-are-offered": (SOURCES, {RETELLING, DATE}),
    "who-recruits-inmates": (SOURCES, {COMPATIBLE, RETELLING, DATE}),
    "how-many-in-pretrial-detention": (MEASURES, {SCOPE, RETELLING}),
    "forty-per-cent-or-20000": (MEASURES, {SCOPE, ROUNDING}),
    "how-many-inmates-by-august-2022": (MEASURES, {SCOPE, DATE}),
    "dead-and-wounded": (MEASURES, {DATE, SCOPE}),
    "enough-volunteers": (WITHIN, {REAL}),
    "bryanka-closed-or-not": (WITHIN, {COMPATIBLE, SCOPE}),
    "general-or-partial-mobilisation": (WITHIN, {RETELLING}),
    "state-of-the-law-october-2024": (WITHIN, {COMPATIBLE, DATE}),
    "st-petersburg-volunteers": (WITHIN, {COMPATIBLE}),
    "volunteer-units-and-pay": (RETOLD, {RETELLING}),
    "zelenskys-amnesty": (RETOLD, {RETELLING}),
    "reversed-quotation": (RETOLD, {RETELLING}),
    "american-or-western-official": (RETOLD, {RETELLING}),
}
"""What stands against what, and how: the five sources compared with one another and with their originals."""

WITHDRAWN = {
    "210-pretrial-detention-centres",
    "promises-and-phone-calls",
    "inmates-vanish",
    "convict-communities-all-over-russia",
    "army-overstretched-2022",
    "sixth-month-of-war",
    "cnn-month-of-interviews",
    "recruits-from-whelans-prison",
    "chat-messages-on-rewards",
    "prisoner-speaks-from-his-cell",
    "dozen-left-st-petersburg-colony",
    "russian-advance-slowed",
    "hidden-recruitment-instead-of-mobilisation",
    "reservists-called-in",
}
"""Published once, and no findings: copies of one sentence, or two statements that do not say the same."""
