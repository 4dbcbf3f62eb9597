"""Records: what departments wrote, read with places, and what it means. Pure; no Pelican."""
