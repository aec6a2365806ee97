"""YAML as the reference's reader takes it (js-yaml 4.3): what it refuses, and what it reads.

Other readers differ in many small things: where tabs may stand, what a key may be, which tags and
unquoted scalars mean something. So argmap's own YAML cannot tell what the reference refuses.
"""

from argmap.syntax.strict.js_yaml.place import YamlRefusal
from argmap.syntax.strict.js_yaml.reader import load_yaml
from argmap.syntax.strict.js_yaml.types import key_of

__all__ = ["YamlRefusal", "key_of", "load_yaml"]
