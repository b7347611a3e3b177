"""The language of amendment: from the text of an act to operations on other acts. Pure: no I/O.

`read_act(document, catalogue)` hears every command of an act and accounts for each of its characters; what is heard and not
understood is an operation with a refusal. The language is described in `docs/language.md`.
"""

from lawtrack.amend.account import Account, Claim, Role
from lawtrack.amend.reading import Reading, read_act

__all__ = ["Account", "Claim", "Reading", "Role", "read_act"]
