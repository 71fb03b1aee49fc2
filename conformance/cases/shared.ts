import { CAS, IDS } from '../forge/actors.ts';
import type { Part } from '../forge/builder.ts';
import type { Case } from '../forge/cases.ts';
import { accept, flags, refuse, remove, set } from '../forge/cases.ts';
import type { Json, JsonObject } from '../forge/json.ts';
import type { World } from '../forge/world.ts';

/** What every judgement of an institution's message rests on. */
export function trust({ tokens, actors }: World): JsonObject {
  return { trust_list: tokens.trust_list, trust_list_key: { ...actors.trust.key.publicJwk } as JsonObject };
}

export function jwk(key: { readonly publicJwk: object }): JsonObject {
  return { ...key.publicJwk } as JsonObject;
}

/** The good message with keys of the other algorithm. */
export function ed25519(requirement: string): Case {
  return { ...accept(requirement, 'everything signed with Ed25519', flags('Ed25519')), alg: 'Ed25519' };
}

/** A member that has to be there: its path, and the requirement that asks for it where one does by itself. */
export type RequiredMember = string | readonly [path: string, requirement: string];

/** What is wrong in a case about a shape; the requirement behind the rule stands before it. */
export function shapeComment(comment: string, requirement?: string): string {
  return requirement === undefined ? comment : `${requirement}: ${comment}`;
}

/** Members taken out one at a time, and one that no schema has. */
export function schemaCases(part: Part, required: readonly RequiredMember[], unknownAt = ''): Case[] {
  return [
    ...required.map((member) => {
      const [path, requirement] = typeof member === 'string' ? [member] : member;
      const comment = `no ${path.slice(1).replaceAll('/', ' ')}`;
      return refuse(
        'OA-SCH-01',
        'schema_mismatch',
        shapeComment(comment, requirement),
        remove(part, path),
        flags('Schema'),
      );
    }),
    refuse(
      'OA-SCH-01',
      'schema_mismatch',
      'a member that the schema does not have',
      set(part, `${unknownAt}/hint`, 'x'),
      flags('Schema'),
    ),
  ];
}

/** A value of the wrong shape at each path. */
export function shapeCases(
  part: Part,
  ...values: readonly (readonly [path: string, value: Json, comment: string])[]
): Case[] {
  return values.map(([path, value, comment]) =>
    refuse('OA-SCH-01', 'schema_mismatch', comment, set(part, path, value), flags('Schema')),
  );
}

export { CAS, IDS };
