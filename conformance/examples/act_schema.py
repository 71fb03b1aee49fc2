"""The JSON Schemas of this profile, read in another language: the keywords that they use, and no others.

The schemas are part of the specification and lie beside it, under schemas/.
"""
import functools
import json
import re
import sys
import unicodedata
from pathlib import Path

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


@functools.cache
def document(path):
    return json.loads(path.read_text("utf-8"))


@functools.cache
def characters(category):
    """What a class of characters has in it that Unicode puts into a category, in the place of `\\p{…}`, which Python lacks."""
    ranges = []
    for point in range(sys.maxunicode + 1):
        if not unicodedata.category(chr(point)).startswith(category):
            continue
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


@functools.cache
def pattern(text):
    text = re.sub(r"\\p\{(\w+)\}", lambda found: characters(found[1]), text)
    # `$` is the end of the text and not, as in Python, the place before a last line feed.
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", text))


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


TYPES = {"object": lambda value: isinstance(value, dict), "array": lambda value: isinstance(value, list),
         "string": lambda value: isinstance(value, str), "boolean": lambda value: isinstance(value, bool),
         "null": lambda value: value is None, "number": is_number,
         "integer": lambda value: is_number(value) and value == int(value)}


def same(one, other):
    """As JSON: true is not 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


@functools.cache
def place(reference, here):
    name, _, pointer = reference.partition("#")
    path = (here.parent / name).resolve() if name else here
    return path, pointer.split("/")[1:]


def referred(value, reference, schema, here):
    path, steps = place(reference, here)
    target = document(path)
    for step in steps:
        target = target[step]
    return holds(value, target, path)


def members(value, known, schema, here):
    rest = schema.get("additionalProperties", True)
    return all(holds(member, known.get(name, rest), here) for name, member in value.items())


def branch(value, condition, schema, here):
    return holds(value, schema.get("then" if holds(value, condition, here) else "else", True), here)


ANY = {
    "const": lambda value, wanted, _, __: same(value, wanted),
    "enum": lambda value, wanted, _, __: any(same(value, one) for one in wanted),
    "type": lambda value, wanted, _, __: any(TYPES[one](value) for one in ([wanted] if isinstance(wanted, str) else wanted)),
    "$ref": referred,
    "allOf": lambda value, all_of, _, here: all(holds(value, one, here) for one in all_of),
    "anyOf": lambda value, any_of, _, here: any(holds(value, one, here) for one in any_of),
    "oneOf": lambda value, one_of, _, here: sum(holds(value, one, here) for one in one_of) == 1,
    "not": lambda value, other, _, here: not holds(value, other, here),
    "if": branch,
}
OF_TYPE = {
    "string": {
        "minLength": lambda value, bound, _, __: len(value) >= bound,
        "maxLength": lambda value, bound, _, __: len(value) <= bound,
        "pattern": lambda value, text, _, __: pattern(text).search(value) is not None,
    },
    "number": {
        "minimum": lambda value, bound, _, __: value >= bound,
        "maximum": lambda value, bound, _, __: value <= bound,
    },
    "array": {
        "minItems": lambda value, bound, _, __: len(value) >= bound,
        "maxItems": lambda value, bound, _, __: len(value) <= bound,
        "uniqueItems": lambda value, asked, _, __: not asked or len({json.dumps(one, sort_keys=True) for one in value}) == len(value),
        "items": lambda value, item, _, here: all(holds(one, item, here) for one in value),
    },
    "object": {
        "required": lambda value, names, _, __: all(name in value for name in names),
        "minProperties": lambda value, bound, _, __: len(value) >= bound,
        "maxProperties": lambda value, bound, _, __: len(value) <= bound,
        "properties": members,
        "additionalProperties": lambda value, _, schema, here: "properties" in schema or members(value, {}, schema, here),
        "propertyNames": lambda value, rule, _, here: all(holds(name, rule, here) for name in value),
        "dependentRequired": lambda value, rules, _, __: all(
            name not in value or all(other in value for other in others) for name, others in rules.items()),
    },
}
SAYS_NOTHING = {"$schema", "$id", "$defs", "title", "description", "then", "else"}
KINDS = {keyword: kind for kind, rules in OF_TYPE.items() for keyword in rules}


def obeys(value, keyword, rule, schema, here):
    if keyword in ANY:
        return ANY[keyword](value, rule, schema, here)
    if keyword in KINDS:
        kind = KINDS[keyword]
        return not TYPES[kind](value) or OF_TYPE[kind][keyword](value, rule, schema, here)
    if keyword in SAYS_NOTHING:
        return True
    raise ValueError(f"the keyword {keyword} is not known")


def holds(value, schema, here):
    if isinstance(schema, bool):
        return schema
    return all(obeys(value, keyword, rule, schema, here) for keyword, rule in schema.items())


def fits(value, name):
    """Whether a value is an instance of schemas/<name>.json."""
    path = SCHEMAS / f"{name}.json"
    return holds(value, document(path), path)
