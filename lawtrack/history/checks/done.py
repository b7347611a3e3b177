"""What an operation did, in one word of a finding."""

from __future__ import annotations

from lawtrack.law import Action, Message

DONE = {
    Action.ENACT: Message("enact"),
    Action.SUBSTITUTE: Message("substitute"),
    Action.INSERT: Message("insert"),
    Action.REPEAL: Message("repeal"),
    Action.RETITLE: Message("retitle"),
    Action.REPLACE_TEXT: Message("replace_text"),
    Action.DELETE_TEXT: Message("delete_text"),
    Action.INSERT_TEXT: Message("insert_text"),
    Action.RENUMBER: Message("renumber"),
    Action.UNWRAP: Message("unwrap"),
    Action.REPLACE_DOCUMENT: Message("replace_document"),
    Action.REPEAL_DOCUMENT: Message("repeal_document"),
    Action.SUSPEND: Message("suspend"),
    Action.REVIVE: Message("revive"),
    Action.OVERLAY: Message("overlay"),
    Action.CORRECT: Message("correct"),
    Action.MANUAL: Message("manual"),
}
