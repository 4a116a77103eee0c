"""What a person types for a country is understood in every language, errors forgiven."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.country import flag
from bot.domain.gazetteer import DidYouMean, Found, Gazetteer, Unknown
from tests.domain.names_source import languages

RELAXED = settings(deadline=None)

FOUND = """
    RU: Russia, russia, RUSSIA, RU, rus, 🇷🇺, :flag_ru:, Russian, russians, Moscow, Kremlin,
        Россия, РОССИЯ, РФ, Russland, Rusia, Rússia, Росія, Rusya,
        ロシア, 俄罗斯, 러시아, Русские, Москва
    US: US, us, U.S., usa, the US, United States, America, americans, washington, США, EE. UU., EUA,
        Stany Zjednoczone, Verenigde Staten, アメリカ, 美国, Mỹ, White House
    GB: UK, u.k., Britain, england, British, london, Vereinigtes Königreich, Великобритания, 英国
    JP: JP, jpn, 日本, Nippon, japon, Япония, japanese, 🇯🇵, Japan 🇯🇵
    DE: Germany, Allemagne, l'Allemagne, Deutschland, Alemania, Saksa, Németország, ФРГ
    TR: Turkey, Türkiye, die Türkei, turkiye, Turquía
    NL: Holland, the Netherlands, Nederland, les Pays-Bas
    KR: ROK, South Korea, 한국, S. Korea, Corea del Sur
    KP: DPRK, North Korea, 북한, КНДР
    CI: Cote d'Ivoire, Côte d’Ivoire, Ivory Coast, Elfenbeinküste
    EU: EU, eu, European Union, 🇪🇺, UE, ЕС, Brussels, Брюссель
    UN: UN, united nations, ONU, ООН, 🇺🇳
    NO: no, Norge
    IN: in, Bharat, भारत, New Delhi
    IT: it, Italia
    CN: PRC, China, Китай, 中国, Peking, Chinese, Chine
    UA: Ukraine, Украина, Україна, Kiev, Киев, UKR
    TW: Taiwan, 台灣, Taipei
    AE: UAE, ОАЭ, Emirati
    MM: Burma, Myanmar
    CZ: Czechia, Czech Republic, Česko
    LC: St Lucia, Saint Lucia, St. Lucia
    GE: Georgia
    XK: Kosovo
"""

ERRORS = """
    Ukrane: UA
    Untied States: US
    Germny: DE
    росия: RU
    jpan: JP
    sout korea: KR
    Isreal: IL
    Phillipines: PH
    Swizerland: CH
    Congo: CD CG
    Korea: KP KR
    dominican: DM DO
    Nga: NG RU
    polnisch: PL
    португальский: PT
    south korean president: KR
    Russia and Ukraine: RU UA
    switz: CH
"""


def table(text: str) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    code = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        first, colon, rest = line.partition(": ")
        code, words = (first, rest) if colon else (code, line)
        rows += [(word.strip(), code) for word in words.split(",") if word.strip()]
    return rows


@pytest.mark.parametrize(("typed", "code"), table(FOUND))
def test_a_name_is_found(gazetteer: Gazetteer, typed: str, code: str) -> None:
    assert gazetteer.resolve(typed) == Found(code)


@pytest.mark.parametrize(("codes", "typed"), table(ERRORS))
def test_an_error_or_an_ambiguous_name_is_asked_about(
    gazetteer: Gazetteer, typed: str, codes: str
) -> None:
    assert gazetteer.resolve(typed) == DidYouMean(tuple(codes.split()))


@pytest.mark.parametrize(
    "typed", ["", "  ", ".", "xx", "🇽🇽", "asdfgh", "12345", "\x00", "@everyone", "ß"]
)
def test_nothing_near_is_unknown(gazetteer: Gazetteer, typed: str) -> None:
    assert gazetteer.resolve(typed) == Unknown()


@pytest.mark.parametrize("language", languages())
def test_every_name_of_every_language_leads_to_its_country(
    gazetteer: Gazetteer, language: str
) -> None:
    for code in gazetteer.codes:
        resolution = gazetteer.resolve(gazetteer.name(code, language))
        assert resolution == Found(code) or (
            isinstance(resolution, DidYouMean) and code in resolution.codes
        ), (code, language)


def test_every_code_and_flag_is_its_country(gazetteer: Gazetteer) -> None:
    for code in gazetteer.codes:
        assert gazetteer.resolve(code.lower()) == Found(code)
        assert gazetteer.resolve(f" {flag(code)} ") == Found(code)


@RELAXED
@given(st.text(max_size=150))
def test_any_text_has_one_answer(gazetteer: Gazetteer, text: str) -> None:
    match gazetteer.resolve(text):
        case Found(code):
            assert code in gazetteer.codes
        case DidYouMean(codes):
            assert 1 <= len(codes) <= 5
            assert len(set(codes)) == len(codes)
            assert gazetteer.codes.issuperset(codes)
        case Unknown():
            assert text[:100].strip() not in gazetteer.codes
    assert gazetteer.resolve(text) == gazetteer.resolve(text)


@RELAXED
@given(st.data())
def test_one_slip_in_a_long_name_is_forgiven(gazetteer: Gazetteer, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["Kazakhstan", "Switzerland", "Mozambique", "Bangladesh"]))
    place = data.draw(st.integers(1, len(name) - 1))
    slip = data.draw(st.sampled_from(["", "x", "xx"]))
    typed = name[:place] + slip + name[place + 1 :]
    code = gazetteer.code(name)
    resolution = gazetteer.resolve(typed)
    assert resolution == Found(code or "") or (
        isinstance(resolution, DidYouMean) and code in resolution.codes
    )
