#!/usr/bin/env python3
"""What institutions sign of a purchase, judged in another language: mandates, status lists, enrolments, quotes and
receipts, each in the order of spec 5. Profile: verifier-purchase.

Everything of act_records.py beside it. Python's standard library, and openssl; no code of the reference implementation.
"""
import zlib

import act_records
import act_verifier
from act_schema import fits
from act_trust import certified, chain_of, entry_of, is_signed_by, moment, open_trust_list
from act_verifier import Refused, base64url, decode, digest, from_base64url, minor_units, refuse_unless, sha256, strict, written

FUTURE_SECONDS = 60
MALFORMED = Refused("jws_malformed", "OA-JWS-01")


def read(question, token, typ, schema, role, openact=False):
    """A message of whoever speaks in this role, as it came: before anything of it is believed, all of it is read."""
    known, now = question["context"], question["now"]
    header, claims, message, signature = decode(token, typ, openact=openact)
    refuse_unless(fits(claims, schema), "schema_mismatch", "OA-SCH-01")
    trust = open_trust_list(known["trust_list"], known["trust_list_key"], now)
    speaker = claims["iss"] if "iss" in claims else claims["issuer"]
    return claims, (header, message, signature), (trust, speaker, role, chain_of(header, trust, speaker, role))


def believe(question, signed, shown, usage, clause):
    """Spec 5.1 and the signature."""
    (header, message, signature), (trust, speaker, role, chain) = signed, shown
    entry = entry_of(trust, speaker, role, question["now"])
    key = certified(chain, entry, usage, question["now"])
    refuse_unless(is_signed_by(key, header, message, signature), "jws_signature_invalid", clause)


# --- enrolments: spec 4.2 ---------------------------------------------------------------------------------------------

def enrolment(question):
    at = question["context"]["at"]
    claims, *signed = read(question, question["input"]["enrolment"], "act-enrolment+jwt", "enrolment", "IAC_ISSUER")
    believe(question, *signed, "mandate", "OA-KEY-06")
    refuse_unless(claims["iat"] <= at + FUTURE_SECONDS and at < claims["exp"], "enrolment_expired", "OA-KEY-08")
    return {}


# --- status lists: spec 6.3 -------------------------------------------------------------------------------------------

STATUS = ("Active", "Revoked", "Suspended")
UNPACKED_MAX_BYTES = 4 << 20


def unpacked(text):
    bad = Refused("status_list_malformed", "OA-STL-03")
    packed = from_base64url(text, bad)
    reader = zlib.decompressobj()
    try:
        data = reader.decompress(packed, UNPACKED_MAX_BYTES)
    except zlib.error:
        raise bad from None
    if not reader.eof or reader.unused_data or reader.unconsumed_tail:
        raise bad
    return data


def status_list(question):
    known, now = question["context"], question["now"]
    claims, *signed = read(question, question["input"]["status_list"], "statuslist+jwt", "status-list", "IAC_ISSUER")
    data, place = unpacked(claims["status_list"]["lst"]), known["idx"]
    believe(question, *signed, "status", "OA-STL-04")
    named = claims["iss"] == known["issuer"] and claims["sub"] == known["uri"]
    refuse_unless(named, "mandate_status_mismatch", "OA-STL-01")
    refuse_unless(claims["iat"] <= now + FUTURE_SECONDS and now < claims["exp"], "status_list_stale", "OA-STL-02")
    refuse_unless(0 <= place < 4 * len(data), "status_list_malformed", "OA-STL-03")
    value = data[place // 4] >> 2 * (place % 4) & 3
    refuse_unless(value < len(STATUS), "status_list_malformed", "OA-STL-03")
    return {"values": {"status": STATUS[value]}}


# --- quotes: spec 5.2, 26 to 29, and the cart ---------------------------------------------------------------------------

def check_totals(claims):
    total, charged = (minor_units(claims[name], claims["currency"]) for name in ("amount", "payer_amount"))
    taken_off = sum(minor_units(one["amount"], claims["currency"]) for one in claims["discounts"])
    refuse_unless(charged == total - taken_off and taken_off <= total, "quote_totals_wrong", "OA-QUO-02")


def check_cart(claims, cart):
    refuse_unless(digest(cart) == claims["cart_digest"], "cart_digest_mismatch", "OA-QUO-06")
    currency, sums = claims["currency"], []
    for line in cart["lines"]:
        amount = minor_units(line["amount"], currency)
        times = amount == line["quantity"] * minor_units(line["unit_price"], currency)
        refuse_unless(times, "cart_quote_disagree", "OA-QUO-09")
        sums.append(amount)
    agree = sum(sums) == minor_units(claims["amount"], currency)
    same = [line["category"] for line in cart["lines"]] == claims["categories"]
    refuse_unless(agree and same, "cart_quote_disagree", "OA-QUO-09")


def quote(question):
    given, now = question["input"], question["now"]
    refuse_unless("cart" not in given or fits(given["cart"], "cart"), "schema_mismatch", "OA-SCH-01")
    claims, *signed = read(question, given["quote"], "act-quote+jwt", "quote", "MERCHANT")
    currency = claims["currency"]
    for one in (claims["amount"], claims["payer_amount"], *(one["amount"] for one in claims["discounts"])):
        minor_units(one, currency)
    for line in given.get("cart", {}).get("lines", []):
        minor_units(line["unit_price"], currency), minor_units(line["amount"], currency)
    believe(question, *signed, "quote", "OA-QUO-07")
    refuse_unless(claims["aud"] == question["context"]["agent_id"], "quote_agent_mismatch", "OA-QUO-03")
    refuse_unless(now < claims["exp"], "quote_expired", "OA-QUO-01")
    refuse_unless(claims["iat"] <= now + FUTURE_SECONDS, "issued_in_future", "OA-QUO-11")
    refuse_unless(claims["exp"] == moment(claims["pay_before"]), "quote_time_claims_disagree", "OA-QUO-08")
    check_totals(claims)
    is_tip = set(claims["categories"]) == {"tip"}
    refuse_unless(claims.get("settlement") != "GRATUITY" or is_tip, "quote_settlement_mismatch", "OA-ESC-01")
    if "cart" in given:
        check_cart(claims, given["cart"])
    return {}


# --- receipts: spec 5.7 -------------------------------------------------------------------------------------------------

PAID = {"WAIT_SELLER_FULFILLMENT", "WAIT_BUYER_RECEIPT", "TRADE_FINISHED"}
SAME = ("merchant", "out_trade_no", "quote_digest", "currency", "payee", "resource_id")


def is_for(claims, order):
    return (all(claims.get(name) == order.get(name) for name in SAME)
            and all(minor_units(claims[name], claims["currency"]) == minor_units(order[name], order["currency"])
                    for name in ("amount", "payer_amount")))


def receipt(question):
    known, now, left = question["context"], question["now"], []
    claims, *signed = read(question, question["input"]["receipt"], "act-receipt+jwt", "receipt", "PSP")
    for name in ("amount", "payer_amount"):
        minor_units(claims[name], claims["currency"])
    believe(question, *signed, "receipt", "OA-RCP-09")
    order = known.get("expected")

    def held(clause, holds, code):
        """Without the order of the reader it is left to the reader."""
        if order is None:
            left.append(f"binding {clause}")
        else:
            refuse_unless(holds(), code, clause)

    held("OA-RCP-08", lambda: claims["iss"] == order["psp_id"], "receipt_psp_mismatch")
    refuse_unless(claims["aud"] == known["audience"], "receipt_audience_mismatch", "OA-RCP-02")
    refuse_unless(claims["state"] in PAID, "receipt_state_not_paid", "OA-RCP-03")
    refuse_unless(claims["iat"] <= now + FUTURE_SECONDS, "issued_in_future", "OA-RCP-11")
    refuse_unless(now < claims["exp"], "receipt_expired", "OA-RCP-04")
    held("OA-RCP-01", lambda: is_for(claims, order), "receipt_order_mismatch")
    held("OA-RCP-05", lambda: claims["agent_jkt"] == order["agent_jkt"], "receipt_holder_mismatch")
    held("OA-RCP-06", lambda: order.get("request_digest") in (None, claims["request_digest"]), "receipt_request_mismatch")
    return {"obligations": [*left, "replay OA-ORD-02"]}


# --- mandates: spec 2.5 and 5.2, 6 to 15 and 19 ---------------------------------------------------------------------------

LIFETIME_MAX_SECONDS = 366 * 86_400
TERMS = {"times_limit", "reference_price", "quote_digest", "runtime", "autonomy_level", "confirm_above", "delegation_depth",
         "parent_mandate"}
STATED = {"a2p2:L1": ("confirm_above", "allowed_merchants"), "a2p2:L2": ("confirm_above",),
          "a2p2:L3": ("max_single_amount", "times_limit")}
NOT_ACTIVE = {"Suspended": "mandate_suspended", "Revoked": "mandate_revoked", "unknown": "mandate_unknown"}
CREDENTIAL = ["VerifiableCredential", "IntentAuthorizationCredential"]


def claims_of(said):
    """A verifiable credential states the claims of a mandate by other names."""
    if "credentialSubject" not in said:
        return said
    subject, status = said["credentialSubject"], said["credentialStatus"]
    return {**{name: said[name] for name in ("aud", "cnf", "iat", "jti", "confirmation_digest") if name in said},
            "iss": said["issuer"], "sub": subject["id"], "iac": subject["iac"],
            "nbf": moment(said["validFrom"]), "exp": moment(said["validUntil"]), "status": status}


LIMITS = ("max_total_amount", "max_single_amount", "min_single_amount", "reference_price", "confirm_above")


def limits_of(terms):
    """Each amount that is stated, in minor units; and times that there are."""
    currency = terms.get("currency", "CNY")
    for name in ("validity_start_time", "validity_end_time", "delivery_time_requirement"):
        if member(terms, name) is not None:
            moment(member(terms, name))
    amounts = {name: member(terms, name) for name in LIMITS}
    return {name: None if amount is None else minor_units(written(amount), currency) for name, amount in amounts.items()}


def check_limits(limits):
    total, single, least = (limits[name] for name in LIMITS[:3])
    refuse_unless(single is None or single <= total, "limit_order", "ADD-INT-ICS-07")
    refuse_unless(least is None or least <= (total if single is None else single), "limit_order", "ADD-INT-ICS-08")


def check_scope(iac, commerce, terms):
    if iac.get("delegation_mode", "SPECIFIED") == "SPECIFIED":
        pinned = "allowed_merchants" in commerce or "quote_digest" in terms
        refuse_unless(pinned, "mandate_not_pinned", "OA-MND-04")
    else:
        scoped = "allowed_categories" in commerce and "source_isr_digest" in iac
        refuse_unless(scoped, "mandate_not_bounded", "OA-MND-08")
    level = terms.get("autonomy_level")
    stated = all(name in terms or name in commerce for name in STATED.get(level, ()))
    stated = stated and (level not in ("a2p2:L4", "a2p2:L5") or iac.get("delegation_mode") == "BOUNDED")
    refuse_unless(stated, "autonomy_terms_missing", "OA-AUT-01")


def check_status(state):
    """@returns what is left to the caller"""
    if state.get("status") is None:
        return ["status ADD-IAC-LCM-11"]
    status = state["status"]
    refuse_unless(status == "Active", NOT_ACTIVE.get(status, "mandate_status_unavailable"), "ADD-IAC-LCM-11")
    return []


# --- no more than: spec 2.5 ----------------------------------------------------------------------------------------------

def stated(fits_above):
    """What is stated above is stated below too, and fits it."""
    return lambda own, bound: bound is None or (own is not None and fits_above(own, bound))


def no_more(own, bound):
    return own <= bound


def alike(own, bound):
    return own == bound


def left_out_or_alike(own, bound):
    return own is None or bound is None or own == bound


NO_MORE = {
    "intent_id": lambda own, bound: own in (None, bound),
    "delegation_mode": lambda own, bound: own in (None, "SPECIFIED", bound),
    "currency": lambda own, bound: (own or "CNY") == (bound or "CNY"),
    "validity_start_time": lambda own, bound: moment(own) >= moment(bound),
    "validity_end_time": lambda own, bound: moment(own) <= moment(bound),
    "delivery_time_requirement": stated(lambda own, bound: moment(own) <= moment(bound)),
    "min_single_amount": stated(lambda own, bound: own >= bound),
    "max_retry_count": lambda own, bound: bound is None or (own or 0) <= bound,
    "delegation_depth": lambda own, bound: (own or 0) <= (bound or 0),
    **{name: stated(no_more) for name in ("max_total_amount", "max_single_amount", "times_limit", "confirm_above",
                                          "price_deviation_tolerance", "autonomy_level")},
    **{name: stated(lambda own, bound: set(own) <= set(bound)) for name in ("allowed_categories", "allowed_merchants",
                                                                         "allowed_payment_methods")},
    **{name: stated(lambda own, bound: set(own) >= set(bound)) for name in ("forbidden_categories", "forbidden_merchants")},
    **{name: stated(alike) for name in ("reference_price", "quote_digest", "runtime")},
    **{name: left_out_or_alike for name in ("price_deviation_action", "on_payment_failure", "delivery_address")},
}


def member(terms, name):
    """Each name stands at one place: at the top, or in one of the blocks of ext."""
    blocks = terms.get("ext", {})
    places = [terms, *(blocks.get(block, {}) for block in ("commerce", "agent_behavior", "fulfillment", "openact"))]
    return next((place[name] for place in places if name in place), None)


def is_no_more(terms, above):
    return all(holds(member(terms, name), member(above, name)) for name, holds in NO_MORE.items())


def intent_selection(question):
    given = question["input"]
    for name in ("iac", "intent"):
        refuse_unless(fits(given[name], name), "schema_mismatch", "OA-SCH-01")
        limits_of(given[name])
    named = given["iac"].get("source_isr_digest")
    refuse_unless(named == digest(given["intent"]), "intent_digest_mismatch", "OA-INT-01")
    same = given["iac"]["agent_id"] == given["intent"]["agent_id"] and is_no_more(given["iac"], given["intent"])
    refuse_unless(same, "intent_widened", "ADD-IAC-ISS-04")
    return {}


class Mandate:
    """A mandate that was read, with its terms where a reader looks for them."""

    def __init__(self, question, token):
        is_credential = typ_of(token) == "vc+jwt"
        typ, schema = ("vc+jwt", "mandate-credential") if is_credential else ("act-mandate+jwt", "mandate")
        said, *self.signed = read(question, token, typ, schema, "IAC_ISSUER", openact=True)
        self.name = base64url(sha256(token.encode()))
        self.claims = claims_of(said)
        self.iac = self.claims["iac"]
        ext = self.iac.get("ext", {})
        self.commerce, self.terms = ext.get("commerce", {}), ext.get("openact", {})
        self.limits = limits_of(self.iac)
        self.begins, self.ends = (moment(self.iac[name]) for name in ("validity_start_time", "validity_end_time"))

    def judge(self, question):
        """After 5.1, 6 to 13."""
        believe(question, *self.signed, "mandate", "PSD-PAY-DEL-07")
        self.check(question["context"]["audience"], question["now"])
        (header, *_), _ = self.signed
        refuse_unless(("crit" in header) == ("openact" in self.iac.get("ext", {})), "mandate_extension_not_critical", "OA-MND-06")
        refuse_unless(set(self.terms) <= TERMS, "mandate_extension_unknown", "OA-MND-05")

    def check(self, audience, now):
        claims, iac = self.claims, self.iac
        refuse_unless(claims["aud"] == audience, "mandate_audience_mismatch", "OA-MND-03")
        same = claims["jti"] == iac["delegation_id"] and claims["sub"] == iac["delegator_identity"]
        refuse_unless(same, "mandate_id_mismatch", "OA-MND-02")
        refuse_unless(claims["iat"] <= now + FUTURE_SECONDS, "issued_in_future", "OA-MND-09")
        in_words = (claims["nbf"], claims["exp"]) == (self.begins, self.ends)
        refuse_unless(in_words, "mandate_time_claims_disagree", "OA-MND-01")
        refuse_unless(self.begins < self.ends, "time_order", "ADD-IAC-ISS-14")
        refuse_unless(self.ends - self.begins <= LIFETIME_MAX_SECONDS, "mandate_lifetime_too_long", "OA-MND-07")
        check_limits(self.limits)


def mandate(question):
    given, known, now = question["input"], question["context"], question["now"]
    own, *above = (Mandate(question, token) for token in (given["mandate"], *given.get("mandate_chain", [])))
    state = known.get("state", {})
    own.judge(question)
    refuse_unless(now < own.ends, "mandate_expired", "ADD-IAC-LCM-08")
    refuse_unless(own.begins <= now, "mandate_not_yet_valid", "ADD-IAC-LCM-10")
    left = check_status(state)
    left += handed_down(question, own, above, state.get("above", []))
    check_scope(own.iac, own.commerce, own.terms)
    return {"obligations": left}


# --- mandates that were handed down: spec 2.5 and 5.2 ---------------------------------------------------------------------

def handed_down(question, own, above, states):
    """@returns what is left to the caller"""
    line, left = [*above, own], []
    refuse_unless("parent_mandate" not in line[0].terms, *BROKEN)
    for upper, lower in zip(line, line[1:]):
        refuse_unless(lower.terms.get("parent_mandate") == upper.name, *BROKEN)
    for one in above:
        one.judge(question)
    for at, (upper, lower) in enumerate(zip(line, line[1:])):
        check_below(upper, lower)
        status = states[at].get("status") if at < len(states) else None
        refuse_unless(status in (None, "Active"), "parent_not_active", "OA-DLG-05")
        left += ["status OA-DLG-05"] if status is None else []
    return left


BROKEN = ("mandate_chain_broken", "OA-DLG-01")


def check_below(upper, lower):
    same = all(upper.claims.get(name) == lower.claims.get(name) for name in ("iss", "sub", "aud", "confirmation_digest"))
    same = same and upper.iac.get("source_isr_digest") == lower.iac.get("source_isr_digest")
    refuse_unless(same and upper.claims["iat"] <= lower.claims["iat"], "mandate_parent_mismatch", "OA-DLG-02")
    steps = [one.terms.get("delegation_depth", 0) for one in (upper, lower)]
    refuse_unless(steps[1] < steps[0], "mandate_depth_exceeded", "OA-DLG-03")
    refuse_unless(is_no_more(lower.iac, upper.iac), "mandate_widened", "OA-DLG-04")


def typ_of(token):
    """Which of the two encodings it says that it is; whatever is wrong with it is found by whoever reads it."""
    try:
        return strict(from_base64url(str(token).split(".", 1)[0], MALFORMED))["typ"]
    except (Refused, KeyError, TypeError):
        return None


OPERATIONS = {**act_records.OPERATIONS, "verify_enrolment": enrolment, "verify_status_list": status_list,
              "verify_quote": quote, "verify_receipt": receipt, "verify_mandate": mandate,
              "verify_intent_selection": intent_selection}

if __name__ == "__main__":
    act_verifier.main(OPERATIONS)
