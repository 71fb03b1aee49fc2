import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { ActError } from '../../protocol/errors/index.ts';
import type { CreditRegister } from '../../protocol/generated/types.ts';

type Situation = Readonly<Record<string, unknown>>;

const MAPPINGS = ['NEXT_VERSION', 'CHANGED_IN_PLACE', 'TWICE', 'INCOMPLETE', 'NONE', 'WITHDRAWN'] as const;
type Mapping = (typeof MAPPINGS)[number];

function texts(situation: Situation, member: string): readonly string[] {
  const value = situation[member] ?? [];
  const fits = Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (!fits) throw new ActError('schema_mismatch', { at: `/${member}` });
  return value;
}

function mappingIn({ mapping }: Situation): Mapping | undefined {
  const known = MAPPINGS.find((one) => one === mapping);
  if (mapping !== undefined && known === undefined) throw new ActError('schema_mismatch', { at: '/mapping' });
  return known;
}

type Rules = CreditRegister['rules'];

function rulesIn(rules: Rules, mapping: Mapping): Rules {
  const last = rules.at(-1);
  if (last === undefined) return rules;
  switch (mapping) {
    case 'NEXT_VERSION':
      return [...rules, { ...last, version: `${last.version}-next` }];
    case 'CHANGED_IN_PLACE':
      return [...rules.slice(0, -1), { ...last, bound: { ...last.bound, max_amount: '1.00' } }];
    case 'TWICE':
      return [...rules.slice(0, -1), { ...last, bound: { ...last.bound, max_amount: '1.00' } }, last];
    case 'INCOMPLETE':
      return [...rules, { ...last, version: `${last.version}-incomplete`, levels: { none: 'NONE' } }];
    case 'WITHDRAWN':
      return [{ ...last, version: `${last.version}-successor` }];
    case 'NONE':
      return [];
  }
}

/**
 * What the register of a credit service in test holds now, out of what it held at the start: each situation is the whole
 * difference, and an empty one is the start again.
 */
export class RegisterInTest {
  private readonly path: string;
  private readonly original: Promise<CreditRegister>;

  constructor(path: string) {
    this.path = path;
    this.original = readFile(path, 'utf8').then((text) => JSON.parse(text) as CreditRegister);
  }

  /** @throws ActError schema_mismatch */
  async become(situation: Situation): Promise<void> {
    const original = await this.original;
    const withdrawn = texts(situation, 'withdrawn_evidence');
    const invalid = texts(situation, 'invalid_assertions');
    const changed = texts(situation, 'changed_assertions');
    const unknown = texts(situation, 'unknown_subjects');
    const mapping = mappingIn(situation);
    if (situation.unreachable === true) return rm(this.path, { force: true });
    const other = Object.keys(original.rules.at(-1)?.levels ?? {}).at(-1);
    const relationships = original.relationships.filter(
      ({ evidence }) => !evidence.some(({ ref }) => withdrawn.includes(ref)),
    );
    const assertions = original.assertions.map((one) => ({
      ...one,
      ...(invalid.includes(one.id) ? { state: 'REVOKED' as const } : {}),
      ...(changed.includes(one.id) && other !== undefined ? { level: other } : {}),
    }));
    const register: CreditRegister = {
      ...original,
      subjects: original.subjects.filter(({ id }) => !unknown.includes(id)),
      relationships,
      assertions,
      rules: mapping === undefined ? original.rules : rulesIn(original.rules, mapping),
    };
    // Whoever reads it meanwhile sees the former whole, or the new one.
    await writeFile(`${this.path}.new`, JSON.stringify(register));
    await rename(`${this.path}.new`, this.path);
  }
}
