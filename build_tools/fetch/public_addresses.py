"""Name of a machine → an address that may be asked: none of a private network, however it is written."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from queue import Empty, SimpleQueue

from build_tools.fetch.refusals import FetchRefused

Resolve = Callable[[str, int], list[str]]
"""Name and port → addresses."""
IpAddress = IPv4Address | IPv6Address

# addresses of the new kind that lead on to one of the old kind, which is what must be public
_NAT64 = ip_network("64:ff9b::/96")


def resolve_name(host: str, port: int) -> list[str]:
    """The addresses of a machine, as the system knows them. Raises FetchRefused where it knows none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FetchRefused(f"No machine of the name {host} is known: {reason}.") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve_in_time(resolve: Resolve, host: str, port: int, seconds: float) -> list[str]:
    """What `resolve` finds. Raises FetchRefused after the time: the system's own limit is minutes, or none.

    A look-up that hangs cannot be ended; it is left to a thread that does not keep the program from ending.
    """
    answers: SimpleQueue[list[str] | BaseException] = SimpleQueue()
    threading.Thread(target=_put_answer, args=(answers, resolve, host, port), daemon=True).start()
    try:
        found = answers.get(timeout=seconds)
    except Empty:
        raise FetchRefused(f"The name {host} was not looked up in time.") from None
    if isinstance(found, BaseException):
        raise found
    return found


def _put_answer(
    answers: SimpleQueue[list[str] | BaseException], resolve: Resolve, host: str, port: int
) -> None:
    try:
        answers.put(resolve(host, port))
    except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
        answers.put(error)


def choose_public_address(host: str, addresses: list[str], allowed: frozenset[str]) -> str:
    """The address to connect to, checked. It alone is used: a name that is asked again may answer otherwise.

    `allowed`: addresses that may be asked although they are not public. Raises FetchRefused.
    """
    for address in addresses:
        if address in allowed or is_public(address):
            return address
    shown = ", ".join(addresses) or "no address"
    raise FetchRefused(f"{host} is in a private network ({shown}), and is not asked.")


def is_public(address: str) -> bool:
    """Whether it is an address of the public internet; False for what is no address.

    >>> is_public("192.168.1.1"), is_public("::ffff:10.0.0.1"), is_public("8.8.8.8")
    (False, False, True)
    """
    try:
        # a zone (`%eth0`) is of this machine's network by itself
        found = ip_address(address)
    except ValueError:
        return False
    return all(
        one.is_global and not one.is_multicast and not one.is_reserved for one in (found, *_list_inner(found))
    )


def _list_inner(address: IpAddress) -> list[IpAddress]:
    """The addresses of the old kind that one of the new kind leads to."""
    if isinstance(address, IPv4Address):
        return []
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in inner if one is not None]
