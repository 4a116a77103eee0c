"""Settings: from the environment and `.env`, with one sentence for each mistake."""

from pathlib import Path

import pytest

from bot.errors import Misconfigured
from bot.settings import Settings, load_settings

NAMES = [name.upper() for name in Settings.model_fields]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def written(folder: Path, text: str) -> Settings:
    (folder / ".env").write_text(text)
    return load_settings(folder)


def test_without_anything_it_has_defaults_and_no_token(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings.discord_token is None
    assert settings.database_url == "sqlite:///data/state/sitrep.db"
    assert settings.public_briefings == frozenset()
    assert settings.newsrooms is None
    assert settings.log_level == "INFO"


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", "debug")
    settings = written(tmp_path, "LOG_LEVEL=error\nDATABASE_URL=sqlite:///other.db\n")
    assert (settings.log_level, settings.database_url) == ("DEBUG", "sqlite:///other.db")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", frozenset()),
        ("all", None),
        (" ALL ", None),
        ("4", {4}),
        ("1,4", {1, 4}),
        (" 1 , 4, ", {1, 4}),
    ],
)
def test_public_briefings_are_ids_or_all(tmp_path: Path, text: str, meant: set[int] | None) -> None:
    assert written(tmp_path, f'PUBLIC_BRIEFINGS="{text}"').public_briefings == meant


@pytest.mark.parametrize(
    ("text", "meant"), [("all", None), ("4", {4}), (" 1 , 4, ", {1, 4}), ("", None)]
)
def test_newsrooms_are_ids_or_all(tmp_path: Path, text: str, meant: set[int] | None) -> None:
    assert written(tmp_path, f'NEWSROOMS="{text}"').newsrooms == meant


@pytest.mark.parametrize("text", ["DISCORD_TOKEN=", "DISCORD_TOKEN='  '", ""])
def test_a_blank_token_is_none(tmp_path: Path, text: str) -> None:
    assert written(tmp_path, text).discord_token is None


def test_spaces_around_the_token_are_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """discord.py sends it without them, and the log hides exactly what is sent."""
    monkeypatch.setenv("DISCORD_TOKEN", " opens-nothing\n")
    token = load_settings(tmp_path).discord_token
    assert token
    assert token.get_secret_value() == "opens-nothing"


def test_the_token_shows_nowhere_by_accident(tmp_path: Path) -> None:
    settings = written(tmp_path, "DISCORD_TOKEN=opens-nothing\n")
    assert settings.discord_token
    assert settings.discord_token.get_secret_value() == "opens-nothing"
    for shown in (repr(settings), str(settings), settings.model_dump_json()):
        assert "opens-nothing" not in shown


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("LOG_LEVEL=LOUD", "LOG_LEVEL is not understood; write DEBUG, INFO, WARNING or ERROR."),
        (
            "PUBLIC_BRIEFINGS=one",
            "PUBLIC_BRIEFINGS is not understood; write `all`, or ids with commas between,"
            " such as 1,4.",
        ),
        (
            "NEWSROOMS=1;2",
            "NEWSROOMS is not understood; write `all`, or ids with commas between, such as 1,4.",
        ),
        (
            "DISCORD_TOKN=x",
            "DISCORD_TOKN in .env is no setting of Sitrep; correct the name or remove it.",
        ),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(Misconfigured) as refused:
        written(tmp_path, text)
    assert str(refused.value) == sentence


def test_every_setting_says_what_it_is() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_a_file_in_another_encoding_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("LOG_LEVEL=INFO\n".encode("utf-16"))
    with pytest.raises(Misconfigured, match=r"^\.env cannot be read .*save it as UTF-8"):
        load_settings(tmp_path)
