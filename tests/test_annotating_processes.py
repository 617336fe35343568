"""Sources are annotated in other processes where that is worth it, and come out the same."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from build_tools import documents, pipeline
from build_tools.pipeline_settings import PipelineSettings
from tests.archives import lay_capture, write_archive


def test_workers_change_nothing(tmp_path: Path) -> None:
    """Several processes, which a capture is worth, give the archive that one gives."""
    seeds = write_archive(tmp_path, sources=2 * documents.SOURCES_PER_BATCH + 1) / "seeds"
    lay_capture(tmp_path)
    made = [pipeline.assemble_archive(PipelineSettings(seeds, workers=number)) for number in (1, 2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("most", [32, 33])
def test_very_many_sources_are_annotated_by_fresh_processes(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copies would come to hold all that was read. Where no capture is at hand, this process does it all."""
    told: list[bool] = []

    def start(number: int, *, fresh: bool) -> ThreadPoolExecutor:
        told.append(fresh)
        return ThreadPoolExecutor(number)

    monkeypatch.setattr(documents, "start_processes", start)
    monkeypatch.setattr(documents, "MOST_FOR_COPIES", most)
    seeds = write_archive(tmp_path, sources=33) / "seeds"
    assert len(pipeline.assemble_archive(PipelineSettings(seeds, workers=2)).documents) == 33
    assert not told
    lay_capture(tmp_path)
    assert len(pipeline.assemble_archive(PipelineSettings(seeds, workers=2)).documents) == 33
    assert told == [most < 33]
