#!/usr/bin/env python3
"""A verifier of ACT messages in another language: Python's standard library, and openssl for the curves.

It judges texts, amounts, what devices sign (confirmations and commands), and the checkpoints and proofs of a log of
anchors: the profile verifier-log. It shares no
code with the reference implementation; both follow spec/. One JSON question a line comes in, one answer a line goes out.
"""
import base64
import binascii
import decimal
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

from act_schema import fits


class Refused(Exception):
    def __init__(self, code, requirement):
        super().__init__(code)
        self.code, self.requirement = code, requirement


# --- strict JSON: spec 2, OA-JSON ------------------------------------------------------------------------------------

AMOUNTS = {"max_total_amount", "max_single_amount", "min_single_amount", "price_deviation_tolerance", "price",
           "estimated_amount", "reference_price", "confirm_above"}
NUMBER = re.compile(r"[-+.0-9][-+.0-9eE]*|Infinity|NaN")
PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\Z")
AMOUNT = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]{1,2})?\Z")
PLAIN_TEXT = re.compile(r'[^"\\\x00-\x1f]*')
ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
WORDS = {"true": True, "false": False, "null": None}


def significant(lexeme):
    return len(re.sub(r"^-?[0.]*", "", lexeme).replace(".", ""))


def is_amount(lexeme):
    return bool(AMOUNT.match(lexeme)) and significant(lexeme) <= 15


def number(lexeme, in_amount):
    bad = Refused("json_number_form", "OA-JSON-03")
    if not PLAIN.match(lexeme):
        raise bad
    if in_amount:
        if not is_amount(lexeme):
            raise bad
        return float(lexeme) if "." in lexeme else int(lexeme)
    if "." not in lexeme:
        if lexeme == "-0" or abs(int(lexeme)) > 2**53 - 1:
            raise bad
        return int(lexeme)
    value = float(lexeme)
    if value == int(value) or significant(lexeme) > 15 or abs(value) < 1e-6:
        raise bad
    return value


class Reader:
    """Reads one text from left to right and takes nothing that two readers could understand differently."""

    def __init__(self, text, depth):
        self.text, self.depth, self.at = text, depth, 0

    def syntax(self):
        return Refused("json_syntax", "OA-JSON-06")

    def space(self):
        while self.text[self.at:self.at + 1] in (" ", "\n", "\r", "\t") and self.at < len(self.text):
            self.at += 1

    def take(self, character):
        self.space()
        if self.text[self.at:self.at + 1] != character:
            return False
        self.at += 1
        return True

    def document(self):
        self.space()
        value = self.value(0, False)
        self.space()
        if self.at < len(self.text):
            raise self.syntax()
        return value

    def value(self, depth, in_amount):
        first = self.text[self.at:self.at + 1]
        if first in ("{", "["):
            if depth >= self.depth:
                raise Refused("json_too_deep", "OA-JSON-04")
            self.at += 1
            return self.object(depth + 1) if first == "{" else self.array(depth + 1)
        if first == '"':
            return self.string()
        found = NUMBER.match(self.text, self.at)
        if found:
            value = number(found.group(), in_amount)
            self.at = found.end()
            return value
        for word, value in WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        raise self.syntax()

    def object(self, depth):
        members = {}
        if self.take("}"):
            return members
        while True:
            self.space()
            if self.text[self.at:self.at + 1] != '"':
                raise self.syntax()
            name = self.string()
            if name == "__proto__":
                raise Refused("json_forbidden_member", "OA-JSON-07")
            if name in members:
                raise Refused("json_duplicate_member", "OA-JSON-01")
            if not self.take(":"):
                raise self.syntax()
            self.space()
            members[name] = self.value(depth, name in AMOUNTS)
            if not self.take(","):
                break
        if not self.take("}"):
            raise self.syntax()
        return members

    def array(self, depth):
        items = []
        if self.take("]"):
            return items
        while True:
            self.space()
            items.append(self.value(depth, False))
            if not self.take(","):
                break
        if not self.take("]"):
            raise self.syntax()
        return items

    def string(self):
        self.at += 1
        units = []
        while True:
            plain = PLAIN_TEXT.match(self.text, self.at)
            units.append(plain.group())
            self.at = plain.end()
            character = self.text[self.at:self.at + 1]
            self.at += 1
            if character == '"':
                break
            if character != "\\":
                raise self.syntax()
            letter = self.text[self.at:self.at + 1]
            self.at += 1
            if letter == "u" and re.fullmatch(r"[0-9a-fA-F]{4}", self.text[self.at:self.at + 4]):
                units.append(chr(int(self.text[self.at:self.at + 4], 16)))
                self.at += 4
            elif letter in ESCAPES:
                units.append(ESCAPES[letter])
            else:
                raise self.syntax()
        try:
            return "".join(units).encode("utf-16-be", "surrogatepass").decode("utf-16-be")
        except UnicodeDecodeError:
            raise Refused("json_encoding", "OA-JSON-02") from None


def strict(data, limit=65_536):
    if len(data) > limit:
        raise Refused("json_too_large", "OA-JSON-05")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("json_encoding", "OA-JSON-02") from None
    if text.startswith("\ufeff"):
        raise Refused("json_encoding", "OA-JSON-02")
    return Reader(text, 16).document()


def canonical(value):
    """RFC 8785, for numbers that `strict` lets through."""
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(decimal.Decimal(repr(value)), "f")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def digest(value):
    try:
        return base64url(hashlib.sha256(canonical(value).encode()).digest())
    except UnicodeEncodeError:
        raise Refused("json_encoding", "OA-JSON-02") from None


# --- amounts: spec 7.1 -----------------------------------------------------------------------------------------------

# Those that this verifier is asked about; any other is refused.
DECIMALS = {code: count for count, codes in {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
    2: "AED AUD BRL CAD CHF CNY DKK EUR GBP HKD IDR INR MOP MXN MYR NOK NZD PHP PLN RUB SEK SGD THB TRY TWD USD ZAR",
    3: "BHD IQD JOD KWD LYD OMR TND"}.items() for code in codes.split()}


def hundredths(lexeme):
    if not is_amount(lexeme):
        raise Refused("amount_form", "OA-MNY-01")
    whole, _, rest = lexeme.partition(".")
    return int(whole + rest.ljust(2, "0"))


def minor_units(lexeme, currency):
    if currency not in DECIMALS:
        raise Refused("currency_unknown", "OA-MNY-03")
    value, decimals = hundredths(lexeme), DECIMALS[currency]
    if decimals >= 2:
        return value * 10 ** (decimals - 2)
    if value % 10 ** (2 - decimals):
        raise Refused("amount_precision", "OA-MNY-02")
    return value // 10 ** (2 - decimals)


def written(percent):
    return str(percent) if isinstance(percent, int) else format(decimal.Decimal(repr(percent)), "f")


# --- signatures: spec 2, OA-JWS --------------------------------------------------------------------------------------

JOSE = {"jku", "jwk", "x5u", "x5t", "cty", "b64", "zip", "enc", "epk", "apu", "apv"}
ALLOWED = {"alg", "typ", "kid", "x5c", "x5t#S256", "crit", "openact"}
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
ED25519_ORDER = 0x1000000000000000000000000000000014DEF9DEA2F79CD65812631A5CF5D3ED
SMALL_ORDER_Y = {0, 1, 2**255 - 20, 2**255 - 19, 2**255 - 18,
                 int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"),
                 int.from_bytes(bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little")}


def from_base64url(text, refusal):
    """Only the one canonical spelling of some bytes."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text):
        raise refusal
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise refusal from None
    if base64url(data) != text:
        raise refusal
    return data


CHAIN_MAX = 3
BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")


def check_key_name(header):
    """One member of the header says whose key it is, in its one form."""
    missing = Refused("jws_key_missing", "OA-JWS-08")
    names = [name for name in ("kid", "x5c", "x5t#S256") if name in header]
    if len(names) != 1:
        raise missing
    value = header[names[0]]
    if names == ["x5c"]:
        if isinstance(value, list) and len(value) > CHAIN_MAX:
            raise Refused("x509_chain_too_long", "OA-PKI-02")
        good = isinstance(value, list) and len(value) > 0 and all(
            isinstance(one, str) and BASE64.fullmatch(one) for one in value)
    else:
        good = isinstance(value, str) and len(from_base64url(value, missing)) == 32
    if not good:
        raise missing


def check_header(header, typ, openact):
    critical = header["crit"] if isinstance(header.get("crit"), list) else []
    for name in header:
        if name not in ALLOWED and (name not in critical or name in JOSE):
            raise Refused("jws_header_forbidden", "OA-JWS-05")
    if header.get("alg") not in ("ES256", "Ed25519"):
        raise Refused("jws_alg_not_allowed", "OA-JWS-02")
    if header.get("typ") != typ:
        raise Refused("jws_typ_mismatch", "OA-JWS-03")
    known = openact and header.get("crit") == ["openact"] and header.get("openact") == 1 and header["openact"] is not True
    if ("crit" in header or "openact" in header) and not known:
        raise Refused("jws_crit_unknown", "OA-JWS-04")
    check_key_name(header)


def has_form(alg, signature):
    if len(signature) != 64:
        return False
    if alg == "ES256":
        halves = (int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big"))
        return all(0 < half < P256_ORDER for half in halves)
    y = int.from_bytes(signature[:32], "little") & (2**255 - 1)
    return int.from_bytes(signature[32:], "little") < ED25519_ORDER and y not in SMALL_ORDER_Y


def decode(token, typ, limit=16_384, openact=False):
    malformed = Refused("jws_malformed", "OA-JWS-01")
    if not isinstance(token, str):
        raise malformed
    if len(token) > limit:
        raise Refused("jws_too_large", "OA-JWS-06")
    parts = token.split(".")
    if len(parts) != 3 or not parts[0] or not parts[1]:
        raise Refused("jws_encrypted", "OA-JWS-09") if len(parts) == 5 else malformed
    header = strict(from_base64url(parts[0], malformed))
    if not isinstance(header, dict):
        raise malformed
    check_header(header, typ, openact)
    claims = strict(from_base64url(parts[1], malformed), max(limit, 65_536))
    if not isinstance(claims, dict):
        raise malformed
    signature = from_base64url(parts[2], malformed)
    if not has_form(header["alg"], signature):
        raise Refused("jws_signature_invalid", "OA-JWS-07")
    return header, claims, (parts[0] + "." + parts[1]).encode(), signature


def thumbprint(jwk):
    return digest({name: jwk[name] for name in ("crv", "kty", "x", "y") if name in jwk})


def der_integer(data):
    data = data.lstrip(b"\0")
    data = b"\0" + data if data[:1] >= b"\x80" else data
    return b"\x02" + bytes([len(data)]) + data


def der_signature(signature):
    body = der_integer(signature[:32]) + der_integer(signature[32:])
    return b"\x30" + bytes([len(body)]) + body


def spki(jwk):
    point = b"".join(base64.urlsafe_b64decode(jwk[name] + "=") for name in ("x", "y") if name in jwk)
    prefix = "3059301306072a8648ce3d020106082a8648ce3d03010703420004" if "y" in jwk else "302a300506032b6570032100"
    return bytes.fromhex(prefix) + point


KNOWN = {}
FOLDER = tempfile.TemporaryDirectory()


def openssl(jwk, alg, message, signature):
    return verified(spki(jwk), alg, message, der_signature(signature) if alg == "ES256" else signature)


def verified(key, alg, message, signature):
    """Key and signature as certificates have them. The same question is asked of openssl once: each is a process."""
    question = (key, alg, message, signature)
    if question in KNOWN:
        return KNOWN[question]
    names = {name: os.path.join(FOLDER.name, name) for name in ("key", "message", "signature")}
    contents = {"key": key, "message": message, "signature": signature}
    for name, content in contents.items():
        with open(names[name], "wb") as file:
            file.write(content)
    common = ["-keyform", "DER"]
    if alg == "ES256":
        command = ["openssl", "dgst", "-sha256", *common, "-verify", names["key"], "-signature", names["signature"],
                   names["message"]]
    else:
        command = ["openssl", "pkeyutl", "-verify", "-pubin", *common, "-inkey", names["key"], "-rawin", "-in",
                   names["message"], "-sigfile", names["signature"]]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    KNOWN[question] = done.returncode == 0
    return KNOWN[question]


def is_signed(jwk, header, message, signature):
    same_curve = (header["alg"] == "ES256") == (jwk["kty"] == "EC")
    return same_curve and header.get("kid") == thumbprint(jwk) and openssl(jwk, header["alg"], message, signature)


# --- the shape of the two messages -----------------------------------------------------------------------------------

def text(pattern):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def one_of(*values):
    return lambda value: isinstance(value, str) and value in values


def seconds(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 253_402_300_799


ID = text(r"[A-Za-z0-9_:~-][A-Za-z0-9._:~-]{0,127}")
DID = text(r"did:act:[A-Za-z0-9.-]{1,100}/[A-Za-z0-9._:~-]{1,120}")
DIGEST = text(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
PRINTABLE = text(r"[!-~]{1,256}")
ACTIONS = {area: names.split() for area, names in {
    "device": "enrol", "confirmation": "list code", "mandate": "request read suspend resume revoke delegate",
    "tool": "request read revoke", "payment": "read query refund validate", "fulfilment": "confirm",
    "intent": "transfer", "quote": "request", "order": "release read cancel", "account": "read",
    "sub_account": "open prove read fund freeze unfreeze close pay", "trade": "receive", "runtime": "prove"}.items()}


def shape(required, optional=None):
    optional = optional or {}

    def has_shape(value):
        return (isinstance(value, dict) and all(name in value for name in required)
                and all(name in required or name in optional for name in value)
                and all((required.get(name) or optional[name])(member) for name, member in value.items()))
    return has_shape


CONFIRMATION = shape(
    {"iss": ID, "sub": DID, "aud": DID, "jti": ID, "iat": seconds, "exp": seconds, "challenge": DIGEST,
     "decision": one_of("APPROVE", "DENY"), "channel": one_of("PHONE", "CASHIER_PAGE", "GLASSES", "QR_CODE"),
     "method": one_of("FACE", "FINGERPRINT", "PASSWORD", "OTP", "GAZE", "VOICE", "QR")},
    {"code_id": ID, "glasses": shape({"glasses_id": ID, "link_seen_at": seconds,
                                      "wearer": one_of("MATCHED", "NOT_MATCHED")})})
COMMAND = shape(
    {"iss": PRINTABLE, "aud": DID, "jti": ID, "iat": seconds, "target": PRINTABLE,
     "action": one_of(*(f"{area}.{name}" for area, names in ACTIONS.items() for name in names))},
    {"params": shape({}, {"digest": DIGEST, "amount": lambda value: isinstance(value, str) and is_amount(value),
                          "currency": text(r"[A-Z]{3}"), "reason": text(r"(?s).{1,200}"), "refund_id": ID,
                          "recovery_condition": text(r"(?s).{1,200}"), "evidence_ref": ID})})


# --- the operations --------------------------------------------------------------------------------------------------

CHANNELS = {"PHONE": {"FACE", "FINGERPRINT", "PASSWORD", "OTP"}, "CASHIER_PAGE": {"PASSWORD", "OTP"},
            "QR_CODE": {"QR", "FACE", "FINGERPRINT", "PASSWORD"}, "GLASSES": {"GAZE", "VOICE"}}


def refuse_unless(holds, code, requirement):
    if not holds:
        raise Refused(code, requirement)


def confirmation(question):
    given, known, now = question["input"], question["context"], question["now"]
    refuse_unless(fits(given["shown"], "shown"), "schema_mismatch", "OA-SCH-01")
    header, claims, message, signature = decode(given["confirmation"], "act-confirmation+jwt")
    refuse_unless(CONFIRMATION(claims), "schema_mismatch", "OA-SCH-01")
    refuse_unless(is_signed(known["device_key"], header, message, signature), "confirmation_device_mismatch", "OA-CNF-06")
    refuse_unless(claims["iss"] == known["device_id"] and claims["sub"] == known["delegator"],
                  "confirmation_device_mismatch", "OA-CNF-10")
    refuse_unless(claims["aud"] == known["audience"], "confirmation_audience_mismatch", "OA-CNF-11")
    refuse_unless(claims["iat"] <= now + 60 and now < claims["exp"], "confirmation_expired", "OA-CNF-03")
    names = [name for name in ("shown", "subject_digest", "agent_jkt") if name in given]
    refuse_unless(claims["challenge"] == digest({name: given[name] for name in names}),
                  "confirmation_challenge_mismatch", "OA-CNF-01")
    refuse_unless(claims["method"] in CHANNELS[claims["channel"]], "confirmation_channel_mismatch", "OA-CNF-21")
    if claims["channel"] == "GLASSES":
        glasses = claims.get("glasses")
        refuse_unless(glasses and 0 <= claims["iat"] - glasses["link_seen_at"] <= 5, "glasses_link_lost", "OA-CNF-22")
        refuse_unless(glasses["wearer"] == "MATCHED", "wearer_voice_mismatch", "OA-CNF-23")
    refuse_unless(claims["decision"] == "APPROVE", "confirmation_denied", "OA-CNF-02")
    return {}


def command(question):
    known, now = question["context"], question["now"]
    header, claims, message, signature = decode(question["input"]["command"], "act-command+jwt")
    refuse_unless(COMMAND(claims), "schema_mismatch", "OA-SCH-01")
    refuse_unless(is_signed(known["key"], header, message, signature), "command_signature_invalid", "OA-CMD-06")
    return commanded(claims, known, now)


def commanded(claims, known, now):
    refuse_unless(abs(now - claims["iat"]) <= 60, "command_time_out_of_window", "OA-CMD-03")
    refuse_unless(claims["aud"] == known["audience"], "command_audience_mismatch", "OA-CMD-05")
    refuse_unless(claims["target"] == known["target"] and claims["action"] == known["action"],
                  "command_target_mismatch", "OA-CMD-04")
    return {"obligations": ["replay OA-CMD-02"]}


# --- the log of anchors: spec 17, RFC 9162, C2SP tlog-checkpoint and signed-note --------------------------------------

SIGNATURE_LINE = re.compile("\u2014 ([^\\s+]+) ([A-Za-z0-9+/]+={0,2})")
SIZE = re.compile(r"0|[1-9][0-9]{0,15}")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
NO_CHECKPOINT = ("log_checkpoint_invalid", "OA-LOG-07")
NO_PLACE = ("log_inclusion_invalid", "OA-LOG-08")
NO_GROWTH = ("log_inconsistent", "OA-LOG-09")


def sha256(data):
    return hashlib.sha256(data).digest()


def from_base64(text):
    """Only the one canonical spelling of some bytes."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Refused(*NO_CHECKPOINT) from None
    refuse_unless(base64.b64encode(data).decode() == text, *NO_CHECKPOINT)
    return data


def signatures_of(lines):
    refuse_unless(len(lines) <= 16, *NO_CHECKPOINT)
    for line in lines:
        found = SIGNATURE_LINE.fullmatch(line)
        refuse_unless(found, *NO_CHECKPOINT)
        data = from_base64(found.group(2))
        refuse_unless(len(data) > 4, *NO_CHECKPOINT)
        yield found.group(1), data[:4], data[4:]


def opened_checkpoint(note, key):
    """What a log has signed of itself: origin, size and root. Signatures of witnesses are passed over."""
    refuse_unless(len(note) <= 16_384 and not CONTROL.search(note), *NO_CHECKPOINT)
    text, gap, rest = note.rpartition("\n\n")
    refuse_unless(gap and text and rest.endswith("\n"), *NO_CHECKPOINT)
    text += "\n"
    signatures = list(signatures_of(rest[:-1].split("\n")))
    origin, size, root = (text.split("\n") + ["", ""])[:3]
    refuse_unless(origin == key["name"] and SIZE.fullmatch(size) and int(size) <= 2**53 - 1, *NO_CHECKPOINT)
    refuse_unless(len(from_base64(root)) == 32 and text.startswith(f"{origin}\n{size}\n{root}\n"), *NO_CHECKPOINT)
    public = base64.urlsafe_b64decode(key["jwk"]["x"] + "=")
    key_id = sha256(f"{origin}\n".encode() + b"\x01" + public)[:4]
    own = [signature for name, one, signature in signatures if name == origin and one == key_id]
    good = [has_form("Ed25519", one) and openssl(key["jwk"], "Ed25519", text.encode(), one) for one in own]
    refuse_unless(good and all(good), *NO_CHECKPOINT)
    return {"origin": origin, "size": int(size), "root": from_base64(root)}


def opened_by_one(note, keys):
    """The present key of the log, or a former one."""
    for key in keys:
        try:
            return opened_checkpoint(note, key)
        except Refused:
            continue
    raise Refused(*NO_CHECKPOINT)


def hashes_in(texts, refusal):
    return [from_base64url(text, Refused("schema_mismatch", refusal[1])) for text in texts]


def node(left, right):
    return sha256(b"\x01" + left + right)


def climbed(index, last, path, at_left, at_right):
    """The way up of RFC 9162 2.1.3.2 and 2.1.4.2: which side each hash of the path stands on. @returns whether it ends there"""
    for sibling in path:
        if last == 0:
            return False
        if index % 2 or index == last:
            at_left(sibling)
            while index and not index % 2:
                index, last = index // 2, last // 2
        else:
            at_right(sibling)
        index, last = index // 2, last // 2
    return last == 0


def is_in_tree(size, root, index, leaf, path):
    is_place = isinstance(index, int) and not isinstance(index, bool) and 0 <= index < size
    if not is_place or any(len(one) != 32 for one in path):
        return False
    top = [leaf]
    ends = climbed(index, size - 1, path, lambda one: top.append(node(one, top[-1])),
                   lambda one: top.append(node(top[-1], one)))
    return ends and top[-1] == root


def begins_with(old, new, path):
    size, later = old["size"], new["size"]
    if not 0 <= size <= later or any(len(one) != 32 for one in path):
        return False
    if size in (0, later):
        return not path and old["root"] == (new["root"] if size else sha256(b""))
    if not path:
        return False
    path = path if size & (size - 1) else [old["root"], *path]
    index, last = size - 1, later - 1
    while index % 2:
        index, last = index // 2, last // 2
    was, now = [path[0]], [path[0]]

    def both(one):
        was.append(node(one, was[-1]))
        now.append(node(one, now[-1]))
    ends = climbed(index, last, path[1:], both, lambda one: now.append(node(now[-1], one)))
    return ends and was[-1] == old["root"] and now[-1] == new["root"]


def checkpoint(question):
    head = opened_checkpoint(question["input"]["checkpoint"], question["context"]["log_key"])
    return {"values": {**head, "root": base64url(head["root"])}}


def inclusion(question):
    given = question["input"]
    head = opened_by_one(given["checkpoint"], question["context"]["log_keys"])
    leaf = sha256(b"\x00" + sha256(given["anchor"].encode()))
    path = hashes_in(given["inclusion"], NO_PLACE)
    refuse_unless(is_in_tree(head["size"], head["root"], given["index"], leaf, path), *NO_PLACE)
    return {"values": {"leaf": base64url(leaf), "size": head["size"], "root": base64url(head["root"])}}


def consistency(question):
    given = question["input"]
    old, new = ({**given[name], "root": hashes_in([given[name]["root"]], NO_GROWTH)[0]} for name in ("from", "to"))
    refuse_unless(begins_with(old, new, hashes_in(given["proof"], NO_GROWTH)), *NO_GROWTH)
    return {}


def bytes_of(given):
    data = bytes.fromhex(given["hex"]) if "hex" in given else given["text"].encode("utf-8", "surrogatepass")
    return data + b" " * given.get("padding", 0)


def canonicalize(question):
    value = strict(bytes_of(question["input"]))
    return {"values": {"canonical": canonical(value), "digest": digest(value)}}


def parse_json(question):
    strict(bytes_of(question["input"]))
    return {}


def parse_amount(question):
    return {"values": {"minor": str(minor_units(question["input"]["lexeme"], question["input"]["currency"]))}}


def within_tolerance(question):
    given = question["input"]
    reference, actual = (minor_units(given[name], given["currency"]) for name in ("reference", "actual"))
    return {"values": {"within": abs(actual - reference) * 10_000 <= reference * hundredths(written(given["percent"]))}}


OPERATIONS = {"verify_confirmation": confirmation, "verify_command": command, "canonicalize": canonicalize,
              "parse_json": parse_json, "parse_amount": parse_amount, "within_tolerance": within_tolerance,
              "open_checkpoint": checkpoint, "verify_inclusion": inclusion, "verify_consistency": consistency}


def answer(question, operations):
    if question["operation"] not in operations:
        return {"verdict": "errored", "message": f"no operation {question['operation']}"}
    try:
        return {"verdict": "accepted", "obligations": [], **operations[question["operation"]](question)}
    except Refused as refusal:
        return {"verdict": "refused", "code": refusal.code, "requirement": refusal.requirement}
    except Exception as error:  # pylint: disable=broad-except
        return {"verdict": "errored", "message": f"{type(error).__name__}: {error}"}


def main(operations):
    for line in sys.stdin.buffer:
        question = json.loads(line)
        reply = json.dumps({"id": question["id"], "result": answer(question, operations)})
        sys.stdout.write(reply + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(OPERATIONS)
