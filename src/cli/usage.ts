export const USAGE = `openact: Agentic Commerce Trust (ACT 2.1)

  openact inspect <token or file>             take a message or a purchase apart and check it
  openact trust init|certify|publish|rotate   run the trust list of a deployment
  openact agent draft|buy|show|forget         speak to a running agent
  openact log audit                           recompute a log of anchors from what it shows
  openact dispute bundle|verify               collect the evidence of a trade, judge it offline
  openact records export|backup|restore       what a role has recorded of its events
  openact clearing reconcile|agree|settle|…   come to terms with another payment service
  openact store adopt                         take a database file as it is, when its mark is lost
  openact conformance list|run|…              judge somebody's implementation
  openact --version
  openact --help

"openact <command> --help" tells more.
`;

export const INSPECT_USAGE = `openact inspect <token or file> [--trust-key <file>] [--now <time>] [--json]

Takes a compact JWS, or a file with a JWS, a purchase bundle or another JSON message (- for the standard input), and
shows what it is, what it binds and which checks hold. Private keys are never shown.

  --trust-key <file>   the pinned public key (JWK) of the trust service: judges a purchase bundle from end to end
  --now <time>         the moment to judge for, like 2026-01-20T10:00:00Z (default: the clock)
  --json               everything, for programs

  ✓ holds   ✗ refused   → left to the reader: bytes cannot show it   • not reached

Exit status: 0 accepted or decoded, 1 refused, 2 unusable command line or input.
`;

export const TRUST_USAGE = `openact trust init    --dir <folder>
openact trust certify --dir <folder> --id <did> --role <role> --folder <name> [--new-keys]
openact trust publish --dir <folder> [--operator <did>] [--id <did> --role <role>
                      [--status ACTIVE|SUSPENDED|WITHDRAWN]
                      [--revoke <thumbprint>]… [--revoked-from <time>]
                      [--base-url <url>] [--capability-url <url>] [--status-list-url <url>]
                      [--folder <name>] [--name <display name>]]
openact trust rotate  --dir <folder> --step announce|switch|retire

Keeps the root, one authority for each role, certified keys and the signed trust list in one folder. Run again, each
keeps what is there. One process at a time works in a folder: another is refused, and changes nothing. Roles:
IAC_ISSUER, PSP, MERCHANT, AGENT_PROVIDER, LOG, DISPUTE_HANDLER, CREDIT_SERVICE.

  init      makes the root and the key of the trust list, and tells which public key to pin
  certify   makes and certifies the keys of one entity in one role, in <folder>/<name>; with --new-keys new ones
            A server signs with them from its next start; restart it once the list that has them is published
  publish   applies one change of an entry and signs the next list; the first list needs --operator. With --folder the
            certificates there are listed beside the former ones, until those are revoked. A certificate that is
            revoked from a time on leaves good what is dated before it; without a time nothing of it is good
  rotate    replaces the key of the list: announce it (pin both), let it sign, retire the former (pin one)
`;

export const AGENT_USAGE = `openact agent draft --agent <address> "<what you want>" [--as <identity>] [--answer field=value]…
openact agent buy   --agent <address> "<what you want>" [--as <identity>] [--answer field=value]… [--wait <seconds>]
openact agent buy   --agent <address> --task <task id> [--purchase <id>]
openact agent show  --agent <address> --task <task id>
openact agent forget --agent <address> --task <task id>

Speaks to the agent that runs on this machine. draft shows what was understood and what is still open; buy asks for a
mandate, waits until it is confirmed on the user's device, and buys. show gets a code for a till to scan, and buys what the
till offers for it, if the task allows it. forget deletes what the agent kept of the user's words; what was signed holds
their digest only.

Exit status: 0 done, 1 refused or stopped, 2 unusable command line.
`;

export const LOG_USAGE = `openact log audit --url <address> --log <did> --trust-key <file> [--from <checkpoint file>]
                  [--channel <privacy channel>]… [--json]

Recomputes a log of anchors from what it shows: that it begins with a checkpoint that was kept from before, that every
tile is made of the entries, that they hash to the signed root, and that the anchors of the given privacy channels stand
where they are said to. Prints the checkpoint of now, to be kept for the next audit.

  --url <address>      the trust service that keeps the log
  --log <did>          the identifier of the log in the trust list
  --trust-key <file>   the pinned public key (JWK) of the trust service

Exit status: 0 the log is what it says, 1 it was rewritten or forked, or shows something wrong, 2 unusable command line,
or the log could not be looked at.
`;

export const DISPUTE_USAGE = `openact dispute verify <file> --trust-key <file> [--json]
openact dispute bundle <trade number> --agent <address>… --url <address> --log <did>
                       --trust-key <file> --out <file> [--json]
openact dispute bundle <trade number> --purchase <file> --records <file>… --url <address> --log <did>
                       --trust-key <file> --out <file> [--json]

Judges a file of evidence of one trade from its bytes alone: no server, no store and no authority is asked, and the file
is as good years later as it was when it was put together. Says who signed what when, what is missing, and what follows
for somebody who says that the payment was not theirs.

bundle collects such a file: the purchase and the records of the trade, the trust list of now, and from the log the
anchor of each record with its proof; then it judges what it has collected. With --agent the agent that runs on this
machine collects from the servers of everybody who took part, also for what was paid on access. Where its mandate was
handed down, further --agent are the agents above, which show what led to theirs. Without, the purchase is a file as the
agent hands it out, and records are files with one record a line as each role exports them.

  --trust-key <file>   the pinned public key (JWK) of the trust service, kept since then
  --json               everything, with the verdict of each record, for programs

Exit status: 0 the evidence is good, 1 it is not, 2 unusable command line or input.
`;

export const CLEARING_USAGE = `openact clearing reconcile --partner <did> --from <time> --until <time>
openact clearing agree     --partner <did> --from <time> --until <time> --currency <code>
openact clearing settle    --partner <did> --from <time> --until <time> --currency <code> --transfer <name>
openact clearing arrived   --partner <did> --transfer <name> --amount <amount> --currency <code>
openact clearing nettings  --partner <did>
                           each with --operator <address> --token-file <file>

For the operator of a payment service that clears with others; speaks to the running server on this machine, which signs
what the partner is told.

  reconcile   compares the books of a span with the partner's signed statement, and names every difference
  agree       has the partner sign what the two owe each other for a span; the books have to agree
  settle      tells the partner by which transfer the debtor has paid; when it has the money, both book it
  arrived     writes down that a partner's money has come in: what is looked for when the partner says that it has paid
  nettings    shows what was agreed on and settled, the latest first

  --operator <address>   where the server listens for its operator (OPENACT_OPERATOR)
  --token-file <file>    a file with the operator's token (OPENACT_OPERATOR_TOKEN)
  --from, --until        like 2026-01-20T00:00:00Z; the end is not included, and lies half a minute back

Exit status: 0 done, 1 refused, 2 unusable command line, or the server does not answer.
`;

export const RECORDS_USAGE = `openact records export  --role <role> --database <file or address> [--intent <id>] [--trade <number>]
openact records backup  --role <role> --database <file or address> --out <file>
openact records restore --role <role> --database <file or address> --from <file>

Roles: issuer, merchant, agent, each with its own database.

  export    writes records as JSON lines, as they were signed
  backup    writes all of them to a new file, sealed by a digest over it
  restore   checks the seal and every record, adds those that are missing, and reads every one back; nothing that is
            kept is ever changed

Exit status: 0 done, 2 unusable command line, database or file.
`;

export const STORE_USAGE = `openact store adopt <database file>

For a SQLite file that its server refuses as rolled back: because its log or its mark was lost, or because it is an older
copy and nothing better is left. From now on the file is what was acknowledged; what it lacks stays lost, and partners,
merchants and the log of anchors may know more than it does: compare with them before you go on. The server must be down.

Exit status: 0 done, 2 unusable command line or file.
`;
