/** A command is taken once: on each road where an account side takes one, it is given, and then given again. */
import { askedAgain } from '../../live/again.ts';
import { type Caller, mustRefuse } from '../../live/http.ts';
import type { Notes } from '../../run/case.ts';

/** A road on which a command is taken, and something good that is asked on it as the last thing. */
export interface Road<S> {
  readonly slug: string;
  readonly title: string;
  readonly needs: readonly string[];
  /** What has to be there before; then the call itself. */
  readonly ready: (subject: S, notes: Notes) => Promise<(notes: Notes) => Promise<unknown>>;
}

/** Taken, refused as given before, and one of its own is taken on the same road. */
export async function mustTakeOnce<S extends { readonly caller: Caller }>(
  { ready }: Road<S>,
  subject: S,
  notes: Notes,
): Promise<void> {
  const again = await askedAgain(subject.caller, await ready(subject, notes), notes);
  mustRefuse(again, 'command_duplicate');
  await (await ready(subject, notes))(notes);
}
