"""The commands, one file per group: input, app, presentation, reply."""
