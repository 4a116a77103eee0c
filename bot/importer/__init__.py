"""The importer: bytes of a document in, a draft out; pure."""
