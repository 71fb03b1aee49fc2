#!/usr/bin/env python3
"""Records, their anchors, and chains of them, judged in another language: spec 16 and 17. Profile: verifier-records.

Everything of act_verifier.py, with the trust list and its certificates (act_trust.py) and the schemas (act_schema.py)
beside it. Python's standard library, and openssl; no code of the reference implementation.
"""
import base64
import subprocess

import act_verifier
from act_schema import fits
from act_trust import attested, certified, chain_of, entry_of, is_signed_by, moment, open_trust_list
from act_verifier import Refused, base64url, canonical, decode, has_form, refuse_unless, sha256, thumbprint

AGENTS = {"PAYER_AGENT", "PAYEE_AGENT", "DELEGATOR_AGENT"}
COMMON = ("record_id", "version", "event_type", "event_time", "intent_id", "delegation_id", "order_no", "trade_no",
          "hash_algorithm")


class Concluded(Exception):
    """One of the six conclusions that are not VERIFIED."""

    def __init__(self, verdict, **about):
        super().__init__(verdict)
        self.values = {"verdict": verdict, **about}


# --- who may anchor what: spec 17.2 -----------------------------------------------------------------------------------

INSTITUTIONS = {
    "act:delegation:": {"IAC_ISSUER"},
    "act:commerce:decision-logged": set(),
    "act:commerce:cart-confirmed": {"MERCHANT"},
    "act:payment:transaction-completed": {"PSP", "MERCHANT"},
    "act:commerce:fulfillment-completed": {"PSP", "MERCHANT"},
}
ANCHOR_KEPT_SECONDS = 30 * 86_400


def roles_for(event_type):
    return next(roles for begin, roles in INSTITUTIONS.items() if event_type.startswith(begin))


def submitted_by(claims, header, trust, at, past):
    """The entry under which an institution anchors such an event."""
    listed = [entry["role"] for entry in trust["entries"] if entry["entity"] == claims["iss"]]
    allowed = [role for role in listed if role in roles_for(claims["event_type"])]
    refuse_unless(allowed, "anchor_submitter_not_allowed", "OA-LOG-01")
    chain = chain_of(header, trust, claims["iss"], allowed[0])
    entry = entry_of(trust, claims["iss"], allowed[0], at, past)
    return entry["role"], certified(chain, entry, "anchor", at)


def agent_key(claims, header, statement, trust, at, past):
    unknown = ("anchor_submitter_unknown", "OA-LOG-02")
    refuse_unless(isinstance(statement, str), *unknown)
    said = attested(statement, trust, at, past)
    key = said["cnf"]["jwk"]
    refuse_unless(said["sub"] == claims["iss"] and thumbprint(key) == header["kid"], *unknown)
    return key


def opened_anchor(given, trust, now, past=False):
    """Who has signed an anchor, and in which capacity: now, or, of one that stands in the log, when it was signed."""
    header, claims, message, signature = decode(given["anchor"], "act-anchor+jwt")
    refuse_unless(fits(claims, "anchor"), "schema_mismatch", "OA-SCH-01")
    at = claims["iat"] if past else now
    if "kid" in header:
        role, key = "AGENT", agent_key(claims, header, given.get("agent_attestation"), trust, at, past)
    else:
        role, key = submitted_by(claims, header, trust, at, past)
    refuse_unless(is_signed_by(key, header, message, signature), "jws_signature_invalid", "OA-JWS-07")
    return role, claims


def anchor(question):
    given, known, now = question["input"], question["context"], question["now"]
    trust = open_trust_list(known["trust_list"], known["trust_list_key"], now)
    role, claims = opened_anchor(given, trust, now)
    fresh = claims["iat"] <= now + 60 and now - claims["iat"] <= ANCHOR_KEPT_SECONDS
    refuse_unless(fresh and moment(claims["event_time"]) <= claims["iat"] + 60, "anchor_time_invalid", "OA-LOG-05")
    return {"values": {"role": role}}


# --- one record: spec 16.6 --------------------------------------------------------------------------------------------

def check_whole(record, record_id):
    whole = ("schema_mismatch", "OA-SCH-01")
    refuse_unless(record is not None, "record_not_found", "TSD-ATT-SVF-06")
    refuse_unless(fits(record, "record"), *whole)
    refuse_unless(record["record_id"] == record_id, "record_not_found", "TSD-ATT-SVF-06")
    refuse_unless(moment(record["event_time"]) <= moment(record["record_time"]), *whole)
    names = [(one["id"], one["role"]) for one in record["participants"]]
    refuse_unless(len(set(names)) == len(names), *whole)


def key_of(signature, role, trust, at):
    """The key of a signer who took part in this role, as it was at the time of the event."""
    if role in AGENTS:
        refuse_unless("attestation" in signature, "agent_attestation_invalid", "OA-KEY-04")
        said = attested(signature["attestation"], trust, at, past=True)
        key = said["cnf"]["jwk"]
        good = said["sub"] == signature["signer"] and thumbprint(key) == signature["kid"]
        refuse_unless(good, "agent_attestation_invalid", "OA-KEY-04")
        return key
    chain = chain_of(signature, trust, signature["signer"], role)
    entry = entry_of(trust, signature["signer"], role, at, past=True)
    return certified(chain, entry, "record", at)


def keys_of(record, trust):
    roles = {}
    for one in record["participants"]:
        roles.setdefault(one["id"], one["role"])
    keys = []
    for signature in record["signatures"]:
        try:
            role = roles.get(signature["signer"])
            keys.append(role and key_of(signature, role, trust, moment(record["event_time"])))
        except Refused:
            raise Concluded("PUBLIC_KEY_UNAVAILABLE", signer=signature["signer"]) from None
    return keys


def sm3(data):
    done = subprocess.run(["openssl", "dgst", "-sm3", "-binary"], input=data, capture_output=True, check=False)
    refuse_unless(done.returncode == 0 and len(done.stdout) == 32, "hash_algorithm_unsupported", "OA-REC-02")
    return done.stdout


def payload_hash(record):
    content = canonical({name: record[name] for name in ("event_body", "participants")}).encode()
    salted = content + base64.urlsafe_b64decode(record["salt"] + "=")
    return base64url({"SHA-256": sha256, "SM3": sm3}[record["hash_algorithm"]](salted))


def check_signatures(record, keys):
    message = canonical({name: member for name, member in record.items() if name != "signatures"}).encode()
    for signature, key in zip(record["signatures"], keys):
        value = base64.urlsafe_b64decode(signature["value"] + "==")
        header = {"alg": signature["algorithm"]}
        if key is None or not has_form(header["alg"], value) or not is_signed_by(key, header, message, value):
            raise Concluded("SIGNATURE_INVALID", signer=signature["signer"])
    recorder = record["participants"][0]["id"]
    if recorder not in (signature["signer"] for signature in record["signatures"]):
        raise Concluded("SIGNATURE_INVALID", signer=recorder)


def found_anchor(anchored, trust, log_keys):
    """The anchor that the log has, signed and at its place; and where that is."""
    if anchored == "silent":
        raise Concluded("ANCHOR_QUERY_TIMEOUT")
    try:
        refuse_unless(anchored != "none", "anchor_not_found", "OA-LOG-04")
        _, claims = opened_anchor(anchored, trust, None, past=True)
        act_verifier.inclusion({"input": anchored, "context": {"log_keys": log_keys}})
    except Refused as refusal:
        raise Concluded("ANCHOR_NOT_FOUND", code=refusal.code) from None
    return claims, anchored["index"]


def judged(record, anchored, record_id, trust, log_keys):
    """@returns the conclusion of ACT, with whose or what it is about"""
    check_whole(record, record_id)
    try:
        keys = keys_of(record, trust)
        computed = payload_hash(record)
        if computed != record["payload_hash"]:
            raise Concluded("PAYLOAD_HASH_MISMATCH")
        check_signatures(record, keys)
        claims, index = found_anchor(anchored, trust, log_keys)
        same = {"payload_hash": computed, **{name: record.get(name) for name in COMMON}}
        for name, value in same.items():
            if claims.get(name) != value:
                raise Concluded("CHAIN_HASH_MISMATCH", member=name, index=index)
        return {"verdict": "VERIFIED", "index": index}
    except Concluded as conclusion:
        return conclusion.values


def record(question):
    given, known = question["input"], question["context"]
    trust = open_trust_list(known["trust_list"], known["trust_list_key"], question["now"])
    return {"values": judged(given.get("record"), given["anchored"], known["record_id"], trust, known["log_keys"])}


# --- what it followed from: spec 16.2 and 16.6, 6 ---------------------------------------------------------------------

CHAIN_MAX = 32
DELEGATION, COMMERCE = "act:delegation:", "act:commerce:"
ISSUED, CREATED = DELEGATION + "delegation-issued", DELEGATION + "intent-created"
CART, PAID = COMMERCE + "cart-confirmed", "act:payment:transaction-completed"
FOLLOWS = {
    CREATED: set(),
    ISSUED: {CREATED, ISSUED},
    **{DELEGATION + name: {ISSUED} for name in ("delegation-suspended", "delegation-resumed", "delegation-revoked",
                                                "delegation-expired")},
    COMMERCE + "decision-logged": {ISSUED, CREATED},
    CART: {COMMERCE + "decision-logged", ISSUED, CREATED},
    PAID: {CART},
    COMMERCE + "fulfillment-completed": {PAID},
}


def process_of(record):
    """The intent that a record is of; None where its maker was told none and put an id of its own there (OA-REC-03)."""
    own = (record.get("delegation_id"), record.get("order_no"))
    return None if record["intent_id"] in own else record["intent_id"]


def misfit(record, upstream, intent):
    """The first rule by which a record does not follow from another."""
    if upstream["event_type"] not in FOLLOWS[record["event_type"]]:
        return "order"
    # Two recorders have two clocks.
    one_clock = upstream["participants"][0]["id"] == record["participants"][0]["id"]
    if moment(upstream["event_time"]) > moment(record["event_time"]) + (0 if one_clock else 60):
        return "time"
    if None not in (intent, process_of(upstream)) and intent != process_of(upstream):
        return "intent_id"
    for name in ("order_no", "trade_no"):
        if name in record and name in upstream and record[name] != upstream[name]:
            return name
    return None


def followed(records, record_id, trust, log_keys):
    verdicts, seen, below, intent = [], set(), None, None
    while record_id is not None:
        if record_id in seen or len(seen) == CHAIN_MAX:
            return {"holds": False, "verdicts": verdicts, "broken": "cycle" if record_id in seen else "too_long"}
        seen.add(record_id)
        shown = records.get(record_id, {"record": None, "anchored": "none"})
        try:
            verdicts.append(judged(shown["record"], shown["anchored"], record_id, trust, log_keys)["verdict"])
        except Refused as refusal:
            verdicts.append(refusal.code)
        if verdicts[-1] != "VERIFIED":
            return {"holds": False, "verdicts": verdicts}
        broken = below and misfit(below, shown["record"], intent)
        if broken:
            return {"holds": False, "verdicts": verdicts, "broken": broken}
        below = shown["record"]
        intent = process_of(below) or intent
        record_id = below.get("upstream_record_ref")
    return {"holds": True, "verdicts": verdicts}


def chain(question):
    known = question["context"]
    trust = open_trust_list(known["trust_list"], known["trust_list_key"], question["now"])
    records = {one["record"]["record_id"]: one for one in question["input"]["records"]}
    return {"values": followed(records, known["record_id"], trust, known["log_keys"])}


# --- what else a trust list is needed for ------------------------------------------------------------------------------

def trust_list(question):
    known = question["context"]
    highest = known.get("highest_sequence")
    open_trust_list(question["input"]["trust_list"], known["trust_list_key"], question["now"], highest)
    return {"obligations": ["trust_list_rollback OA-TRL-03"] if highest is None else []}


def attestation(question):
    known, now = question["context"], question["now"]
    attested(question["input"]["attestation"], open_trust_list(known["trust_list"], known["trust_list_key"], now), now)
    return {}


def command(question):
    """Of a device or an agent by its known key; of an institution by its certificate."""
    known, now = question["context"], question["now"]
    if "key" in known:
        return act_verifier.command(question)
    header, claims, message, signature = decode(question["input"]["command"], "act-command+jwt")
    refuse_unless(act_verifier.COMMAND(claims), "schema_mismatch", "OA-SCH-01")
    trust = open_trust_list(known["trust_list"], known["trust_list_key"], now)
    chain = chain_of(header, trust, claims["iss"], known["role"])
    entry = entry_of(trust, claims["iss"], known["role"], now)
    key = certified(chain, entry, "command", now)
    refuse_unless(is_signed_by(key, header, message, signature), "command_signature_invalid", "OA-CMD-06")
    return act_verifier.commanded(claims, known, now)


OPERATIONS = {**act_verifier.OPERATIONS, "verify_command": command, "open_trust_list": trust_list,
              "verify_attestation": attestation, "verify_anchor": anchor, "verify_record": record, "verify_chain": chain}

if __name__ == "__main__":
    act_verifier.main(OPERATIONS)
