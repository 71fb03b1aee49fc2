import type { Notes } from '../../run/case.ts';
import type { Control } from './control.ts';

const MINUTE = 60;
const DAY = 86_400;

/** A subject whose clock can be moved, and the trust list that the suite serves it. */
interface Listed {
  readonly control: Control;
  readonly around: { listUntil: number | undefined; now(): number };
}

/**
 * Moves the subject's clock beyond the end of every trust list that it can have: what was served before holds for a day.
 * Afterwards one holds again, and what is due is done.
 *
 * @param look at what stands while no list holds
 * @throws NotRun without a clock; SubjectFault
 */
export async function beyondTheList(
  { control, around }: Listed,
  seconds: number,
  notes: Notes,
  look: () => Promise<void>,
): Promise<void> {
  around.listUntil = around.now() + MINUTE;
  try {
    await control.advance(Math.max(seconds, DAY + 2 * MINUTE), notes);
    await look();
  } finally {
    around.listUntil = undefined;
  }
  await control.advance(MINUTE, notes);
}
