"""Programs that answer the same questions: from this environment, or from ``build/rivals``."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import Any

__all__ = ["rival"]

FOLDER = Path(__file__).resolve().parent.parent / "build" / "rivals" / "packages"
PACKAGES = {
    "duckdb": ("duckdb==2.0.1",),
    "krippendorff": ("krippendorff==0.9.0",),
    "sklearn": (
        "scikit-learn==1.9.1",
        "scipy==1.17.1",
        "joblib",
        "threadpoolctl",
        "cloudpickle",
        "narwhals",
    ),
}


def rival(module: str) -> Any:
    """A module of DuckDB, scikit-learn or krippendorff (``duckdb``, ``sklearn.…``), installed when it is first asked
    for; ``None`` where it cannot be had. What is here already, NumPy above all, it shares."""
    name = module.partition(".")[0]
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    try:
        return import_module(module)
    except ImportError:
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--upgrade",
            "--no-deps",
            "--target",
        ]
        done = subprocess.run([*pip, str(FOLDER), *PACKAGES[name]], check=False)
    invalidate_caches()
    try:
        return import_module(module) if done.returncode == 0 else None
    except ImportError:
        return None
