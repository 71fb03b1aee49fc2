/** The register of a credit service that knows whom the suite plays: made of what `openact conformance keys` prints. */

type Known = Readonly<Record<string, string>>;

interface SetUp {
  readonly subjects?: unknown;
  readonly relationships?: unknown;
  readonly assertions?: unknown;
}

const BOUND = { max_amount: '2000.00', currency: 'CNY' };

const list = (value: unknown) => (Array.isArray(value) ? (value as readonly Record<string, unknown>[]) : []);

export function creditRegisterFor({ subjects, relationships, assertions }: SetUp): object {
  const contents = [...new Set(list(assertions).map(({ content }) => String(content)))];
  return {
    version: '1',
    subjects: list(subjects).map(({ id, key }) => ({ id, jwk: key })),
    relationships: list(relationships).map(({ evidence, ...rest }) => ({ ...rest, evidence: [evidence] })),
    assertions: (assertions as readonly Known[]).map(({ content, ...rest }) => ({
      ...rest,
      version: '1',
      level: content,
    })),
    rules: [
      {
        id: 'rule-of-the-suite',
        version: '1',
        levels: Object.fromEntries(contents.map((content, at) => [content, `CLASS-${at + 1}`])),
        bound: BOUND,
      },
    ],
  };
}
