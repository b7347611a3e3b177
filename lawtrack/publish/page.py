"""An edition as one HTML file."""

from lawtrack.publish.act_page import standalone

__all__ = ["standalone"]
