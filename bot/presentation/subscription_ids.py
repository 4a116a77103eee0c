"""What the buttons and menus of subscriptions carry; a person's right is asked at each click."""

from bot.presentation.custom_id import CustomId, id_kind


@id_kind("subscribe")
class Panel(CustomId):
    """A button or a menu of the panel whose state is kept under that key; `verb` says which."""

    verb: str
    kept: int


@id_kind("subscriptions")
class SubscriptionList(CustomId):
    """A button that shows a page of a server's subscriptions, or a menu whose values are some."""

    verb: str
    page: int


@id_kind("manage")
class Manage(CustomId):
    """A button that does something with one subscription."""

    verb: str
    subscription: int


@id_kind("restore")
class Restore(CustomId):
    """A button that takes back that subscriptions ended; which, is kept under that key."""

    kept: int


@id_kind("untest")
class DeleteTest(CustomId):
    """A button that deletes the message it is on, which is a test."""


@id_kind("unpost")
class DeleteTestPost(CustomId):
    """A button that deletes the forum post it is in, which is a test."""


@id_kind("sendmissed")
class SendMissed(CustomId):
    """A button that sends what a subscription missed; `since` is in seconds since 1970."""

    subscription: int
    since: int
