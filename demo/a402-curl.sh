#!/usr/bin/env bash
# Buys one answer that costs money (HTTP 402) with nothing but bash, curl, openssl, grep, sed and od: none of the
# project's code. It follows spec/methods/openact-balance.md.
#
#   npm start                                                              leave it running
#   demo/a402-curl.sh data/demo http://127.0.0.1:4315/data/prices/day-1
#
# What it reads of the data folder, all of it written by `npm start`:
#   keys/agent/agent.json            the agent's key
#   keys/research/mandate.jwt        the mandate of the research task
#   keys/research/sub-account.json   the sub-account that pays, and its key
#   keys/trust-list.pub.json         the key of the trust list, which says who is whom
# A402_TRUST_LIST is the list's address (http://127.0.0.1:4310/trust-list), A402_MAX the most that it pays (0.05).
#
# Prints the answer. Exit 0: delivered; 1: refused, nothing was paid; 2: usage; 3: paid or perhaps paid, not delivered:
# do not run it again before POST /payments/query has told about the order that it names.
set -euo pipefail
export LC_ALL=C
umask 077

[ $# -eq 2 ] || { sed -n '2,18p' "$0" >&2; exit 2; }
keys=$1/keys url=$2
trust_list=${A402_TRUST_LIST:-http://127.0.0.1:4310/trust-list} max=${A402_MAX:-0.05}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { echo "a402: $*" >&2; }
refuse() { say "$*"; exit 1; }
uncertain() { say "$*"; exit 3; }

to_base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
from_base64url() {
  local text
  text=$(tr -- '-_' '+/')
  while [ $((${#text} % 4)) -ne 0 ]; do text+='='; done
  printf '%s' "$text" | openssl base64 -d -A
}
to_hex() { od -An -v -tx1 | tr -d ' \n'; }
from_hex() { printf '%b' "$(sed 's/../\\x&/g')"; }
digest() { printf '%s' "$1" | openssl dgst -sha256 -binary | to_base64url; }
fresh() { printf '%s_%s' "$1" "$(openssl rand 16 | to_base64url)"; }
payload() { printf '%s' "$1" | cut -d. -f2 | from_base64url; }

# The first string of this name in a JSON text. All texts are either the user's own or were verified before.
member() { { grep -o "\"$1\":\"[^\"]*\"" <<<"$2" || true; } | head -n 1 | cut -d'"' -f4; }

# ---- Keys and signatures: ES256, whose JOSE form is r and s of 32 bytes each, where openssl has them in DER.

# A P-256 private key of a JWK as SEC 1 in PEM.
write_pem() {
  local jwk d x y
  jwk=$(cat "$1")
  d=$(member d "$jwk" | from_base64url | to_hex)
  x=$(member x "$jwk" | from_base64url | to_hex)
  y=$(member y "$jwk" | from_base64url | to_hex)
  {
    echo '-----BEGIN EC PRIVATE KEY-----'
    printf '%s' "30770201010420${d}a00a06082a8648ce3d030107a14403420004${x}${y}" | from_hex | openssl base64
    echo '-----END EC PRIVATE KEY-----'
  } >"$2"
}

# The DER integer at the start of a hex text, as 64 hex digits.
der_integer() {
  local length=$((16#${1:2:2} * 2)) digits
  digits=${1:4:length}
  [ "$length" -le 64 ] || digits=${digits: -64}
  printf '%064s' "$digits" | tr ' ' '0'
}

# sign <typ> <kid> <pem> <claims>
sign() {
  local input der rest
  input=$(printf '{"alg":"ES256","typ":"%s","kid":"%s"}' "$1" "$2" | to_base64url).$(printf '%s' "$4" | to_base64url)
  der=$(printf '%s' "$input" | openssl dgst -sha256 -sign "$3" | to_hex)
  rest=${der:4}
  printf '%s.%s' "$input" \
    "$({ der_integer "$rest"; der_integer "${rest:$((4 + 16#${rest:2:2} * 2))}"; } | from_hex | to_base64url)"
}

# 64 hex digits as a DER integer: without leading zeros, with one where the first bit is set.
to_der_integer() {
  local digits=$1
  while [ ${#digits} -gt 2 ] && [ "${digits:0:2}" = 00 ]; do digits=${digits:2}; done
  case $digits in [89a-f]*) digits=00$digits ;; esac
  printf '02%02x%s' $((${#digits} / 2)) "$digits"
}

# verify <token> <public key in PEM>
verify() {
  local raw numbers
  raw=$(printf '%s' "${1##*.}" | from_base64url | to_hex)
  [ ${#raw} -eq 128 ] || return 1
  numbers=$(to_der_integer "${raw:0:64}")$(to_der_integer "${raw:64:64}")
  printf '30%02x%s' $((${#numbers} / 2)) "$numbers" | from_hex >"$work/signature"
  printf '%s' "${1%.*}" | openssl dgst -sha256 -verify "$2" -signature "$work/signature" >/dev/null 2>&1
}

# ---- Who is whom: the trust list, signed with Ed25519 by a key that is known beforehand.

say 'fetching the trust list'
list=$(curl -sS --fail --max-time 10 "$trust_list")
x=$(member x "$(cat "$keys/trust-list.pub.json")" | from_base64url | to_hex)
printf '%s' "302a300506032b6570032100$x" | from_hex >"$work/list.der"
printf '%s' "${list%.*}" >"$work/list.input"
printf '%s' "${list##*.}" | from_base64url >"$work/list.signature"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/list.der" -rawin \
  -in "$work/list.input" -sigfile "$work/list.signature" >/dev/null || refuse 'the trust list is not signed by its key'
# One line an entry, which is valid now.
payload "$list" | sed 's/{"anchors":/\n&/g' >"$work/entries"
[[ $(member next_update "$(payload "$list")") > $(date -u +%Y-%m-%dT%H:%M:%SZ) ]] || refuse 'the trust list is too old'
entry() { grep -F "\"entity\":\"$1\"" "$work/entries" | grep -F "\"role\":\"$2\",\"status\":\"ACTIVE\"" | head -n 1; }

# ---- What the user gave.

mandate=$(cat "$keys/research/mandate.jwt")
terms=$(payload "$mandate")
agent=$(member agent_id "$terms") psp=$(member aud "$terms")
sub_account=$(cat "$keys/research/sub-account.json")
write_pem "$keys/agent/agent.json" "$work/agent.pem"
write_pem "$keys/research/sub-account.json" "$work/sub-account.pem"
agent_key=$(cat "$keys/agent/agent.json")
kid=$(member kid "$agent_key")
bank=$(member base_url "$(entry "$psp" PSP)")

# ---- 1. Ask. The price is in a header of the 402.

say "GET $url"
status=$(curl -sS --max-time 10 -o "$work/body" -D "$work/head" -w '%{http_code}' -H "Act-Agent: $agent" "$url")
[ "$status" != 200 ] || { cat "$work/body"; exit 0; }
[ "$status" = 402 ] || refuse "the seller answered $status"
header() { tr -d '\r' <"$work/head" | sed -n "s/^$1: //Ip" | head -n 1; }
needed=$(header payment-needed | from_base64url)

# ---- 2. Judge the bill: signed by the seller behind the address, for this request, this agent, and not too dear.

quote=$(member quote "$needed")
terms_of_sale=$(payload "$quote")
seller=$(member iss "$terms_of_sale")
thumbprint=$(printf '%s' "${quote%%.*}" | from_base64url)
thumbprint=$(member x5t#S256 "$thumbprint")
merchant=$(entry "$seller" MERCHANT) || refuse "nobody knows the seller $seller"
[[ $url == "$(member base_url "$merchant")"/* ]] || refuse 'the bill is of another seller than the address'
leaf=$(grep -o "\"x5c\":\[\"[^\"]*\"[^]]*\],\"x5t#S256\":\"$thumbprint\"" <<<"$merchant" | cut -d'"' -f4)
printf '%s' "$leaf" | openssl base64 -d -A | openssl x509 -inform DER -pubkey -noout >"$work/seller.pem"
verify "$quote" "$work/seller.pem" || refuse 'the quote is not signed by the seller'
# RFC 8785 of three texts: sorted names, no blanks. An address has nothing to escape.
nothing=$(digest '')
resource=$(digest "{\"body_digest\":\"$nothing\",\"method\":\"GET\",\"uri\":\"$url\"}")
amount=$(member amount "$terms_of_sale") payer_amount=$(member payer_amount "$terms_of_sale")
currency=$(member currency "$terms_of_sale") order=$(member out_trade_no "$terms_of_sale")
method=$(member method_id "$needed")
[ "$(member resource_id "$terms_of_sale")" = "$resource" ] || refuse 'the bill is for another request'
[ "$(member aud "$terms_of_sale")" = "$agent" ] || refuse 'the bill is for another agent'
[ "$currency" = "$(member currency "$terms")" ] || refuse "the bill is in $currency"
awk -v a="$amount" -v m="$max" 'BEGIN { exit !(a + 0 <= m + 0) }' || refuse "it costs $amount, and $max is the most"

# ---- 3. Pay: a request by the agent's key, and the consent of the sub-account's key to that very request.

now=$(date +%s)
request_id=$(fresh req)
tool=$(member sub_account_id "$sub_account")
claims=$(printf '{"iss":"%s","aud":"%s","jti":"%s","iat":%d,"level":"act:L3","quote_digest":"%s","out_trade_no":"%s"' \
  "$agent" "$psp" "$request_id" "$now" "$(digest "$quote")" "$order")
claims+=$(printf ',"amount":"%s","payer_amount":"%s","currency":"%s","method_id":"%s","payment_tool_ref":"%s"' \
  "$amount" "$payer_amount" "$currency" "$method" "$tool")
claims+=$(printf ',"delegation_id":"%s","mandate_digest":"%s"}' \
  "$(member delegation_id "$terms")" "$(digest "$mandate")")
request=$(sign act-payment-request+jwt "$kid" "$work/agent.pem" "$claims")
consent=$(printf '{"iss":"%s","aud":"%s","jti":"%s","iat":%d,"action":"sub_account.pay","target":"%s","params":{"digest":"%s"}}' \
  "$tool" "$psp" "$(fresh cmd)" "$now" "$request_id" "$(digest "$request")")
proof=$(sign act-command+jwt "$(member kid "$sub_account")" "$work/sub-account.pem" "$consent")
say "paying $payer_amount $currency for order $order"
printf '{"payment_request":"%s","mandate":"%s","quote":"%s","sub_account_proof":"%s"}' \
  "$request" "$mandate" "$quote" "$proof" >"$work/payment"
status=$(curl -sS --max-time 20 -o "$work/paid" -w '%{http_code}' -H 'Content-Type: application/json' \
  --data-binary "@$work/payment" "$bank/payments") || uncertain "the payment service is silent about order $order"
case $status in
  2*) ;;
  4*) refuse "the payment service refused with $status: $(member code "$(cat "$work/paid")")" ;;
  *) uncertain "the payment service answered $status about order $order" ;;
esac
paid=$(cat "$work/paid")
receipt=$(member seller_receipt "$paid")

# ---- 4. Ask again with the proof, and show that it is ours: a signature over this request and that receipt.

public_key=$(printf '{"kty":"EC","crv":"P-256","x":"%s","y":"%s"}' "$(member x "$agent_key")" "$(member y "$agent_key")")
holding=$(printf '{"jti":"%s","iat":%d,"htm":"GET","htu":"%s","ath":"%s","body_digest":"%s","cnf":{"jwk":%s}}' \
  "$(fresh hp)" "$(date +%s)" "$url" "$(digest "$receipt")" "$nothing" "$public_key")
holder=$(sign act-holder+jwt "$kid" "$work/agent.pem" "$holding")
shown=$(printf '{"protocol":{"payment_proof":"%s","trade_no":"%s"},"method":{"holder_proof":"%s"}}' \
  "$receipt" "$(member trade_no "$paid")" "$holder" | to_base64url)
status=$(curl -sS --max-time 20 -o "$work/body" -D "$work/head" -w '%{http_code}' \
  -H "Act-Agent: $agent" -H "Payment-Proof: $shown" "$url") || uncertain "the seller is silent about order $order"
validation=$(header payment-validation | from_base64url)
[ "$status" = 200 ] || uncertain "the seller answered $status about order $order: $(member code "$validation")"
say "$(member status "$validation"), trade $(member trade_no "$paid")"
cat "$work/body"
