import { readdirSync, readFileSync } from 'node:fs';
import { applyPatch } from './merge-patch.ts';
import { shipped } from './root.ts';

export const vectorFolder = shipped('conformance', 'vectors');

/** Describes the other files of the folder. */
export const VECTOR_SCHEMA = 'vector.schema.json';

/** An input or a context after its patch; read member by member, as it comes from a file. */
// biome-ignore lint/suspicious/noExplicitAny: documents of a dozen shapes, checked by vector.schema.json
export type Document = any;

export interface Question {
  readonly operation: string;
  readonly now: number;
  readonly input: Document;
  readonly context: Document;
}

/** A vector of a file, as far as it is asked. */
export interface Vector {
  readonly id: string;
  readonly requirement: string;
  readonly comment: string;
  readonly now: number;
  readonly flags: readonly string[];
  readonly input?: Document;
  readonly context?: Document;
  readonly expected: {
    readonly verdict: 'accepted' | 'refused';
    readonly code?: string;
    readonly obligations?: readonly string[];
    readonly values?: Readonly<Record<string, unknown>>;
  };
}

/** What a verifier without SM3 says to a vector that takes it: nothing was tested then. @see OA-REC-02 */
export const NO_SM3 = 'hash_algorithm_unsupported';

/** Whether a vector says nothing about a verifier that has no SM3. */
export const takesSm3 = ({ flags }: Vector): boolean => flags.includes('Sm3');

export interface VectorGroup {
  readonly operation: string;
  readonly input: Document;
  readonly context: Document;
  readonly vectors: readonly Vector[];
}

/** The question of a vector: the group's input and context with the vector's patches over them. */
export function questionOf(group: VectorGroup, vector: Vector): Question {
  return {
    operation: group.operation,
    now: vector.now,
    input: applyPatch(group.input, vector.input ?? {}),
    context: applyPatch(group.context, vector.context ?? {}),
  };
}

export interface VectorFile {
  readonly message: string;
  readonly count: number;
  readonly groups: readonly VectorGroup[];
}

/** One vector with the group it is read against. */
export interface Placed {
  readonly file: string;
  readonly group: VectorGroup;
  readonly vector: Vector;
}

export function vectorFileNames(): string[] {
  return readdirSync(vectorFolder)
    .filter((name) => name.endsWith('.json') && name !== VECTOR_SCHEMA)
    .sort();
}

export function readVectorFile(name: string): VectorFile {
  return JSON.parse(readFileSync(`${vectorFolder}/${name}`, 'utf8'));
}

/** Every vector of every file. @throws Error when there is none, or fewer than a file says */
export function allVectors(): Placed[] {
  const placed = vectorFileNames().flatMap((file) => {
    const { groups, count } = readVectorFile(file);
    const vectors = groups.flatMap((group) => group.vectors.map((vector) => ({ file, group, vector })));
    if (vectors.length !== count)
      throw new Error(`${file} says ${count} vectors and holds ${vectors.length}.`);
    return vectors;
  });
  if (placed.length === 0) throw new Error('There are no vectors.');
  return placed;
}
