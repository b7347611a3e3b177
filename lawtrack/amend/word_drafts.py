"""Drafts of operations on words inside units."""

from __future__ import annotations

from dataclasses import replace

from lawtrack.amend.clauses import Clause, Verb, Words
from lawtrack.amend.draft import Draft, cited, first, mismatch, through, unclear
from lawtrack.amend.references import Ref
from lawtrack.law.address import Address, Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Place, Position
from lawtrack.law.provision import Kind, Provision
from lawtrack.law.refusal import Reason, Refusal

_LONG = 12  # words: a name or a term is shorter


def _sentence(words: str) -> bool:
    """Whether quoted words are a sentence of their own, not words that go on with one."""
    return words[:1].isupper() and (words.endswith(".") or len(words.split()) > _LONG)


def _sentence_in(ref: Ref, change: Words) -> Draft:
    """A sentence that comes in beside a sentence, or in front of the first or behind the last of a unit."""
    inner = bool(ref.steps) and ref.steps[-1].kind is Kind.CAU
    last = change.place in (Place.AFTER, Place.END)
    address = ref.address if inner else Address((*ref.address.steps, Step(Kind.CAU, "cuoi" if last else "1")))
    if inner and change.place in (Place.START, Place.END):
        problem = Message("a sentence comes in inside another one")
        return mismatch(ref, Address(), problem, change.put, Reason.TARGET_AMBIGUOUS)
    position = Position.AFTER if last else Position.BEFORE
    return Draft(Action.INSERT, address, ref.part, cited(ref), payload=(Provision(Kind.DOAN, text=change.put),), position=position)


def word_drafts(clause: Clause, change: Words, base: Address) -> list[Draft]:
    """The drafts of one change of words, one for each place; `base` is the unit the lines above speak of."""
    action = {
        Verb.INSERT: Action.INSERT_TEXT,
        Verb.REPEAL: Action.REPLACE_TEXT if change.put else Action.DELETE_TEXT,  # (words that go from inside a quoted phrase)
    }.get(clause.verb, Action.REPLACE_TEXT)
    if clause.verb is Verb.INSERT and change.place is not None and not change.anchor and change.places:
        beside = all(r.steps and r.steps[-1].kind is Kind.CAU for r in change.places)
        if (change.sentence or beside) and change.put[:1].isupper() and not any(r.unclear for r in change.places):
            return [_sentence_in(r, change) for r in change.places]
    draft = Draft(action, find=change.find, put=change.put, anchor=change.anchor, place=change.place, nth=change.nth)
    if clause.verb is Verb.INSERT and change.place is Place.END and not change.anchor and _sentence(change.put):
        problem = Message("a sentence comes in at the end: in the last paragraph or as a new one is not said")
        return [mismatch(r, base, problem, change.put, Reason.TARGET_AMBIGUOUS) for r in change.places or (None,)]
    if clause.verb is Verb.INSERT and change.place is None:
        return [mismatch(first(clause), base, Message("where “{words}” goes is not said", words=change.put), "", Reason.TARGET_AMBIGUOUS)]
    if change.places:
        out = []
        for ref in change.places:
            if ref.unclear:
                out += unclear([ref])
            else:
                out.append(replace(draft, address=ref.address, part=ref.part, act=cited(ref), through=through(ref)))
        return out
    if change.whole or base:
        return [replace(draft, address=Address() if change.whole else base, act=change.act)]
    refusal = Refusal(
        Reason.TARGET_AMBIGUOUS,
        Message("the command does not say where the words stand"),
        found=change.find or change.put,
    )
    return [replace(draft, action=Action.MANUAL, refusal=refusal)]
