import { createHash, randomBytes, verify, X509Certificate } from 'node:crypto';
import { base64url, digestOfText } from '../../forge/bytes.ts';
import { EKU } from '../../forge/certificate.ts';
import type { JsonObject } from '../../forge/json.ts';
import { makeJws, type Signer } from '../../forge/jws.ts';
import { rootOf } from '../../forge/log.ts';
import { Cast, type Institution, SUITE_IDS, utc } from '../../live/cast.ts';
import { type Answer, type Caller, must, mustSucceed } from '../../live/http.ts';
import { openMessage } from '../../live/read.ts';
import { ownFits } from '../../live/schemas.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import type { Control } from '../account/control.ts';

/** An anchor that the suite has signed as a payment service. */
export interface Signed {
  readonly compact: string;
  readonly recordId: string;
  readonly channel: string;
}

/** What a case changes about an anchor after it was made well. */
export interface AnchorSpoils {
  readonly claims?: JsonObject;
  readonly signer?: Signer;
}

/** A checkpoint whose signature is the log's. */
export interface Head {
  readonly note: string;
  readonly size: number;
  readonly root: string;
}

const CHANNEL = 'act-privacy-channel';
const TILE = 256;
const ENTRY_LENGTH_BYTES = 2;

const id = (kind: string): string => `${kind}_${base64url(randomBytes(16))}`;
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The name of a tile: three digits a step, all but the last marked. @see https://c2sp.org/tlog-tiles */
function tileName(index: number, width: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const steps = digits.match(/.{3}/g) ?? [];
  const name = steps.map((step, at) => (at < steps.length - 1 ? `x${step}` : step)).join('/');
  return width === TILE ? name : `${name}.p/${width}`;
}

/** A payment service that anchors in the log that is judged, and reads it as anybody can. */
export class Clerk {
  readonly caller: Caller;
  readonly control: Control;
  private readonly logId: string;
  private readonly psp: Institution;
  private readonly cast: Cast;

  constructor(caller: Caller, control: Control, secret: string, logId: string) {
    this.caller = caller;
    this.control = control;
    this.logId = logId;
    this.cast = new Cast(secret);
    this.psp = anchoring(this.cast);
  }

  now(): number {
    return Math.floor(Date.now() / 1000) + this.control.ahead;
  }

  /** What good anchors are signed with. */
  get signer(): Signer {
    return this.psp.signer;
  }

  /** A key that nobody has certified. */
  get stranger(): Signer['key'] {
    return this.cast.stranger.key;
  }

  anchor(values: JsonObject = {}, spoilt: AnchorSpoils = {}): Signed {
    const at = this.now();
    const claims: JsonObject = {
      iss: this.psp.id,
      iat: at,
      record_id: id('rec'),
      version: '1',
      event_type: 'act:payment:transaction-completed',
      event_time: utc(at - 5),
      intent_id: id('int'),
      order_no: id('ord'),
      trade_no: id('trd'),
      payload_hash: digestOfText(id('payload')),
      hash_algorithm: 'SHA-256',
      privacy_channel: id('ch'),
      ...values,
    };
    ownFits('anchor.json', claims);
    const { signer = this.signer } = spoilt;
    const { compact } = makeJws('act-anchor+jwt', { ...claims, ...spoilt.claims }, signer);
    return { compact, recordId: String(claims.record_id), channel: String(claims.privacy_channel) };
  }

  submit({ compact }: Signed, notes: Notes): Promise<Answer> {
    return this.caller.call('/anchors', { body: { anchor: compact } }, notes);
  }

  /** Anchors something, and says where. @throws SubjectFault */
  async append(
    notes: Notes,
    values?: JsonObject,
  ): Promise<Signed & { readonly index: number; readonly head: Head }> {
    const signed = this.anchor(values);
    const answer = await this.submit(signed, notes);
    mustSucceed(answer, 201);
    const head = await this.opened(String(answer.body.checkpoint), notes);
    const index = Number(answer.body.index);
    must(index < head.size, 'The checkpoint that came with the place does not have it.');
    return { ...signed, index, head };
  }

  inChannel(path: string, channel: string, notes: Notes): Promise<Answer> {
    return this.caller.call(path, { headers: { [CHANNEL]: channel } }, notes);
  }

  post(path: string, channel: string, body: unknown, notes: Notes): Promise<Answer> {
    return this.caller.call(path, { body, headers: { [CHANNEL]: channel } }, notes);
  }

  async head(notes: Notes): Promise<Head> {
    const answer = await this.caller.call('/checkpoint', {}, notes);
    mustSucceed(answer, 200);
    return this.opened(answer.text, notes);
  }

  /** @throws SubjectFault when it is no checkpoint of the log that the list has */
  async opened(note: string, notes: Notes): Promise<Head> {
    const [text = '', line = ''] = note.split('\n\n');
    const [origin = '', size = '', root = ''] = text.split('\n');
    must(origin === this.logId.replace(/^did:act:/, ''), `The checkpoint is of ${origin}.`);
    const signature = Buffer.from(line.trim().split(' ')[2] ?? '', 'base64').subarray(4);
    const key = await this.logKey(notes);
    must(
      verify(null, Buffer.from(`${text}\n`), key, signature),
      'No key of the log has signed the checkpoint.',
    );
    return { note, size: Number(size), root };
  }

  /** Unix seconds at which the list that is handed out holds no more. */
  async listEnd(notes: Notes): Promise<number> {
    return Number((await this.list(notes)).exp);
  }

  private async list(notes: Notes): Promise<JsonObject> {
    const answer = await this.caller.call('/trust-list', {}, notes);
    mustSucceed(answer, 200);
    return openMessage(answer.text.trim(), 'act-trust-list+jwt', 'trust-list.json').claims;
  }

  private async logKey(notes: Notes): Promise<X509Certificate['publicKey']> {
    const claims = await this.list(notes);
    const entries = claims.entries as unknown as readonly {
      readonly entity: string;
      readonly role: string;
      readonly certificates?: readonly { readonly x5c: readonly string[] }[];
    }[];
    const [chain] =
      entries.find(({ entity, role }) => entity === this.logId && role === 'LOG')?.certificates ?? [];
    const leaf = chain?.x5c[0];
    if (leaf === undefined) throw new SubjectFault(`The list has no certificate of ${this.logId}.`);
    return new X509Certificate(Buffer.from(leaf, 'base64')).publicKey;
  }

  /** Every entry of the log up to a size, out of its public tiles. */
  async entries(size: number, notes: Notes): Promise<Uint8Array[]> {
    const found: Uint8Array[] = [];
    for (let tile = 0; tile * TILE < size; tile += 1) {
      const width = Math.min(TILE, size - tile * TILE);
      const bytes = await this.bytes(`/tile/entries/${tileName(tile, width)}`, notes);
      for (let at = 0; at < bytes.length; ) {
        const length = bytes.readUInt16BE(at);
        found.push(new Uint8Array(bytes.subarray(at + ENTRY_LENGTH_BYTES, at + ENTRY_LENGTH_BYTES + length)));
        at += ENTRY_LENGTH_BYTES + length;
      }
    }
    must(found.length === size, `The tiles have ${found.length} entries of ${size}.`);
    return found;
  }

  /** The hashes of the leaves up to a size, out of the public tiles of the lowest level. */
  async hashes(size: number, notes: Notes): Promise<Buffer> {
    const tiles: Buffer[] = [];
    for (let tile = 0; tile * TILE < size; tile += 1)
      tiles.push(await this.bytes(`/tile/0/${tileName(tile, Math.min(TILE, size - tile * TILE))}`, notes));
    return Buffer.concat(tiles);
  }

  private async bytes(path: string, notes: Notes): Promise<Buffer> {
    const answer = await this.caller.call(path, {}, notes);
    mustSucceed(answer, 200);
    return answer.bytes;
  }

  /** The leaves over what the tiles have; the root of a size follows from them. */
  async leaves(size: number, notes: Notes): Promise<Uint8Array[]> {
    return (await this.entries(size, notes)).map(
      (entry) => new Uint8Array(sha256(Buffer.concat([Buffer.of(0), entry]))),
    );
  }
}

/** What the log has for an anchor: the digest of the compact JWS. */
export const entryOf = ({ compact }: Signed): Buffer => sha256(Buffer.from(compact));

/** Whether a checkpoint commits to these leaves and no others. */
export function mustCover(head: Head, leaves: readonly Uint8Array[]): void {
  const root = Buffer.from(rootOf(leaves.slice(0, head.size))).toString('base64');
  must(root === head.root, `The checkpoint of size ${head.size} has another root than its entries.`);
}

function anchoring(cast: Cast): Institution {
  return cast.institution(SUITE_IDS.psp, 'psp (anchors)', [EKU.record, EKU.anchor], {
    key: cast.ring.key('psp anchors'),
  });
}

/** Who is to be listed so that the suite may anchor. */
export function listedForSuite(secret: string): readonly JsonObject[] {
  return [{ entity: SUITE_IDS.psp, role: 'PSP', anchors: [anchoring(new Cast(secret)).anchor] }];
}
