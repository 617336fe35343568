"""Artifacts and rendered pages → disk, because all knowledge of MkDocs and of the file system ends here."""
