#!/usr/bin/env python3
"""One mandate in two encodings, read in another language: the plain JWT of this profile, and a W3C VC-JWT.

Says of both whether their issuer signed them, and what facts they state; the two have to state the same (OA-MND-20).
Which certificates to trust is not looked at here. Python's standard library, and openssl for the curve.

    python3 mandate_encodings.py ../vectors/mandate.json
"""
import base64
import calendar
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from act_verifier import base64url, der_signature, digest, from_base64url, strict, Refused

MALFORMED = Refused("jws_malformed", "OA-JWS-01")


def parts_of(token, typ):
    header, payload, signature = (from_base64url(part, MALFORMED) for part in token.split("."))
    header, payload = strict(header), strict(payload)
    if header["typ"] != typ or header["alg"] != "ES256" or header["crit"] != ["openact"]:
        raise MALFORMED
    return header, payload, signature


def is_signed(token, typ):
    """By the key of the first certificate that stands in the header, over the bytes as they were received."""
    header, _, signature = parts_of(token, typ)
    with tempfile.TemporaryDirectory() as folder:
        leaf, key, mark, message = (Path(folder, name) for name in ("leaf", "key", "mark", "message"))
        leaf.write_bytes(base64.b64decode(header["x5c"][0]))
        asked = ["openssl", "x509", "-inform", "DER", "-in", leaf, "-pubkey", "-noout"]
        key.write_bytes(subprocess.run(asked, capture_output=True, check=True).stdout)
        mark.write_bytes(der_signature(signature))
        message.write_bytes(token.rpartition(".")[0].encode())
        asked = ["openssl", "dgst", "-sha256", "-verify", key, "-signature", mark, message]
        return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def seconds(moment):
    return calendar.timegm(time.strptime(moment, "%Y-%m-%dT%H:%M:%SZ"))


def facts_of_plain(token):
    return parts_of(token, "act-mandate+jwt")[1]


def facts_of_credential(token):
    """The same members by the names that a verifiable credential has for them: spec 2, "A second encoding"."""
    said = parts_of(token, "vc+jwt")[1]
    if said["type"] != ["VerifiableCredential", "IntentAuthorizationCredential"]:
        raise MALFORMED
    subject, status = said["credentialSubject"], said["credentialStatus"]
    same = {name: said[name] for name in ("aud", "cnf", "confirmation_digest", "control_proof_ref", "iat", "jti")
            if name in said}
    return {**same, "iss": said["issuer"], "sub": subject["id"], "iac": subject["iac"],
            "nbf": seconds(said["validFrom"]), "exp": seconds(said["validUntil"]),
            "status": {"status_list": {"idx": status["idx"], "uri": status["uri"]}}}


def main(path):
    groups = json.loads(Path(path).read_text("utf-8"))["groups"]
    plain, credential = (group["input"]["mandate"] for group in groups)
    answer = {}
    for name, token, typ, facts in (("plain", plain, "act-mandate+jwt", facts_of_plain),
                                    ("credential", credential, "vc+jwt", facts_of_credential)):
        head, _, signature = token.rpartition(".")
        mark = from_base64url(signature, MALFORMED)
        foreign = head + "." + base64url(mark[:-1] + bytes([mark[-1] ^ 1]))
        answer[name] = {"signed": is_signed(token, typ), "foreign_signature": is_signed(foreign, typ),
                        "facts": digest(facts(token)),
                        "message": base64url(hashlib.sha256(token.encode()).digest())}
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
