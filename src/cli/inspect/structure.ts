import { ActError, codeEntry } from '../../protocol/errors/index.ts';
import { decodeJws } from '../../protocol/jws/index.ts';
import { type MessageKind, readMessage, TYP } from '../../protocol/messages/index.ts';
import { type Check, judge } from '../../verifier/check.ts';
import type { Judgement } from '../../verifier/index.ts';

interface StructureFacts {
  readonly compact: string;
  readonly kind: MessageKind | undefined;
}

function kindIn({ kind }: StructureFacts): MessageKind {
  if (kind === undefined) throw new ActError('jws_typ_mismatch', { rule: 'unknown_type' });
  return kind;
}

const knownType: Check<StructureFacts> = {
  requirement: codeEntry('jws_typ_mismatch').requirement,
  name: 'type of message known',
  run(facts) {
    kindIn(facts);
    return undefined;
  },
};

const strictForm: Check<StructureFacts> = {
  requirement: codeEntry('jws_malformed').requirement,
  name: 'compact JWS in its strict form',
  run(facts) {
    const kind = kindIn(facts);
    decodeJws(facts.compact, { typ: TYP[kind], critical: kind === 'mandate' ? ['openact'] : [] });
    return undefined;
  },
};

const schema: Check<StructureFacts> = {
  requirement: codeEntry('schema_mismatch').requirement,
  name: 'claims match the schema',
  run(facts) {
    readMessage(kindIn(facts), facts.compact);
    return undefined;
  },
};

/** Judges what can be judged of any message by itself: its type, its form, its schema. */
export function judgeStructure(compact: string, kind: MessageKind | undefined): Promise<Judgement> {
  return judge([knownType, strictForm, schema], { compact, kind });
}
