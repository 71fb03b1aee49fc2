export const USAGE = `openact: Agentic Commerce Trust (ACT 2.1)

  openact inspect <token or file>   take a message or a purchase apart and check it
  openact trust init|certify|publish   run the trust list of a deployment
  openact agent draft|buy           speak to a running agent
  openact --version
  openact --help

"openact <command> --help" tells more.
`;

export const INSPECT_USAGE = `openact inspect <token or file> [--trust-key <file>] [--now <time>] [--json]

Takes a compact JWS, or a file with a JWS, a purchase bundle or another JSON message, and shows what it is, what it
binds and which checks hold. Private keys are never shown.

  --trust-key <file>   the pinned public key (JWK) of the trust service: judges a purchase bundle from end to end
  --now <time>         the moment to judge for, like 2026-01-20T10:00:00Z (default: the clock)
  --json               everything, for programs

  ✓ holds   ✗ refused   → left to the reader: bytes cannot show it   • not reached

Exit status: 0 accepted or decoded, 1 refused, 2 unusable command line or input.
`;
