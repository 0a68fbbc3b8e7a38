"""Which schemas of `bid.json` bidwriter has ever put into packages."""

import hashlib
from functools import lru_cache

from bidwriter.bids.record.schema import bid_schema
from bidwriter.files.disk import strict_json

# SHA-256 of the file by release. A release that writes another schema than the one before it
# is put in here with it, or its packages look strange to the next.
RELEASED = {
    "0.1.0": "0b758f4e45bc56a53d441127b4532d8de066f94e16ff73854b20b14a65671170",
    "0.2.0": "02a0e1b78f196c1209d48cf5d39c4327ed0b62d2f2181d9a97ecb980ab2435c1",
    "0.3.0": "ccc8be9f9027cb431f8c7ecd2ed7487bf494a1e5cd989fffa4cda218cba4cc36",
}


@lru_cache(maxsize=1)  # made from the models, which never change: half the time of a comparison
def schema_bytes() -> bytes:
    """The schema as this bidwriter writes it."""
    return strict_json.dumps(bid_schema())


def is_known(data: bytes) -> bool:
    """Whether `data` is the schema of this bidwriter or of a release."""
    return hashlib.sha256(data).hexdigest() in RELEASED.values() or data == schema_bytes()
