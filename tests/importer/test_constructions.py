"""Who speaks, construction by construction, in sentences of invented people."""

from collections.abc import Callable

import pytest

from bot.importer.draft import Draft

MakeDraft = Callable[[str], Draft]
LATER = "\n\nForeign Minister Lev Orlov left Oslo. Mayor Ann Pike stayed."

ONE_SPEAKER = [
    ("according after", "“It is a storm,” according to Lena Voss, an analyst.", "Lena Voss"),
    ("according before", "According to the Ministry of Trade, “no ship will sail.”",
     "Ministry of Trade"),
    ("in the words of", "In the words of deputy Igor Belov, it is “a map drawn by tourists.”",
     "Igor Belov"),
    ("inverted", "“It is a storm,” said Lena Voss.", "Lena Voss"),
    ("inverted with role", "“It is a storm,” said External Minister Devika Raman, who left.",
     "Devika Raman"),
    ("after", "“It is a storm,” Lena Voss told reporters on Monday.", "Lena Voss"),
    ("after, described", "“It is a storm,” Lena Voss, who knows the sea, warned.", "Lena Voss"),
    ("told", "“We were not asked,” a senior official told the Harbor Gazette.", "senior official"),
    ("question", "“Who pays for it?” Senator June Alder asked.", "June Alder"),
    ("split", "“We came,” Lena Voss said, “and we saw it.”", "Lena Voss"),
    ("before", "Lena Voss said “we can learn from this” and left.", "Lena Voss"),
    ("before with that", "Lena Voss warned that “a corridor is a corridor for pirates.”",
     "Lena Voss"),
    ("subject before a report", "Lena Voss said Tokyo would “keep the door open.”", "Lena Voss"),
    ("report of a deed", "The Trade Ministry noted that India had shared it “in good faith.”",
     "Trade Ministry"),
    ("insertion", "Dana Whit, who met Lev Orlov in Oslo, said it was “a start.”", "Dana Whit"),
    ("two insertions", "Sen. Bob Crane, a lawyer, who met Orlov, called it “a bill of bills.”",
     "Bob Crane"),
    ("adverb", "Dana Whit has repeatedly described it as “a door left open.”", "Dana Whit"),
    ("second verb", "Dana Whit left Oslo and called the deal “a door left open.”", "Dana Whit"),
    ("participle", "Dana Whit left the room, calling the deal “a door left open.”", "Dana Whit"),
    ("going on", "Dana Whit went on to say that the deal was “a door left open.”", "Dana Whit"),
    ("colon", "Customs commissioner Ritu Barua: “We counted four hundred trucks.”", "Ritu Barua"),
    ("colon after a verb", "Orla Finch recalled: “He told me, ‘go,’ and I went.”", "Orla Finch"),
    ("dash", "“Every rule has two ends.” — Orla Finch", "Orla Finch"),
    ("passive", "The deal was described by Orla Finch as “a door left open.”", "Orla Finch"),
    ("called by", "It was called “a door left open” by Orla Finch.", "Orla Finch"),
    ("fronted", "Addressing parliament, Minister Lev Orlov denounced “a sermon in prose.”",
     "Lev Orlov"),
    ("whose", "Minister Lev Orlov denounced the allies, whose moves are seen as “a ring of iron.”",
     "Lev Orlov"),
    ("list", "Dockers in Oslo, Rome, and twelve more ports chanted “not our fish”.",
     "Dockers"),
    ("paper", "The Harbor Gazette argued that the plan “feeds the fire it fights.”",
     "Harbor Gazette"),
    ("it", "The White House said in a statement that it “welcomes the restraint shown.”",
     "White House"),
    ("verb inside", "Later the Border Union “welcomes the restraint shown by all.”",
     "Border Union"),
    ("author", "A letter signed by over sixty European lawmakers said it had “done harm to all.”",
     "European lawmakers"),
    ("statement issued", "Lev Orlov issued a statement saying: “The door is open.”", "Lev Orlov"),
    ("owner of a formula", "Bang Min-ho mocked the mayor’s “legal and reversible” formula.",
     "Ann Pike"),
    ("owner of a warning", "They wondered at Japan’s warning that it would take “strong actions”.",
     "Japan"),
    ("inserted", "Everyone in the hall, it seems, has, Lena Voss wrote, “lost an afternoon.”",
     "Lena Voss"),
    ("closing", "“We read the paper” of the Norland mission, the mayor said.", "Ann Pike"),
    ("should", "Lena Voss judges that Tokyo should present its view: “I see a solid buffer.”",
     "Lena Voss"),
    ("article", "In an article, envoy Kazu Bhutan is critical. Bhutan judges: “I see it so.”",
     "Kazu Bhutan"),
    ("surname first, name later", "“There is no answer,” Orlov conveyed.", "Lev Orlov"),
    ("role for a name", "“The door is open,” the mayor said.", "Ann Pike"),
    ("country as a surname", "Former ambassador Kazu Chad left. Chad says “the price is high.”",
     "Kazu Chad"),
    ("joint", "In a joint statement, the four leaders vowed a sea “free of fear.”",
     "four leaders"),
    ("as somebody put it", "As one analyst put it, “a door is a door.”", "analyst"),
    ("quoted as saying", "Chief Anton Rez was quoted as saying it “will outlive us all.”",
     "Anton Rez"),
    ("quoted by a paper", "The Gazette quoted an unnamed officer as saying: “We sail at dawn.”",
     "unnamed officer"),
    ("a described group", "The plan was panned by environmental groups as “concrete and steam.”",
     "environmental groups"),
    ("an unknown adjective", "“We hold the gate,” a rebel commander told reporters.",
     "rebel commander"),
    ("one of", "It left, but one of its members said the draft was “dead on arrival”.",
     "one of its members"),
    ("a tabloid", "The nationalist tabloid Eastern Star, however, mocked “pipes and press.”",
     "Eastern Star"),
    ("a paper, named", "A weekly newspaper, the Morning Lantern, called it “a night of fog.”",
     "Morning Lantern"),
    ("a surname like a pronoun", "Professor He Lan wrote that it “puts the cart before it”.",
     "He Lan"),
    ("a treaty", "Three ports receive what the protocol calls “connection without landing.”",
     "protocol"),
    ("subject after a conjunction",
     "They left after President Timur Ospan, in an interview on May 9, lamented that “all leave.”",
     "Timur Ospan"),
    ("his office", "President Luc Morel spoke, and his office said he “saluted their courage”.",
     "office of Luc Morel"),
    ("both sides", "Both sides agreed to “share all data.”", "Both sides"),
    ("joint countries", "On Friday, India and Japan said they would pay, “subject to audit.”",
     "India and Japan"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker"), [case[1:] for case in ONE_SPEAKER], ids=[c[0] for c in ONE_SPEAKER]
)
def test_one_speaker(draft: MakeDraft, text: str, speaker: str) -> None:
    quotes = [q for q in draft(f"{text}{LATER}").quotes if q.kind != "scare"]
    assert quotes
    assert {quote.speaker for quote in quotes} == {speaker}


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We wait,” Ann Pike said. “We can wait long.”", ["Ann Pike", "Ann Pike"]),
        ("Ann Pike said it was “late” and “too thin for us.”", ["Ann Pike", "Ann Pike"]),
        ("“We wait,” said Ann Pike, while Lev Orlov said “we do not.”", ["Ann Pike", "Lev Orlov"]),
        ("“We wait,” Ann Pike said, adding: “We can wait long.”", ["Ann Pike", "Ann Pike"]),
        ("Ann Pike met Lev Orlov in Oslo. She warned, “There will be costs.”", ["Ann Pike"]),
        ("“No,” said Ann Pike. Pressed again, she replied: “Read the list.”", ["Ann Pike"] * 2),
        ("“We wait,” Ann Pike said.\n\n“We wait long,” she added.", ["Ann Pike"] * 2),
        ("“We wait,” Ann Pike said. “We wait.\n\n“But not for ever.”", ["Ann Pike"] * 3),
        ("Ann Pike had this to say:\n\n“We wait for the tide.”", ["Ann Pike"]),
        ("The Gazette was wary. “Not enough,” the newspaper wrote.", ["Gazette"]),
        ("Bo Renn left. “We wait,” Ann Pike said. “We wait long,” she said.", ["Ann Pike"] * 2),
        ("“We wait,” said Ann Pike. The statement read: “All is closed.”", ["Ann Pike"] * 2),
        ("The White House was wary. “We wait,” it said.", ["White House"]),
        ("Analysts were wary. “We wait,” they said.", ["Analysts"]),
        ("The port ministry was wary. “We wait,” the ministry said.", ["port ministry"]),
        ("His aide, Bo Renn, said “yes”. Ann Pike’s chief of staff, Di Moss, said “never”.",
         ["Bo Renn", "Di Moss"]),
    ],
)  # fmt: skip
def test_several_quotations(draft: MakeDraft, text: str, speakers: list[str]) -> None:
    assert [quote.speaker for quote in draft(text).quotes] == speakers


SCARE = [
    "The opposition mocked the so-called “quiet diplomacy” of the cabinet.",
    "The Gazette ran an editorial titled “A Road to Nowhere” on Sunday.",
    "Analysts often call this policy “multi-alignment” and doubt its worth.",
    "Analysts coined the term “multi-alignment” for this approach.",
    "It is widely described as a “gentlemen’s pact” by analysts.",
    "President Rodel “Bong” Reyes arrived in Oslo.",
    "The brothers won, declaring a “republic” in the hills.",
    "Her aide, Di Moss, says the “Oslo spirit” never existed.",
    "The row, dubbed “the sandbar spat”, goes on.",
    "But “a night at the opera in town” was the talk of the town.",
    "They met for “corridor talks” in Oslo.",
    "It rests on the “one sea, two shores” rule.",
]


@pytest.mark.parametrize("text", SCARE)
def test_nobody_says_it(draft: MakeDraft, text: str) -> None:
    assert [(quote.kind, quote.speaker) for quote in draft(text).quotes] == [("scare", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Pike said he made the “correct” decision.",
        "Ann Pike called the plan “a lease on panic.”",
        "Ann Pike spoke of the “chaos and noise” of the vote.",
        "Ann Pike said the “hard times” caused by the war were over.",
    ],
)
def test_somebody_does(draft: MakeDraft, text: str) -> None:
    assert [quote.speaker for quote in draft(text).quotes] == ["Ann Pike"]


def test_confidence_follows_the_rule(draft: MakeDraft) -> None:
    sure, alone, pronoun, mended = (
        draft("“We wait for it,” said Ann Pike.").quotes[0],
        draft("Ann Pike left. She said it was “over.”").quotes[0],
        draft("Ann Pike met Lou Dent. She said it was “over.”").quotes[0],
        draft("We shall see in the end,” said Ann Pike.").quotes[0],
    )
    assert (sure.confidence, sure.notes) == ("sure", ())
    assert alone.confidence == "sure"
    assert pronoun.confidence == "likely"
    assert "pronoun" in pronoun.notes[0]
    assert mended.confidence == "check"
    assert mended.notes == ("opening quotation mark missing in the source",)


def test_a_quotation_of_nobody_is_kept(draft: MakeDraft) -> None:
    (quote,) = draft("It rains. “All the ships of the line are in the harbour tonight.”").quotes
    assert (quote.kind, quote.speaker, quote.confidence) == ("speech", None, "check")
    assert quote.notes == ("no speaker found",)


def test_everything_about_a_speaker(draft: MakeDraft) -> None:
    found = draft(
        "Policy Alert #9 | May 4, 2022\n\nJapan\n\n"
        "Prime Minister Sato Mei left. On May 3, Sato said: “We wait for the tide.”"
    )
    (quote,) = found.quotes
    assert (quote.speaker, quote.role, quote.country) == ("Sato Mei", "Prime Minister", "JP")
    assert (quote.said_on, quote.kind) == ("2022-05-03", "speech")
    assert quote.mention is not None
    assert quote.mention.text == "Sato"
    assert found.text[quote.mention.start : quote.mention.end] == "Sato"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is over,” the 43-year-old said.", "43-year-old"),
        ("“It is over,” wrote another.", "another"),
        ("“It is over,” sniffed Ann Pike.", "Ann Pike"),
        ("“It is over,” put in Ann Pike.", "Ann Pike"),
        ("“It is over,” said master of ceremonies Ann Pike.", "Ann Pike"),
        ("“It is over,” said Port Hale pathologist Ann Pike.", "Ann Pike"),
        ("“It is over” is how Ann Pike summed it up.", "Ann Pike"),
        ("“It is over,” as Ann Pike put it.", "Ann Pike"),
        ("The port, jeered Ann Pike, the mayor, “is over.”", "Ann Pike"),
        ("The port, as Ann Pike put it last week, is “over and done.”", "Ann Pike"),
        ("In the view of Ann Pike, the port is “over and done.”", "Ann Pike"),
        ("It was “over and done,” in Ann Pike’s words.", "Ann Pike"),
        ("It is “over and done,” according to Ann Pike.", "Ann Pike"),
        ("Ann Pike (Dem.) said it was “over.”", "Ann Pike"),
        ("Ann Pike rejected claims by Lou Dent that “it is over.”", "Lou Dent"),
        ("The crowd left, with Ann Pike adding that it was “over.”", "Ann Pike"),
        ("The minister responsible, Ann Pike, said it was “over.”", "Ann Pike"),
        ("President and Chief Executive Ann Pike said it was “over.”", "Ann Pike"),
        ("Ann Pike was blunter: the port was “over and done.”", "Ann Pike"),
        ("Ann Pike said the port had closed. “It will not open again in our time.”", "Ann Pike"),
        ("Ann Pike spoke.\n\n“It is over.\n\n“We go home,” she said.", "Ann Pike"),
        ("An editorial in the Dagens Bris said it was “over.”", "Dagens Bris"),
        ("The Harbour Union met. Its statement said it was “over.”", "Harbour Union"),
    ],
)
def test_who_no_list_knows_is_found_by_the_shape(draft: MakeDraft, text: str, speaker: str) -> None:
    spoken = [quote.speaker for quote in draft(text).quotes]
    assert spoken == [speaker] * len(spoken)
    assert spoken


@pytest.mark.parametrize(
    "text",
    [
        "They boarded the “Silver Gull” in the rain.",
        "Economists speak of “zombie ports”.",
        "He denied any “pork-barrelling”.",
        "The press dubbed the affair the “War of the Lamps.”",
        "She dismissed talk of a “trade war” with a smile.",
    ],
)
def test_what_nobody_says(draft: MakeDraft, text: str) -> None:
    assert [quote.kind for quote in draft(text).quotes] == ["scare"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Maria Pike met Igor Dent. “We wait,” she said.", "Maria Pike"),
        ("Maria Pike met Igor Dent. “We wait,” he said.", "Igor Dent"),
        ("The Dutchman Piet Dent met Ann Pike. Asked why, the Dutchman said “no.”", "Piet Dent"),
        ("Senator Maria Dent and Governor Igor Dent spoke. Ms. Dent said it was “over.”",
         "Maria Dent"),
        ("The Union of Baltic Ports met. It said it was “over.”", "Union of Baltic Ports"),
        ("An official in Oslo was uneasy. “We wait,” he said.", "official in Oslo"),
    ],
)  # fmt: skip
def test_who_was_meant(draft: MakeDraft, text: str, speaker: str) -> None:
    assert [quote.speaker for quote in draft(text).quotes][-1:] == [speaker]
