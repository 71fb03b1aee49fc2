import { type MessageView, type ViewOptions, viewMessage } from './message.ts';
import { looksCompact, rawToken } from './raw.ts';

/** The signed messages among the members of a JSON object. Only their structure is judged. */
export function messagesIn(
  value: Readonly<Record<string, unknown>>,
  { now }: Pick<ViewOptions, 'now'>,
): Promise<readonly MessageView[]> {
  const tokens = Object.entries(value).flatMap(([member, text]) => {
    const token = typeof text === 'string' && looksCompact(text) ? rawToken(text) : undefined;
    return token === undefined ? [] : [{ member, token }];
  });
  return Promise.all(tokens.map(({ member, token }) => viewMessage(token, { now, member })));
}
