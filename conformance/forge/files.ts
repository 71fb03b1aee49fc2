import { patchOf } from '../merge-patch.ts';
import { NOW } from './actors.ts';
import type { Case, Group, Override, VectorSuite } from './cases.ts';
import { FLAGS } from './flags.ts';
import { type Json, type JsonObject, setAt, valueAt } from './json.ts';
import { SEED } from './seed.ts';
import { buildWorld, type World } from './world.ts';

const SCHEMA_BASE = 'https://openact.example/schemas/1/';

interface Judged {
  readonly world: World;
  readonly now: number;
  readonly input: JsonObject;
  readonly context: JsonObject;
  readonly mutations: readonly JsonObject[];
}

function override(target: JsonObject, name: string, { path, value }: Override, world: World): JsonObject {
  const from = structuredClone(valueAt(target, path));
  const to = typeof value === 'function' ? value(world) : value;
  setAt(target, path, structuredClone(to));
  return mutation(name, path, from, to);
}

function mutation(part: string, path: string, from: Json | undefined, to: Json | undefined): JsonObject {
  return {
    part,
    path,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function judgedOf(group: Group, one: Case): Judged {
  const world = buildWorld(one);
  const input = structuredClone(group.input(world));
  const context = structuredClone(group.context(world));
  const { now = NOW } = one;
  return {
    world,
    now,
    input,
    context,
    mutations: [
      ...world.applied.map(({ part, path, from, value }) => mutation(part, path, from, value)),
      ...(one.input ?? []).map((change) => override(input, 'input', change, world)),
      ...(one.context ?? []).map((change) => override(context, 'context', change, world)),
      ...(now === NOW ? [] : [mutation('now', '', NOW, now)]),
    ],
  };
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase();
}

function idOf(suite: VectorSuite, one: Case): string {
  return `${suite.name}/${one.requirement}/${slug(one.comment)}`;
}

function expectedOf(group: Group, one: Case): JsonObject {
  if (one.code !== undefined) return { verdict: 'refused', code: one.code };
  const obligations = [...(one.obligations ?? group.obligations ?? [])];
  return { verdict: 'accepted', obligations, ...(one.values === undefined ? {} : { values: one.values }) };
}

/** Forging has no place in a message that could be pointed at; the comment says what was done. */
function mutationOf(one: Case, judged: Judged): JsonObject {
  const [only, ...more] = judged.mutations;
  const forgedToo = Object.keys(one.forge ?? {}).length + Object.keys(one.signers ?? {}).length > 0;
  if (only !== undefined && more.length === 0 && !forgedToo) return only;
  return { description: one.comment };
}

function withPatch(name: string, from: Json, to: Json): JsonObject {
  const patch = patchOf(from, to);
  return patch === undefined ? {} : { [name]: patch };
}

function vectorOf(suite: VectorSuite, group: Group, one: Case, good: Judged): JsonObject {
  const judged = judgedOf(group, one);
  const [first] = group.cases;
  const derived =
    first === undefined || one === first
      ? {}
      : { derivedFrom: idOf(suite, first), mutation: mutationOf(one, judged) };
  const intermediate =
    group.part !== undefined && one.code === undefined && (one === first || one.alg !== undefined)
      ? { intermediate: { ...judged.world.intermediates[group.part] } }
      : {};
  return {
    id: idOf(suite, one),
    requirement: one.requirement,
    comment: one.comment,
    flags: [...(one.flags ?? [])],
    now: judged.now,
    ...withPatch('input', good.input, judged.input),
    ...withPatch('context', good.context, judged.context),
    expected: expectedOf(group, one),
    ...derived,
    ...intermediate,
  };
}

function groupOf(suite: VectorSuite, group: Group): JsonObject {
  const [first] = group.cases;
  if (first === undefined) throw new Error(`${suite.name} has a group without vectors.`);
  const good = judgedOf(group, first);
  return {
    operation: group.operation,
    description: group.description,
    input: good.input,
    context: good.context,
    vectors: group.cases.map((one) => vectorOf(suite, group, one, good)),
  };
}

function notesOf(suite: VectorSuite): JsonObject {
  const used = new Set(suite.groups.flatMap(({ cases }) => cases.flatMap((one) => one.flags ?? [])));
  const notes: JsonObject = {};
  for (const flag of [...used].sort()) {
    const note = FLAGS[flag];
    if (note === undefined) throw new Error(`No note for flag ${flag}.`);
    notes[flag] = note;
  }
  return notes;
}

/** The content of one vector file. */
export function vectorFile(suite: VectorSuite): JsonObject {
  return {
    $schema: 'vector.schema.json',
    message: suite.name,
    ...(suite.schema === undefined ? {} : { schema: `${SCHEMA_BASE}${suite.schema}` }),
    seed: SEED,
    count: suite.groups.reduce((sum, { cases }) => sum + cases.length, 0),
    flags: notesOf(suite),
    groups: suite.groups.map((group) => groupOf(suite, group)),
  };
}
