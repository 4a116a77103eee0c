"""Settings: what the operator chooses, read once from the environment and `.env`."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import Misconfigured

_IDS = "write `all`, or ids with commas between, such as 1,4"
_HINTS = {
    "public_briefings": _IDS,
    "newsrooms": _IDS,
    "undo_seconds": "write a number from 0 to 600",
    "alerts_last_hours": "write a number from 1 to 720",
    "log_level": "write DEBUG, INFO, WARNING or ERROR",
}


class Settings(BaseSettings):
    """Each field is an environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(extra="forbid", env_ignore_empty=True, frozen=True)

    discord_token: SecretStr | None = Field(
        None, description="The bot's token; needed by `sitrep run`"
    )
    database_url: str = Field(
        "sqlite:///data/state/sitrep.db",
        description="The SQLite file; a relative path starts at Sitrep's folder",
    )
    public_briefings: Annotated[frozenset[int] | None, NoDecode] = Field(
        frozenset[int](),
        description="Public briefings read in DMs and in servers without any: ids, or `all`",
    )
    newsrooms: Annotated[frozenset[int] | None, NoDecode] = Field(
        None, description="Servers that may have briefings of their own: ids, or `all`"
    )
    undo_seconds: int = Field(
        20, ge=0, le=600, description="How long a release can be undone before anybody is told"
    )
    alerts_last_hours: int = Field(
        24, ge=1, le=720, description="How late an alert may still be sent by itself"
    )
    schedule_grace_minutes: int = Field(
        60, ge=0, le=1440, description="How late a scheduled issue may still go out by itself"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="How much is logged: DEBUG, INFO, WARNING or ERROR"
    )

    @field_validator("public_briefings", "newsrooms", mode="before")
    @classmethod
    def _ids_or_all(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value.strip().lower() == "all":
            return None
        return frozenset(part.strip() for part in value.split(",") if part.strip())

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @field_validator("discord_token")
    @classmethod
    def _stripped(cls, value: SecretStr | None) -> SecretStr | None:
        """As discord.py sends it, so that the log knows what to hide; blank is none."""
        stripped = value.get_secret_value().strip() if value else ""
        return SecretStr(stripped) if stripped else None


def load_settings(root: Path) -> Settings:
    """Reads the environment, and `.env` in `root` for what the environment does not say.

    Raises Misconfigured with the name of the first setting that is wrong.
    """
    try:
        return Settings(_env_file=root / ".env")  # pyright: ignore[reportCallIssue]  # pydantic-settings takes it
    except (OSError, UnicodeError) as error:
        raise Misconfigured(
            f".env cannot be read ({error}); save it as UTF-8 and let this user read it."
        ) from None
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0]).lower()
        if name not in Settings.model_fields:
            raise Misconfigured(
                f"{name.upper()} in .env is no setting of Sitrep; correct the name or remove it."
            ) from None
        hint = _HINTS.get(name, "see .env.example")
        raise Misconfigured(f"{name.upper()} is not understood; {hint}.") from None
