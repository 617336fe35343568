"""Signs and codes beside a number → ISO 4217; the names of currencies stand in languages/."""

from __future__ import annotations

import re

_SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₴": "UAH",
    "¥": "JPY",
    "₹": "INR",
    "₾": "GEL",
    "₸": "KZT",
    "₺": "TRY",
    "₪": "ILS",
    "₩": "KRW",
    "₼": "AZN",
    "֏": "AMD",
    "₫": "VND",
    "₦": "NGN",
    "₱": "PHP",
    "₭": "LAK",
    "₡": "CRC",
    "₿": "BTC",
}
_DOLLARS = {
    "us": "USD",
    "u.s.": "USD",
    "u.s": "USD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "a": "AUD",
    "au": "AUD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "nt": "TWD",
    "mex": "MXN",
    "mx": "MXN",
    "r": "BRL",
}
"""What stands before a dollar sign."""
CODES = frozenset(
    {
        *("USD", "EUR", "GBP", "RUB", "UAH", "JPY", "CHF", "CNY", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"),
        *("SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "RSD", "MKD", "BAM", "ISK", "BYN", "MDL"),
        *("KZT", "GEL", "AMD", "AZN", "KGS", "UZS", "TJS", "TMT", "ILS", "AED", "SAR", "QAR", "EGP", "IRR"),
        *("IQD", "SYP", "AFN", "PKR", "INR", "LKR", "BDT", "NPR", "THB", "IDR", "MYR", "PHP", "VND", "KRW"),
        *("NGN", "KES", "GHS", "ETB", "UGX", "TZS", "ZAR", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "VES"),
        *("CRC", "LAK", "BTC"),
    }
)
"""Without those that are English words (`ALL`, `TRY`), which headlines print in capitals."""

_CODE = "|".join(sorted(CODES))
_SIGN = "|".join(map(re.escape, _SIGNS))
_DOLLAR = "|".join(sorted(map(re.escape, _DOLLARS), key=lambda name: (-len(name), name)))
# a space may come after two letters, a C or a full stop (US $5, C $5, U.S. $5): “a $5 fee” is in no AUD
_BEFORE = re.compile(
    rf"(?:(?<!\w)(?P<code>{_CODE})\$?|(?<!\w)(?P<dollar>(?i:{_DOLLAR}))(?:(?<=\w\w)\s?|(?<=[cC])\s|(?<=\.)\s?)?\$"
    rf"|(?<![^\W\d_])(?P<sign>{_SIGN}))\s?\Z"
)
# a sign with digits after it belongs to those, and not to the number before
_AFTER = re.compile(rf"\s?(?:(?P<code>{_CODE})(?!\w)|(?P<sign>{_SIGN})(?!\s?\d))")
_LOOK_BACK = 9
"""Characters before a number that a currency may take."""
_LAST = frozenset(_SIGNS).union(*CODES)
"""The last character of one: after anything else it is not searched for, which would take longest."""


def find_currency_before(text: str, at: int) -> tuple[int, str]:
    """Where the currency before a number begins, and its code; the number's own place and nothing if none."""
    first = max(0, at - _LOOK_BACK)
    before = text[first:at]
    match = _BEFORE.search(before) if before.rstrip()[-1:] in _LAST else None
    if match is None:
        return at, ""
    if match["dollar"]:
        return first + match.start(), _DOLLARS[match["dollar"].lower()]
    return first + match.start(), match["code"] or _SIGNS[match["sign"]]


def find_currency_after(text: str, at: int) -> tuple[int, str]:
    """Where the currency after a number ends, and its code; the number's own end and nothing if none."""
    match = _AFTER.match(text, at)
    return (match.end(), match["code"] or _SIGNS[match["sign"]]) if match else (at, "")
