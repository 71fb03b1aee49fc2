import {
  type Bytes,
  type Element,
  Fields,
  malformed,
  readDefaultFalse,
  readElements,
  readNamedBits,
  readOnly,
  readPositiveInteger,
  TAG,
} from './der.ts';
import { type GeneralName, readGeneralName } from './general-name.ts';
import { oidKey, readOidKey } from './oids.ts';

/** Extensions by the key of their identifier. */
export const EXTENSION = {
  keyUsage: oidKey('2.5.29.15'),
  subjectAltName: oidKey('2.5.29.17'),
  basicConstraints: oidKey('2.5.29.19'),
  nameConstraints: oidKey('2.5.29.30'),
  policyConstraints: oidKey('2.5.29.36'),
  extendedKeyUsage: oidKey('2.5.29.37'),
  inhibitAnyPolicy: oidKey('2.5.29.54'),
} as const;

export interface BasicConstraints {
  readonly critical: boolean;
  readonly ca: boolean;
  readonly pathLength: number | undefined;
}

export interface KeyUsage {
  readonly digitalSignature: boolean;
  readonly keyCertSign: boolean;
}

export interface SubjectAltName {
  readonly critical: boolean;
  readonly names: readonly GeneralName[];
}

/** `bounded`: the subtree carries a minimum or maximum, which RFC 5280 forbids. */
export interface Subtree {
  readonly base: GeneralName;
  readonly bounded: boolean;
}

export interface NameConstraints {
  readonly critical: boolean;
  readonly permitted: readonly Subtree[] | undefined;
  readonly excluded: readonly Subtree[] | undefined;
}

export interface Extensions {
  /** Whether each extension that is there is critical, by the key of its identifier. */
  readonly critical: ReadonlyMap<string, boolean>;
  readonly basicConstraints: BasicConstraints | undefined;
  readonly keyUsage: KeyUsage | undefined;
  /** Keys of the purposes. */
  readonly extendedKeyUsage: ReadonlySet<string> | undefined;
  readonly subjectAltName: SubjectAltName | undefined;
  readonly nameConstraints: NameConstraints | undefined;
}

/** Names in one subjectAltName, and subtrees on one side of nameConstraints: their product is work to be done. */
const NAMES_MAX_COUNT = 32;

interface RawExtension {
  readonly critical: boolean;
  readonly value: Bytes;
}

function readBasicConstraints({ critical, value }: RawExtension): BasicConstraints {
  const fields = new Fields(readOnly(value, TAG.sequence).content);
  const ca = readDefaultFalse(fields.takeIf(TAG.boolean));
  const length = fields.takeIf(TAG.integer);
  fields.end();
  if (length === undefined) return { critical, ca, pathLength: undefined };
  if (!ca) throw malformed('path_length_without_ca');
  return { critical, ca, pathLength: readPathLength(length) };
}

function readPathLength(element: Element): number {
  if (element.content.length === 1 && element.content[0] === 0) return 0;
  return readPositiveInteger(element).reduce((number, byte) => number * 0x100 + byte, 0);
}

/** RFC 5280 4.2.1.3: bit 0 is digitalSignature, bit 5 keyCertSign. */
function readKeyUsage({ value }: RawExtension): KeyUsage {
  const first = readNamedBits(readOnly(value, TAG.bitString))[0] ?? 0;
  return { digitalSignature: (first & 0x80) !== 0, keyCertSign: (first & 0x04) !== 0 };
}

function readExtendedKeyUsage({ value }: RawExtension): ReadonlySet<string> {
  const purposes = readElements(readOnly(value, TAG.sequence).content);
  if (purposes.length === 0) throw malformed('extended_key_usage_empty');
  return new Set(
    purposes.map((purpose) => {
      if (purpose.tag !== TAG.oid) throw malformed('der_tag');
      return readOidKey(purpose);
    }),
  );
}

function readSubjectAltName({ critical, value }: RawExtension): SubjectAltName {
  const names = readElements(readOnly(value, TAG.sequence).content);
  if (names.length === 0 || names.length > NAMES_MAX_COUNT) throw malformed('subject_alt_name_count');
  return { critical, names: names.map(readGeneralName) };
}

const PERMITTED = 0xa0;
const EXCLUDED = 0xa1;

function readSubtree(element: Element): Subtree {
  if (element.tag !== TAG.sequence) throw malformed('der_tag');
  const [base, ...bounds] = readElements(element.content);
  if (base === undefined) throw malformed('der_field');
  return { base: readGeneralName(base), bounded: bounds.length > 0 };
}

function readSubtrees(element: Element | undefined): Subtree[] | undefined {
  if (element === undefined) return undefined;
  const subtrees = readElements(element.content);
  if (subtrees.length > NAMES_MAX_COUNT) throw malformed('name_constraints_count');
  return subtrees.map(readSubtree);
}

function readNameConstraints({ critical, value }: RawExtension): NameConstraints {
  const fields = new Fields(readOnly(value, TAG.sequence).content);
  const permitted = readSubtrees(fields.takeIf(PERMITTED));
  const excluded = readSubtrees(fields.takeIf(EXCLUDED));
  fields.end();
  return { critical, permitted, excluded };
}

function readRawExtensions(element: Element): Map<string, RawExtension> {
  const raw = new Map<string, RawExtension>();
  const list = readElements(readOnly(element.content, TAG.sequence).content);
  if (list.length === 0) throw malformed('extensions_empty');
  for (const item of list) {
    if (item.tag !== TAG.sequence) throw malformed('der_tag');
    const fields = new Fields(item.content);
    const id = readOidKey(fields.take(TAG.oid));
    const critical = readDefaultFalse(fields.takeIf(TAG.boolean));
    const value = fields.take(TAG.octetString).content;
    fields.end();
    if (raw.has(id)) throw malformed('extension_duplicate');
    raw.set(id, { critical, value });
  }
  return raw;
}

/**
 * Reads the extensions field. Extensions that no check of ours uses are only noted, with their criticality.
 *
 * @throws x509_malformed also for an identifier that comes twice (RFC 5280 4.2)
 */
export function readExtensions(element: Element | undefined): Extensions {
  const raw = element === undefined ? new Map<string, RawExtension>() : readRawExtensions(element);
  const read = <Value>(id: string, reader: (extension: RawExtension) => Value): Value | undefined => {
    const extension = raw.get(id);
    return extension === undefined ? undefined : reader(extension);
  };
  return {
    critical: new Map([...raw].map(([id, { critical }]) => [id, critical])),
    basicConstraints: read(EXTENSION.basicConstraints, readBasicConstraints),
    keyUsage: read(EXTENSION.keyUsage, readKeyUsage),
    extendedKeyUsage: read(EXTENSION.extendedKeyUsage, readExtendedKeyUsage),
    subjectAltName: read(EXTENSION.subjectAltName, readSubjectAltName),
    nameConstraints: read(EXTENSION.nameConstraints, readNameConstraints),
  };
}
