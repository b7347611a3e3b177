"""The language of amendment: act, commands, operations. Floor 3."""
