import { ActError } from '../../protocol/errors/index.ts';
import * as generated from '../../protocol/generated/validators.js';
import { isJsonObject, type JsonValue, parseStrict } from '../../protocol/json/index.ts';
import { type Check, judge } from '../../verifier/check.ts';
import { checkViews } from './checks.ts';
import { messagesIn } from './members.ts';
import { statedRefusal } from './message.ts';
import { withoutPrivateKeys } from './private-keys.ts';
import type { RawObject } from './raw.ts';
import type { Reader, Report } from './report.ts';

const PREFIX = 'validate';

/** The names of the schemas that a value fits, in the order of the schemas. */
function schemasOf(value: JsonValue): readonly string[] {
  return Object.entries(generated)
    .filter(([name, validate]) => name.startsWith(PREFIX) && validate(value))
    .map(([name]) => name.slice(PREFIX.length));
}

interface JsonFacts {
  readonly bytes: Uint8Array;
}

const strictJson: Check<JsonFacts> = {
  requirement: 'OA-JSON-06',
  name: 'strict JSON',
  run({ bytes }) {
    parseStrict(bytes);
    return undefined;
  },
};

const knownSchema: Check<JsonFacts> = {
  requirement: 'OA-SCH-01',
  name: 'matches a schema of OpenACT',
  run({ bytes }) {
    if (schemasOf(parseStrict(bytes)).length === 0) throw new ActError('schema_mismatch', { rule: 'any' });
    return undefined;
  },
};

interface JsonInput extends JsonFacts {
  readonly value: unknown;
}

function titleOf({ bytes }: JsonFacts, readable: boolean): string {
  const names = readable ? schemasOf(parseStrict(bytes)) : [];
  return names.length === 0 ? 'JSON of no known kind' : names.join(' or ');
}

/** Names the message by the schema that it fits, and takes the signed messages inside apart. */
export async function jsonReport({ bytes, value }: JsonInput, { now }: Reader): Promise<Report> {
  const judgement = await judge([strictJson, knownSchema], { bytes });
  const object = isJsonObject(value as JsonValue) ? (value as RawObject) : {};
  const messages = await messagesIn(object, { now });
  const states = statedRefusal(object);
  const accepted =
    judgement.verdict === 'accepted' && messages.every(({ verdict }) => verdict === 'accepted');
  return {
    input: 'json',
    title: titleOf({ bytes }, judgement.verdict === 'accepted'),
    body: withoutPrivateKeys(value),
    ...(states === undefined ? {} : { states }),
    messages,
    checks: checkViews(judgement),
    obligations: [],
    needs: [],
    verdict: accepted ? 'decoded' : 'refused',
    now,
  };
}
