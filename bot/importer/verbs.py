"""Verbs: the words by which a text says that somebody said something."""

from bot.importer.word_set import word_set

STRONG = word_set(
    """
    say tell add warn note argue claim declare announce assert affirm reaffirm stress emphasize
    emphasise reiterate insist maintain contend explain remark observe reply respond retort
    counter concede admit acknowledge confirm deny denounce condemn conclude convey caution
    suggest tweet write complain lament joke quip recall testify allege assure reassure remind
    proclaim pronounce believe predict vow opine muse conjecture exclaim profess repeat recount
    relate muse clarify elaborate continue ask urge wonder ponder interject agree disagree boast
    brag chide scold rebuke berate decry deride lambast lambaste chastise rebut opine posit reckon
    surmise affirm telegraph chant shout yell cry whisper murmur tout hail praise laud criticize
    criticise slam blast mock ridicule dismiss describe characterize characterise welcome
    """
)
WEAK = word_set(
    """
    lodge file level register
    state comment answer question report post call label term brand dub deem demand pledge promise
    voice express signal indicate highlight underline underscore point cite quote release issue
    judge think hope fear feel accuse charge blame defend propose recommend offer estimate
    protest object appeal challenge attack support reject refuse threaten commit congratulate
    thank wish greet commend applaud identify see view regard present portray frame paint cast
    order endorse back read advise inform notify invoke speak refer
    attribute credit detail outline sign renew seek hail liken compare request plead
    beg swear brush honor honour salute bless forecast address deplore regret castigate
    excoriate pan applaud cheer envision foresee favor favour prefer propose oppose counsel
    instruct require salute recognize recognise urge respond
    """
)
IRREGULAR = {
    "say": "says said saying",
    "tell": "told",
    "write": "wrote written",
    "think": "thought",
    "hold": "held",
    "feel": "felt",
    "speak": "spoke spoken",
    "see": "saw seen",
    "cry": "cried",
    "swear": "swore sworn",
    "seek": "sought",
    "find": "found",
    "show": "shown",
    "foresee": "foresaw foreseen",
    "mean": "meant",
    "cast": "cast",
    "read": "read",
    "plead": "pled",
    "beg": "begged begging",
    "plan": "planned planning",
    "ban": "banned banning",
    "pan": "panned panning",
    "admit": "admitted admitting",
    "commit": "committed committing",
    "refer": "referred referring",
    "prefer": "preferred preferring",
    "rebut": "rebutted rebutting",
    "label": "labelled labelling",
    "signal": "signalled signalling",
    "brag": "bragged bragging",
    "quip": "quipped quipping",
    "dub": "dubbed dubbing",
    "slam": "slammed slamming",
}
# Forms that are nouns or names more often than verbs: cues only right before what they report.
NOUNS = word_set(
    """
    state states comment comments answer answers question questions report reports post posts call
    calls label labels term terms brand brands demand demands pledge pledges promise promises
    voice voices signal signals point points quote quotes release releases issue issues hold
    charge charges blame hope hopes fear fears feel offer offers estimate estimates protest
    protests object objects appeal appeals challenge challenges attack attacks support order
    orders share shares back read present frame frames cast sign signs detail details note notes
    claim claims request requests view views regard wish wishes thanks plan plans present address
    addresses ban bans judge judges find show shows means mean remark remarks counter caution
    reply replies praise joke jokes cry cries shout respect credit credits see want forecast
    forecasts telegraph repeat welcome stress posts read paint reports reported
    """
) - {"judges", "reported", "notes", "claims", "reads"}
AUXILIARIES = word_set(
    """
    has have had was is were are did does do would will could can may might must should be been
    being 's n't not never went goes to
    """
)
ADVERBS = word_set(
    """
    also then later further again once only even still now however meanwhile instead first already
    just too often always never ever not thus yet both all each twice since additionally
    subsequently
    """
)
FINITE = word_set(
    """
    is are was were has had have will would could can may might must should shall did does do said
    says met held made took gave won began went came spoke left led ran flew sent kept brought
    built became grew rose fell lost paid chose drew broke stood sat lay put set hit cut let got
    knew saw remains remain seems became
    """
)
NAMING = word_set(
    """
    titled entitled headlined dubbed nicknamed termed labelled labeled named called known coined
    branded styled
    """
)


def _forms(base: str) -> set[str]:
    forms = {base, *IRREGULAR.get(base, "").split()}
    if base.endswith("e"):
        return forms | {base + "s", base + "d", base[:-1] + "ing"}
    if base.endswith("y") and base[-2] not in "aeiou":
        return forms | {base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return forms | {base + "es", base + "ed", base + "ing"}
    return forms | {base + "s", base + "ed", base + "ing"}


SAYING = frozenset(form for base in STRONG for form in _forms(base))
CUES = SAYING | frozenset(form for base in WEAK for form in _forms(base))


def is_cue(word: str) -> bool:
    """True if a word, in lower case, may report speech."""
    return word in CUES


def is_saying(word: str) -> bool:
    """True if a word hardly ever does anything but report speech."""
    return word in SAYING and word not in NOUNS


def is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def is_finite(word: str) -> bool:
    """True if a word looks like the verb of a clause, whatever it says."""
    if word.endswith("ing"):
        return False
    return word in FINITE or word in CUES or (word.endswith("ed") and len(word) > 4)
