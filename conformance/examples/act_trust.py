"""Whom to believe, in another language: the trust list, certificate paths, and the statements of agent providers.

Spec 6 and 4. Certificates are read from their DER here, and openssl is asked for their signatures alone.
"""
import base64
import calendar
import functools
import re
import time

from act_schema import fits
from act_verifier import (P256_ORDER, Refused, base64url, decode, der_signature, is_signed, openssl, refuse_unless, sha256,
                          thumbprint, verified)

ARC = "2.25.295975056238066013663819618617541709289"
USAGE = {"mandate": 1, "status": 2, "receipt": 3, "quote": 4, "agentProvider": 5, "log": 7, "command": 8, "record": 9,
         "anchor": 10, "finding": 11, "credit": 12}
DOMAIN = re.compile(r"did:act:([^/]+)/")


def moment(text):
    """Unix seconds of a UTC time that has the form of its schema. A date that does not exist is none (OA-TIM-03)."""
    try:
        return calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))
    except ValueError:
        raise Refused("schema_mismatch", "OA-SCH-01") from None


# --- DER and certificates: X.690, RFC 5280 ----------------------------------------------------------------------------

MALFORMED = Refused("x509_malformed", "OA-PKI-01")


def element(data, at=0):
    """@returns the tag, the content, and where the next element begins"""
    refuse_unless(at + 2 <= len(data), MALFORMED.code, MALFORMED.requirement)
    tag, length, start = data[at], data[at + 1], at + 2
    if length >= 0x80:
        count = length & 0x7F
        digits = data[start:start + count]
        length, start = int.from_bytes(digits, "big"), start + count
        refuse_unless(1 <= count <= 3 and len(digits) == count and digits[0] and length >= 0x80,
                      MALFORMED.code, MALFORMED.requirement)
    refuse_unless(start + length <= len(data), MALFORMED.code, MALFORMED.requirement)
    return tag, data[start:start + length], start + length


def children(data):
    """Of a constructed element: each with its tag, its content, and itself whole."""
    found, at = [], 0
    while at < len(data):
        tag, content, end = element(data, at)
        found.append((tag, content, data[at:end]))
        at = end
    return found


def oid(content):
    numbers, value = [], 0
    for byte in content:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(value)
            value = 0
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, [first, numbers[0] - 40 * first, *numbers[1:]]))


def clock(tag, content):
    text = content.decode("ascii")
    if tag == 0x17:
        text = ("19" if text[:2] >= "50" else "20") + text
    return calendar.timegm(time.strptime(text, "%Y%m%d%H%M%SZ"))


ALGORITHMS = {"1.2.840.10045.4.3.2": "ES256", "1.3.101.112": "Ed25519"}


class Certificate:
    """What of a certificate is judged."""

    def __init__(self, data):
        try:
            self.read(data)
        except (IndexError, ValueError, UnicodeDecodeError):
            raise MALFORMED from None

    def read(self, data):
        self.data = data
        tag, content, end = element(data)
        if tag != 0x30 or end != len(data):
            raise MALFORMED
        (_, fields, self.signed), (_, algorithm, whole), (bits, signature, _) = children(content)
        parts = children(fields)
        if bits != 3 or signature[0] or parts[0][0] != 0xA0 or children(parts[0][1])[0][1] != b"\x02":
            raise MALFORMED
        if parts[2][2] != whole:
            raise MALFORMED
        self.algorithm = ALGORITHMS.get(oid(children(algorithm)[0][1]))
        self.signature, self.identifier = signature[1:], whole
        self.issuer, self.subject, self.spki = parts[3][2], parts[5][2], parts[6][2]
        self.begins, self.ends = (clock(tag, text) for tag, text, _ in children(parts[4][1]))
        self.extensions = self.read_extensions([one for tag, one, _ in parts[7:] if tag == 0xA3])
        self.uris = [text.decode("ascii") for tag, text, _ in self.inside("2.5.29.17") if tag == 0x86]

    def read_extensions(self, wrapped):
        found = {}
        for _, one, _ in children(children(wrapped[0])[0][1]) if wrapped else []:
            name, *flag, value = children(one)
            if oid(name[1]) in found:
                raise MALFORMED
            found[oid(name[1])] = (bool(flag) and flag[0][1] == b"\xff", value[1])
        return found

    def inside(self, name):
        """The elements of an extension that is a sequence."""
        return children(element(self.extensions[name][1])[1]) if name in self.extensions else []

    def is_ca(self):
        critical, _ = self.extensions.get("2.5.29.19", (False, b""))
        return critical and any(tag == 1 and content == b"\xff" for tag, content, _ in self.inside("2.5.29.19"))

    def path_length(self):
        bound = [int.from_bytes(content, "big") for tag, content, _ in self.inside("2.5.29.19") if tag == 2]
        return bound[0] if bound else None

    def may(self, bit):
        if "2.5.29.15" not in self.extensions:
            return False
        content = element(self.extensions["2.5.29.15"][1])[1]
        return len(content) > 1 and bool(content[1] & 0x80 >> bit)

    def usages(self):
        return {oid(content) for _, content, _ in self.inside("2.5.29.37")}

    def jwk(self):
        """The key as a JWK: P-256 uncompressed, or Ed25519, and no other."""
        for head, size, make in ((KEY_P256, 64, lambda point: {"kty": "EC", "crv": "P-256", "x": base64url(point[:32]),
                                                              "y": base64url(point[32:])}),
                                 (KEY_ED25519, 32, lambda point: {"kty": "OKP", "crv": "Ed25519", "x": base64url(point)})):
            point = self.spki[len(head):]
            if self.spki.startswith(head) and len(point) == size and (size == 32 or is_on_p256(point)):
                return make(point)
        raise Refused("x509_weak", "OA-PKI-14")

    def name(self):
        return base64url(sha256(self.data))


P256_FIELD = 2**256 - 2**224 + 2**192 + 2**96 - 1
P256_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B


def is_on_p256(point):
    x, y = int.from_bytes(point[:32], "big"), int.from_bytes(point[32:], "big")
    return max(x, y) < P256_FIELD and (y * y - (x * x * x - 3 * x + P256_B)) % P256_FIELD == 0


KEY_P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
KEY_ED25519 = bytes.fromhex("302a300506032b6570032100")
# Basic constraints, key usage, extended key usage, alternative names, name constraints.
PROCESSED = {"2.5.29.19", "2.5.29.15", "2.5.29.37", "2.5.29.17", "2.5.29.30"}


def certificate(text):
    """Only the one canonical spelling of its bytes."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise MALFORMED from None
    if base64.b64encode(data).decode() != text or len(data) > CERTIFICATE_MAX_BYTES:
        raise MALFORMED
    return Certificate(data)


CERTIFICATE_MAX_BYTES = 4_096


def is_issued_by(below, above):
    refuse_unless(below.algorithm, "x509_weak", "OA-PKI-14")
    above.jwk()
    return verified(above.spki, below.algorithm, below.signed, below.signature)


def is_readable(anchor):
    try:
        return bool(certificate(anchor))
    except Refused:
        return False


def chained(texts, anchors):
    """The certificates that came, and the anchor that the last of them names. One that cannot be read is none."""
    path = [certificate(text) for text in texts]
    for below, above in zip(path, path[1:]):
        refuse_unless(below.issuer == above.subject, "x509_chain_broken", "OA-PKI-03")
    for one in path:
        refuse_unless(one.issuer != one.subject or not is_issued_by(one, one), "x509_self_signed", "OA-PKI-15")
    readable = map(certificate, filter(is_readable, anchors))
    named = [anchor for anchor in readable if anchor.subject == path[-1].issuer]
    refuse_unless(named, "x509_chain_broken", "OA-PKI-03")
    if len(named) > 1:
        named = [anchor for anchor in named if is_issued_by(path[-1], anchor)]
        refuse_unless(named, "x509_signature_invalid", "OA-PKI-04")
    return [*path, named[0]]


def check_path(path, entry, usage, at):
    """From the leaf to the anchor, at a moment: spec 6.2, in its order."""
    leaf, *issuers = path
    keys = {(one.subject, one.spki) for one in path}
    refuse_unless(len(keys) == len(path), "x509_chain_broken", "OA-PKI-03")
    for one in path:
        one.jwk()
        refuse_unless(one.algorithm, "x509_weak", "OA-PKI-14")
    for one in path:
        known = all(name in PROCESSED for name, (critical, _) in one.extensions.items() if critical)
        refuse_unless(known, "x509_critical_extension", "OA-PKI-13")
    for one in path:
        refuse_unless(one.begins <= at, "x509_not_yet_valid", "OA-PKI-05")
        refuse_unless(at <= one.ends, "x509_expired", "OA-PKI-06")
    refuse_unless(all(one.is_ca() for one in issuers), "x509_not_a_ca", "OA-PKI-07")
    refuse_unless(not leaf.is_ca(), "x509_leaf_is_ca", "OA-PKI-17")
    short = all(one.path_length() is None or depth <= one.path_length() for depth, one in enumerate(issuers))
    refuse_unless(short, "x509_path_length", "OA-PKI-08")
    used = all(one.may(5) for one in issuers) and leaf.may(0) and not leaf.may(5)
    refuse_unless(used, "x509_key_usage", "OA-PKI-09")
    purpose = f"{ARC}.{USAGE[usage]}"
    given = all(purpose in one.usages() for one in issuers if "2.5.29.37" in one.extensions)
    refuse_unless(purpose in leaf.usages() and given, "x509_eku_mismatch", "OA-PKI-10")
    refuse_unless(leaf.uris == [entry["entity"]], "x509_name_mismatch", "OA-PKI-11")
    # Those that a leaf of ours would keep are not told from the others here: all are refused.
    free = all("2.5.29.30" not in one.extensions for one in path)
    refuse_unless(free, "x509_name_constraints", "OA-PKI-12")
    for below, above in zip(path, path[1:]):
        refuse_unless(is_issued_by(below, above), "x509_signature_invalid", "OA-PKI-04")
    since = [one["x5t#S256"] for one in entry.get("revocations", []) if moment(one["from"]) <= at]
    for one in path:
        good = not names_of(one) & {*entry.get("revoked_certificates", []), *since}
        refuse_unless(good, "x509_revoked", "OA-PKI-16")


def names_of(one):
    """Under which a certificate can have been revoked: an ECDSA signature (r, s) holds as (r, n - s) too."""
    if one.algorithm != "ES256":
        return {one.name()}
    (_, r, _), (_, s, _) = children(element(one.signature)[1])
    values = int.from_bytes(r, "big"), P256_ORDER - int.from_bytes(s, "big")
    twin = der_signature(b"".join(value.to_bytes(32, "big") for value in values))
    whole = one.signed + one.identifier + b"\x03" + length_of(len(twin) + 1) + b"\0" + twin
    return {one.name(), base64url(sha256(b"\x30" + length_of(len(whole)) + whole))}


def length_of(size):
    if size < 0x80:
        return bytes([size])
    digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([0x80 | len(digits)]) + digits


def certified(texts, entry, usage, at):
    """The key of whoever the entry of the trust list is about, for one kind of message, at a moment."""
    path = chained(texts, entry["anchors"])
    check_path(path, entry, usage, at)
    return path[0].jwk()


# --- the trust list: spec 6.1 -----------------------------------------------------------------------------------------

@functools.lru_cache(maxsize=64)
def read_trust_list(token):
    """The same list comes with question after question."""
    header, claims, message, signature = decode(token, "act-trust-list+jwt", limit=131_072)
    refuse_unless(fits(claims, "trust-list"), "schema_mismatch", "OA-SCH-01")
    return header, claims, message, signature


def open_trust_list(token, pinned, now, highest=None):
    header, claims, message, signature = read_trust_list(token)
    keys = pinned if isinstance(pinned, list) else [pinned]
    if not any(header.get("kid") == thumbprint(key) for key in keys):
        raise Refused("trust_list_signature_invalid", "OA-TRL-01")
    refuse_unless(any(is_signed(key, header, message, signature) for key in keys), "trust_list_signature_invalid", "OA-TRL-01")
    agree = moment(claims["issued_at"]) == claims["iat"] and moment(claims["next_update"]) == claims["exp"]
    refuse_unless(agree, "trust_list_inconsistent", "OA-TRL-07")
    places = {(entry["entity"], entry["role"]) for entry in claims["entries"]}
    refuse_unless(len(places) == len(claims["entries"]), "trust_list_inconsistent", "OA-TRL-08")
    refuse_unless(claims["iat"] <= now + 60, "trust_list_not_yet_valid", "OA-TRL-09")
    refuse_unless(now < claims["exp"], "trust_list_stale", "OA-TRL-02")
    refuse_unless(highest is None or claims["sequence"] >= highest, "trust_list_rollback", "OA-TRL-03")
    return claims


def line_at(entry, at):
    """The last line of its history that had begun; of those that begin in one second, the one further down."""
    begun = [line for line in entry["history"] if moment(line["from"]) <= at]
    return max(reversed(begun), key=lambda line: moment(line["from"])) if begun else None


def was_active(entry, at, issued):
    """By its history, and in the period in which the list was issued by the entry too."""
    line, latest = line_at(entry, at), line_at(entry, issued)
    is_present = latest is None or moment(latest["from"]) <= at
    return line is not None and line["status"] == "ACTIVE" and (entry["status"] == "ACTIVE" or not is_present)


def is_active(entry, now):
    line = line_at(entry, now)
    return entry["status"] == "ACTIVE" and line is not None and line["status"] == "ACTIVE"


def entry_of(trust, entity, role, at, past=False):
    """Who speaks in a role: now, or at a moment of the past."""
    found = [entry for entry in trust["entries"] if entry["entity"] == entity and entry["role"] == role]
    refuse_unless(found, "issuer_not_trusted", "OA-TRL-04")
    active = was_active(found[0], at, trust["iat"]) if past else is_active(found[0], at)
    refuse_unless(active, "issuer_suspended", "OA-TRL-05")
    return found[0]


def chain_of(header, trust, entity, role):
    """The certificates that a header carries, or names of those that the trust list has of whoever speaks."""
    listed = [one for entry in trust["entries"] if (entry["entity"], entry["role"]) == (entity, role)
              for one in entry.get("certificates", [])]
    named = next((one["x5c"] for one in listed if one["x5t#S256"] == header.get("x5t#S256")), None)
    chain = header.get("x5c", named)
    refuse_unless(chain, "jws_key_missing", "OA-JWS-08")
    certificate(chain[0]).jwk()
    return chain


def is_signed_by(jwk, header, message, signature):
    return (header["alg"] == "ES256") == (jwk["kty"] == "EC") and openssl(jwk, header["alg"], message, signature)


def attested(token, trust, now, past=False):
    """What an agent provider states of an agent and its key: spec 4.1."""
    header, claims, message, signature = decode(token, "act-agent+jwt")
    refuse_unless(fits(claims, "agent-attestation"), "schema_mismatch", "OA-SCH-01")
    chain = chain_of(header, trust, claims["iss"], "AGENT_PROVIDER")
    entry = entry_of(trust, claims["iss"], "AGENT_PROVIDER", now, past)
    key = certified(chain, entry, "agentProvider", now)
    refuse_unless(is_signed_by(key, header, message, signature), "jws_signature_invalid", "OA-KEY-07")
    same = DOMAIN.match(claims["iss"])[1] == DOMAIN.match(claims["sub"])[1]
    refuse_unless(same, "agent_attestation_invalid", "OA-KEY-09")
    refuse_unless(claims["iat"] <= now + 60 and now < claims["exp"], "agent_attestation_expired", "OA-KEY-05")
    return claims
