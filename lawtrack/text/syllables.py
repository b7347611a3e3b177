"""Vietnamese syllables: which spellings the orthography allows.

A syllable is an onset, a rhyme and a tone. The onsets and rhymes are a closed list; a rhyme that ends in c, ch, p, t bears the acute or the
dot alone; k, gh, ngh stand in front of e, ê, i, y, the letters c, g, ng in front of the others; the tone has its place in the rhyme. A word
of law that breaks these rules is foreign, an abbreviation, or misprinted ("thiêt", "phưong").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ONSETS = ("ngh", "ng", "nh", "gh", "gi", "qu", "ch", "kh", "ph", "th", "tr", *"bcdđghklmnpqrstvx", "")
_RHYMES_WRITTEN = """
a e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu iêu oa oe oi ôi ơi oai oao oay oeo ua uê ui uy uơ uôi uya uyu uây ưa ưi ưu ươi
ươu yêu uau uêu am an ang anh ăm ăn ăng âm ân âng em en eng enh êm ên ênh im in inh om on ong oong ôm ôn ông ôông ơm ơn um un ung
ưm ưn ưng iêm iên iêng yêm yên yêng oam oan oang oanh oăm oăn oăng oem oen uân uâng uên uênh uôm uôn uông ươm ươn ương uyn uynh
uyên yn ynh ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it oc ooc op ot ôc ôôc ôp ôt ơp ơt uc up ut ưc ưp ưt iêc iêp
iêt yêt oac oach oap oat oăc oăp oăt oet oep uât uêch uyt uych uyêt uôc uôp uôt ươc ươp ươt yt ych
"""
_RHYMES = frozenset(_RHYMES_WRITTEN.split())
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPS = ("c", "p", "t", "ch")
_STOPPED = ("\u0301", "\u0323")
_FRONT = "eêiy"
_BUILT = re.compile(rf"(?:{'|'.join(o for o in _ONSETS if o)})?[aeiouy]{{1,3}}(?:ch|ng|nh|[cmnpt])?")
_VOWEL = re.compile("[aăâeêioôơuưy]")
# rhymes of a glide and a vowel, whose tone stands on either letter ("hoà", "hòa")
_EITHER = ("oa", "oe", "uy")
_MARKED = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")


@lru_cache(maxsize=65536)
def possible(word: str) -> bool:
    """Whether the orthography allows `word` (lower case, NFC) as a syllable, with its tone in its place."""
    letters = unicodedata.normalize("NFD", word)
    tones = [c for c in letters if c in _TONES]
    if len(tones) > 1:
        return False
    at = letters.find(tones[0]) if tones else 0
    bare = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    place = len(unicodedata.normalize("NFC", letters[:at])) - 1 if tones else -1
    return any(
        _fits(onset, rhyme, tones[0] if tones else "", place - start)
        for onset in _ONSETS
        if bare.startswith(onset)
        for rhyme, start in _rhymes(onset, bare)
    )


def _rhymes(onset: str, bare: str) -> list[tuple[str, int]]:
    """What can be the rhyme behind the onset, and where it starts: the i of "gi" and the u of "qu" belong to the rhyme where it needs them
    ("gìn", "quốc")."""
    n = len(onset)
    out = [(bare[n:], n)]
    if onset in ("gi", "qu"):
        out.append((bare[n - 1 :], n - 1))
    return out


def _fits(onset: str, rhyme: str, tone: str, place: int) -> bool:
    if rhyme not in _RHYMES or onset == "q":
        return False
    front = rhyme[0] in _FRONT
    if onset in ("k", "gh", "ngh") and not front:
        return False
    if onset in ("c", "g", "ng") and front and not (onset == "g" and rhyme[0] == "i"):
        return False
    if rhyme.endswith(_STOPS) and tone not in _STOPPED:
        return False
    return not tone or place in _places(onset, rhyme)


def _places(onset: str, rhyme: str) -> set[int]:
    """The letters of the rhyme that can bear the tone: the vowel with a mark of its own, the last one of them, else the vowel in front of
    the end, else the first of two."""
    vowels = [i for i, c in enumerate(rhyme) if _VOWEL.match(c)]
    own = [i for i in vowels if rhyme[i] in "ăâêôơư"]
    if own:
        return {own[-1]} if rhyme not in ("ưa", "ưi", "ưu") else {0}
    if len(vowels) == 1:
        return set(vowels)
    if rhyme in _EITHER:
        return {0, 1}
    if len(vowels) == 3:
        return {1} if rhyme != "uya" else {1, 2}
    if rhyme[-1] not in "aeiouy":  # a consonant closes the syllable: "hoạn", "huỳnh"
        return {vowels[-1]}
    return {0, 1} if rhyme == "ua" and onset == "qu" else {0}


def resembles(word: str) -> bool:
    """Whether a word (lower case, NFC) is built as a syllable is: an onset of the list, vowels in one place, an end of the list."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if c not in _TONES + "\u0302\u0306\u031b")
    return bool(_BUILT.fullmatch(bare))


def has_marks(word: str) -> bool:
    """Whether a word (lower case, NFC) bears letters that Vietnamese alone has."""
    return bool(_MARKED.search(word))


def has_vowel(word: str) -> bool:
    """Whether a word has a vowel at all: abbreviations have none ("nđ")."""
    return bool(_VOWEL.search("".join(c for c in unicodedata.normalize("NFD", word) if c not in _TONES + "\u0302\u0306\u031b")))
