import { digestOfObject } from '../digest/index.ts';
import type { AttestationRecord } from '../generated/types.ts';
import { isJsonObject, type JsonValue } from '../json/index.ts';

/**
 * Under which privacy channel a record is anchored: that of its order, which the two parties and the payment service
 * have from the quote, and for all other events one of its own, which whoever is shown the record can tell. So nobody
 * has to be told of channels, and no channel joins two orders.
 *
 * @see OA-REC-07
 */
export function privacyChannelOf({
  event_body,
  salt,
}: Pick<AttestationRecord, 'event_body' | 'salt'>): Promise<string> {
  const body = event_body as JsonValue;
  const quote = isJsonObject(body) ? body.quote_digest : undefined;
  return digestOfObject({ channel: typeof quote === 'string' ? { quote_digest: quote } : { salt } });
}
