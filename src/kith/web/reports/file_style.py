"""The style sheet of a report that is one file: the site's own, its fonts inside."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path


BUILT = Path(__file__).parents[1] / "ui" / "static" / "built"
_ADDRESS = re.compile(r'url\("?([A-Za-z0-9_.-]+\.woff2)"?\)')


def file_style(built: Path = BUILT) -> str:
    """The style sheet with each font as data; plain type where none is built.

    A file is mailed and kept: it must not ask any server for its face.
    """
    try:
        manifest = json.loads((built / "manifest.json").read_text("utf-8"))
        style = (built / manifest["kith.css"]).read_text("utf-8")
    except (OSError, KeyError):
        return "body{font-family:sans-serif;max-width:60em;margin:auto;padding:1em}"

    def inside(address: re.Match[str]) -> str:
        font = base64.b64encode((built / address.group(1)).read_bytes()).decode()
        return f'url("data:font/woff2;base64,{font}")'

    return _ADDRESS.sub(inside, style)
