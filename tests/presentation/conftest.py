"""Any text whatever may take its time: tests assert no timing."""

from hypothesis import HealthCheck, settings

settings.register_profile("any-text", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-text")
