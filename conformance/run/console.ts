/** What the command is given by whoever starts it. */
export interface Console {
  write(text: string): void;
  writeError(text: string): void;
  readonly colour: boolean;
  /** Unix seconds. */
  now(): number;
}

/** 0 as expected, 1 something is not, 2 unusable command line or nothing to run, 3 no subject or a fault of the suite. */
export const EXIT = { expected: 0, unexpected: 1, unusable: 2, broken: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

export const USAGE = `openact conformance list --role <role> [id-prefix…]
openact conformance run  --role <role> --subject <file> [id-prefix…] [--profile <name>] [--baseline <file>]
                         [--report <folder>] [--strict]
openact conformance keys --role <role> --subject <file>
openact conformance bundle --report <folder> --key <private JWK> [--out <file>]
openact conformance verify-bundle <file> [--key <public JWK>]

Runs the conformance suite of ACT 2.1 against an implementation in any language. The subject file says how it is
reached; conformance/README.md tells how to write one. \`keys\` prints what a deployment has to be set up with.
\`bundle\` seals the record of a run with your key; \`verify-bundle\` comes to its verdict again.

  --role <role>      verifier, merchant, issuer, psp, agent, trust or credit
  --subject <file>   subject.yaml
  --profile <name>   what the subject has of the optional parts (default: what its file says, or everything)
  --baseline <file>  failures that are known: a list of id and reason. One that no longer fails fails the run
  --report <folder>  writes report.jsonl (the record), junit.xml and report.html
  --strict           warnings fail too

Exit status: 0 as expected, 1 an unexpected result or a stale baseline, 2 unusable command line or no case matched,
3 the subject cannot be reached, or the suite itself broke.
`;
