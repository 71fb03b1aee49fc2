/**
 * The same proof for roles that are judged over HTTP: takes one rule after the other out of the reference role while it
 * runs, and runs the cases that name its requirement.
 *
 *   node conformance/self/role-kills.ts           writes ROLES.md
 *   node conformance/self/role-kills.ts --json    prints the table and writes nothing
 *
 * Ends with 1 when a mutant survives, when there is none, or when a case fails while nothing is out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Shop } from '../roles/merchant/shop.ts';
import { merchantSuite } from '../roles/merchant/suite.ts';
import { freePorts } from '../roles/testing/free-ports.ts';
import { type Case, SubjectFault, Unreachable } from '../run/case.ts';
import { readSubjectFile } from '../run/subject-file.ts';
import {
  type Mutation,
  makeSwitchable,
  pathRules,
  switchableCheck,
  switchableFunction,
  takeOut,
} from './mutations.ts';
import { checkFiles } from './remove-check.ts';
import { makeRolesSwitchable, merchantMutations } from './role-mutations.ts';

export interface RoleKill {
  readonly mutant: string;
  readonly requirement: string;
  /** Ids of the cases that turned red. */
  readonly by: readonly string[];
}

export interface RoleTable {
  readonly role: string;
  readonly cases: number;
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly string[];
  readonly kills: readonly RoleKill[];
}

type AnyCase = Case<Shop>;

interface Named extends Mutation {
  readonly requirement: string;
}

const registry: readonly { readonly id: string; readonly codes?: readonly string[] }[] = parse(
  readFileSync(new URL('../../spec/requirements.yaml', import.meta.url), 'utf8'),
);

/** What of the verifier a merchant runs. Rules that share the clause of the whole path are told apart by the vectors. */
const MERCHANTS_OWN = /^(?:a402|attestation|command|institution|receipt)\//;
const WHOLE_PATH = 'OA-PKI-03';

/** A check of the verifier or a rule of paths is a mutant of a role that has a negative case for its requirement. */
function verifierMutants(cases: readonly AnyCase[]): Named[] {
  const asked = new Set(
    cases.filter(({ kind }) => kind === 'negative').map(({ requirement }) => requirement),
  );
  const checks = checkFiles()
    .filter(({ refuses, name }) => refuses && MERCHANTS_OWN.test(name))
    .map(({ name, url, requirement }) => ({ name, url, requirement, appendix: switchableCheck(name) }));
  const paths = pathRules().map(({ name, url, exported, codes }) => ({
    name,
    url,
    requirement: registry.find((row) => row.codes?.some((code) => codes.includes(code)))?.id ?? '',
    appendix: switchableFunction(name, exported),
  }));
  const rules = paths.filter(({ requirement }) => requirement !== WHOLE_PATH);
  return [...checks, ...rules].filter(({ requirement }) => asked.has(requirement));
}

/** @returns whether the case turned red; @throws what is no fault of the subject */
async function isRed(one: AnyCase, shop: Shop): Promise<string | undefined> {
  try {
    shop.isProven = false;
    shop.counter.faults.length = 0;
    await one.run(shop, { exchange: () => undefined });
    return undefined;
  } catch (error) {
    if (error instanceof SubjectFault || error instanceof Unreachable) return error.message;
    throw error;
  }
}

export async function merchantTable(): Promise<RoleTable> {
  const cases = merchantSuite.cases();
  const checks = verifierMutants(cases);
  makeSwitchable(checks);
  makeRolesSwitchable(merchantMutations);
  // Loaded only now, behind the hooks.
  const { startReferenceMerchant } = await import('./reference/merchant.ts');
  const [port = 0, suitePort = 0] = await freePorts(2);
  const subject = await startReferenceMerchant(port, suitePort);
  const { subject: shop, close } = await merchantSuite.open(readSubjectFile(subject.file).settings);
  const kills: RoleKill[] = [];
  try {
    for (const { name, requirement } of [...checks, ...merchantMutations]) {
      const about = cases.filter((one) => one.requirement === requirement);
      const by: string[] = [];
      for (const one of about) {
        takeOut(undefined);
        const whole = await isRed(one, shop);
        if (whole !== undefined) throw new Error(`${one.id} fails while nothing is out: ${whole}`);
        takeOut(name);
        if ((await isRed(one, shop)) !== undefined) by.push(one.id);
      }
      takeOut(undefined);
      kills.push({ mutant: name, requirement, by });
    }
  } finally {
    await close();
    await subject.close();
  }
  const survivors = kills
    .filter(({ by }) => by.length === 0)
    .map(({ mutant, requirement }) => `${mutant} ${requirement}`);
  return {
    role: 'merchant',
    cases: cases.length,
    mutants: kills.length,
    killed: kills.length - survivors.length,
    survivors,
    kills,
  };
}

const page = new URL('ROLES.md', import.meta.url);

function markdown({ role, cases, mutants, killed, survivors, kills }: RoleTable): string {
  return [
    '# What notices a missing rule of a role',
    '',
    'Made by `node conformance/self/role-kills.ts`. Each rule is taken out of the running reference role alone, by a module',
    'hook; the cases that name its requirement are run over HTTP with it and without it.',
    '',
    `${role}: ${cases} cases, ${mutants} mutants, ${killed} killed, ${survivors.length} survivors.`,
    '',
    '| taken out | clause | the first case that notices |',
    '|---|---|---|',
    ...kills.map(
      ({ mutant, requirement, by }) => `| ${mutant} | ${requirement} | ${by[0] ?? '**nobody**'} |`,
    ),
    '',
  ].join('\n');
}

const table = await merchantTable();
if (process.argv.includes('--json')) console.log(JSON.stringify(table, null, 1));
else {
  writeFileSync(page, markdown(table));
  const { role, mutants, killed, survivors } = table;
  console.log(`${role}: ${mutants} mutants, ${killed} killed; survivors: ${survivors.join(', ') || 'none'}`);
}
if (table.mutants === 0 || table.survivors.length > 0) process.exitCode = 1;
