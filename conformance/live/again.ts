import { type Exchange, type Notes, SubjectFault } from '../run/case.ts';
import type { Answer, Caller } from './http.ts';

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Asks something good, and then the same once more, to the byte: whoever has read it on the way could send it as well.
 *
 * @returns the second answer. @throws SubjectFault as `ask`
 */
export async function askedAgain(
  caller: Caller,
  ask: (notes: Notes) => Promise<unknown>,
  notes: Notes,
): Promise<Answer> {
  const heard: Exchange[] = [];
  await ask({
    exchange: (exchange) => {
      heard.push(exchange);
      notes.exchange(exchange);
    },
  });
  const last = heard.at(-1);
  if (last === undefined) throw new SubjectFault('Nothing was asked.');
  const [method = '', path = ''] = last.what.split(' ');
  const { headers, body } = last.sent as Sent;
  return caller.call(path, { method, headers, ...(body === undefined ? {} : { body }) }, notes);
}
