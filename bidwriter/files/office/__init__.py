"""The parts of an Office file, a zip of XML from anyone, read under limits."""
