"""Editing: changes of what an issue says, each a record that makes new contents of old ones."""
