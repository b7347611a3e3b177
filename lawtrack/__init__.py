"""lawtrack: how law changes, provision by provision, starting with the law of Viet Nam."""

__version__ = "0.1.0"
