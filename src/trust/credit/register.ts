import { readFile, stat } from 'node:fs/promises';
import { digestOfObject, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CreditRegister } from '../../protocol/generated/types.ts';
import { validateCreditRegister } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readBody } from '../../protocol/messages/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { CreditSources } from './ports.ts';

const REGISTER_MAX_BYTES = 4_194_304;

interface Held {
  readonly version: string;
  readonly register: CreditRegister;
}

/**
 * Sources out of a file, read again when it changes: for a credit service that has no system of its own for them. A file
 * that cannot be read answers nothing, so that nothing is concluded from it.
 *
 * @see TSD-CRD-MAP-05, TSD-CRD-MAP-06, TSD-CRD-MAP-07, TSD-CRD-MAP-13, TSD-CRD-LCM-04
 */
export function registerSources(path: string): CreditSources {
  let held: Held | undefined;

  async function read(): Promise<CreditRegister> {
    held = await readRegister(path, held);
    return held.register;
  }

  return {
    async subjectKey(subject) {
      const found = (await read()).subjects.find(({ id }) => id === subject);
      return found && publicJwkFrom(found.jwk);
    },
    async evidenced({ subject, agent, role, evidence }) {
      const known = (await read()).relationships.filter(
        (one) => one.subject === subject && one.agent === agent && one.roles.includes(role),
      );
      const genuine = known.flatMap((one) => one.evidence);
      return evidence.every(({ ref, digest }) =>
        genuine.some((one) => one.ref === ref && one.digest === digest),
      );
    },
    async assertion(ref) {
      const found = (await read()).assertions.find(({ id }) => id === ref);
      if (found === undefined) return undefined;
      const { subject, state, valid_until } = found;
      return { subject, valid: state === 'VALID', validUntil: parseUtcSeconds(valid_until) };
    },
    async map(ref) {
      const { assertions, rules } = await read();
      const rule = rules.at(-1);
      if (rule === undefined) throw new ActError('credit_inconclusive');
      const asserted = assertions.find(({ id }) => id === ref)?.level ?? '';
      const level = Object.hasOwn(rule.levels, asserted) ? rule.levels[asserted] : undefined;
      return {
        // A level that the rule does not have maps to nothing, and nothing is no mapping.
        mapped_value: level === undefined ? {} : { level },
        mapping_policy: { id: rule.id, version: rule.version },
        usage_bound: rule.bound,
        rule_digest: await digestOfObject(rule as unknown as JsonValue),
      };
    },
    async supports({ id, version }) {
      return (await read()).rules.some((rule) => rule.id === id && rule.version === version);
    },
  };
}

/** @throws ActError credit_inconclusive when there is no register to be had */
async function readRegister(path: string, held: Held | undefined): Promise<Held> {
  try {
    const found = await stat(path);
    // To read what is no file would take the thread that reads.
    if (!found.isFile() || found.size > REGISTER_MAX_BYTES) throw new Error('No file of a register.');
    const version = `${found.mtimeMs} ${found.ino} ${found.size}`;
    if (held?.version === version) return held;
    const bytes = new Uint8Array(await readFile(path));
    const register = readBody(validateCreditRegister, bytes, REGISTER_MAX_BYTES);
    assertRulesUnique(register);
    return { version, register };
  } catch {
    throw new ActError('credit_inconclusive', { rule: 'register' });
  }
}

/**
 * Of two rules under one name and version nobody could say which of them made a value: then none has.
 *
 * @throws ActError credit_inconclusive
 * @see TSD-CRD-MAP-06
 */
function assertRulesUnique({ rules }: CreditRegister): void {
  const names = new Set(rules.map(({ id, version }) => JSON.stringify([id, version])));
  if (names.size !== rules.length) throw new ActError('credit_inconclusive', { rule: 'rule_twice' });
}
