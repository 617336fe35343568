"""What plays the tutorial can fail: at a wrong command, a promise not kept, a block that asks for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guide.literate import Step, list_steps
from tests.guide.player import Player

PAGE = """Save this as `seeds/a.yml`:

```yaml
slug: a
title: Mistak
```

In `seeds/a.yml`, fill in:

```yaml
title: Two
  lines
```

Then in `seeds/a.yml`, replace `slug: a` by `slug: b`, take the line `title` out of `seeds/a.yml`,
and delete `c.txt`.

<!-- not run: it needs an account -->
```sh
git push
```

```sh
archive --version
```
"""


def test_a_page_becomes_steps_in_its_order() -> None:
    """Blocks and what prose asks for; what needs an account is left out."""
    steps = list(list_steps(PAGE))
    assert [step.kind for step in steps] == ["save", "fill", "replace", "take out", "delete", "run"]
    assert steps[2] == Step("replace", ("seeds/a.yml", "slug: a", "slug: b"))


def test_steps_are_done(tmp_path: Path) -> None:
    """A field takes the place of the one there, whole; the rest of the file stays."""
    (tmp_path / "c.txt").write_text("")
    player = Player(tmp_path)
    steps = list(list_steps(PAGE))
    player.follow(steps[:2])
    assert (tmp_path / "seeds/a.yml").read_text() == "slug: a\ntitle: Two\n  lines\n"
    player.follow(steps[2:])
    assert (tmp_path / "seeds/a.yml").read_text() == "slug: b\n  lines\n"
    assert not (tmp_path / "c.txt").exists()
    assert player.told.startswith("archive ")


@pytest.mark.parametrize(
    "page",
    [
        "```sh\narchive bild\n```\n",
        "```sh\narchive check --config nowhere.yml\n```\n",
        "```sh\ngit no-such-command\n```\n",
        "```sh\narchive --version\n```\n\n```text\ndocuments 7\n```\n",
        "In `a.txt`, fill in:\n\n```yaml\na: b\n```\n",
        "Replace it: in `a.txt`, replace `x` by `y`.\n",
        "Look:\n\n```yaml\na: b\n```\n",
    ],
)
def test_what_is_wrong_with_a_page_fails(page: str, tmp_path: Path) -> None:
    """Each by itself: else the tutorial could rot unseen."""
    with pytest.raises((AssertionError, ValueError, OSError)):
        Player(tmp_path).follow(list_steps(page))
