"""bidwriter: draft, check and export a council's bid for a government fund, offline."""

import os

__version__ = "0.3.0"

# pydantic would read every installed package's metadata to look for plug-ins; we use none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
