"""What citizens get: the same site, refused where it may not be public."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

# Refuses a missing or local PUBLIC_URL, and a site whose items nobody reviewed.
PUBLISH = True
RELATIVE_URLS = False
