import { expect } from 'vitest';
import { ActError, type Code } from '../../errors/index.ts';
import type { PathRequest } from '../path.ts';
import { validatePath } from '../validate.ts';
import { type ForgedChain, forgeChain, requestFor } from './forge.ts';

/** Runs `action` and returns the ActError it must end in. */
export async function refusalOf(action: () => unknown): Promise<ActError> {
  try {
    await action();
  } catch (error) {
    expect(error).toBeInstanceOf(ActError);
    if (error instanceof ActError) return error;
  }
  throw new Error('it was not refused');
}

export async function expectAccepted(request: PathRequest): Promise<void> {
  const { chain } = await validatePath(request);
  expect(chain).toHaveLength(request.x5c.length + 1);
}

export async function expectRefused(request: PathRequest, code: Code, rule?: string): Promise<void> {
  const refusal = await refusalOf(() => validatePath(request));
  expect(refusal.code).toBe(code);
  if (rule !== undefined) expect(refusal.evidence.rule).toBe(rule);
}

export interface Defect {
  /** The same chain without the defect. */
  readonly sound?: ForgedChain;
  readonly defective?: ForgedChain;
  /** What the verifier asks or holds, where the defect lies there. */
  readonly over?: Partial<PathRequest>;
  readonly code: Code;
  readonly rule?: string;
}

/** The sound chain passes, the defective one is refused with its code, the sound one passes again. */
export async function expectDefect({ sound, defective, over, code, rule }: Defect): Promise<void> {
  const good = requestFor(await forgeChain(sound));
  const bad = requestFor(await forgeChain(defective ?? sound), over);
  await expectAccepted(good);
  await expectRefused(bad, code, rule);
  await expectAccepted(good);
}
