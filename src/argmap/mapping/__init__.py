"""`ArgumentGraph` → `Selection` (what is to be seen) → `ArgumentMap` (how it is arranged)."""
