"""Archive → how to cite it as a whole, for the hand-written page on citing."""

from __future__ import annotations

from build_tools.pages.catalogue import Catalogue
from build_tools.pages.citing import offered
from build_tools.pages.render import fragment
from build_tools.text.citing.works import Citing


def whole(catalogue: Catalogue, here: str) -> str:
    """The archive in every style and format; `here` is the path of the page that it goes into."""
    citing = Citing.of(catalogue.archive)
    work = offered(citing.whole(), "The archive", "as a whole", "the archive")
    return fragment("whole", here, {"work": work, "addressed": bool(citing.site.url)})
