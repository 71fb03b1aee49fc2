/**
 * QR codes (ISO/IEC 18004), as far as the cashier needs them: bytes, error correction level M, versions 1 to 10, which is
 * room for an address of 213 characters. The mask is always the first one; every reader takes any mask.
 */

/** A square of modules; true is dark. There is no quiet zone in it. */
export type QrMatrix = readonly (readonly boolean[])[];

/** By version from 1: codewords of error correction in each block, and the number of blocks, at level M. */
const CORRECTION_PER_BLOCK = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26] as const;
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5] as const;
/** All codewords of a version, data and correction. */
const CODEWORDS = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346] as const;
const ALIGNMENT: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];
const BYTE_MODE = 0b0100;
const LEVEL_M = 0b00;
const MASK = 0;
const FORMAT_GENERATOR = 0x537;
const FORMAT_MASK = 0x5412;
const VERSION_GENERATOR = 0x1f25;
const FIELD_POLYNOMIAL = 0x11d;

/** @returns undefined for a text that does not fit into version 10 */
export function qrMatrix(text: string): QrMatrix | undefined {
  const bytes = new TextEncoder().encode(text);
  const version = CODEWORDS.findIndex((_, at) => bytes.length <= roomOf(at + 1)) + 1;
  if (version === 0) return undefined;
  const canvas = blank(version);
  placeData(canvas, interleaved(version, dataOf(version, bytes)));
  placeFormat(canvas);
  return canvas.dark;
}

const at = (list: readonly number[], version: number): number => list[version - 1] ?? 0;
const dataCodewords = (version: number): number =>
  at(CODEWORDS, version) - at(CORRECTION_PER_BLOCK, version) * at(BLOCKS, version);
const lengthBits = (version: number): number => (version < 10 ? 8 : 16);
const roomOf = (version: number): number =>
  Math.floor((dataCodewords(version) * 8 - 4 - lengthBits(version)) / 8);

/** Mode, length, the bytes, an end, and padding to the full number of codewords. */
function dataOf(version: number, bytes: Uint8Array): readonly number[] {
  const bits: number[] = [];
  const put = (value: number, width: number) => {
    for (let bit = width - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  put(BYTE_MODE, 4);
  put(bytes.length, lengthBits(version));
  for (const byte of bytes) put(byte, 8);
  const whole = dataCodewords(version) * 8;
  put(0, Math.min(4, whole - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < whole; pad ^= 0xec ^ 0x11) put(pad, 8);
  return Array.from({ length: whole / 8 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  );
}

/** Short blocks first; their codewords one by one in turn, then those of error correction. */
function interleaved(version: number, data: readonly number[]): readonly number[] {
  const blocks = at(BLOCKS, version);
  const correction = at(CORRECTION_PER_BLOCK, version);
  const short = Math.floor(data.length / blocks);
  const longOnes = data.length % blocks;
  const generator = generatorOf(correction);
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, index) => {
    const size = short + (index >= blocks - longOnes ? 1 : 0);
    const own = data.slice(from, from + size);
    from += size;
    return { own, check: remainderOf(own, generator) };
  });
  const inTurn = (lists: readonly (readonly number[])[], longest: number) =>
    Array.from({ length: longest }, (_, index) =>
      lists.flatMap((list) => list.slice(index, index + 1)),
    ).flat();
  return [
    ...inTurn(
      parts.map(({ own }) => own),
      short + 1,
    ),
    ...inTurn(
      parts.map(({ check }) => check),
      correction,
    ),
  ];
}

/** The product of x - 2^i for i below `degree`, without its leading 1. */
function generatorOf(degree: number): readonly number[] {
  let polynomial = [1];
  for (let power = 0, root = 1; power < degree; power += 1, root = times(root, 2)) {
    polynomial = [...polynomial, 0].map((value, index) => value ^ times(polynomial[index - 1] ?? 0, root));
  }
  return polynomial.slice(1);
}

function remainderOf(data: readonly number[], generator: readonly number[]): readonly number[] {
  let rest: number[] = generator.map(() => 0);
  for (const value of data) {
    const factor = value ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((one, index) => one ^ times(generator[index] ?? 0, factor));
  }
  return rest;
}

/** In the field of 256 elements. */
function times(left: number, right: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ (product & 0x80 ? FIELD_POLYNOMIAL : 0);
    if ((right >> bit) & 1) product ^= left;
  }
  return product;
}

interface Canvas {
  readonly size: number;
  readonly dark: boolean[][];
  /** Modules that carry no data. */
  readonly fixed: boolean[][];
}

/** Finders, timing, alignment and version stand; the place of the format is kept. */
function blank(version: number): Canvas {
  const size = 17 + version * 4;
  const grid = () => Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const canvas: Canvas = { size, dark: grid(), fixed: grid() };
  for (let index = 0; index < size; index += 1) {
    set(canvas, 6, index, index % 2 === 0);
    set(canvas, index, 6, index % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const) {
    square(canvas, row, column, 4, (distance) => distance !== 2 && distance !== 4);
  }
  for (const row of ALIGNMENT[version - 1] ?? []) {
    for (const column of ALIGNMENT[version - 1] ?? []) {
      const meetsFinder = [row, column].every((one) => one === 6 || one === size - 7);
      const isOpposite = row === size - 7 && column === size - 7;
      if (!meetsFinder || isOpposite) square(canvas, row, column, 2, (distance) => distance !== 1);
    }
  }
  for (const [row, column] of formatPlaces(size).flat()) set(canvas, row, column, false);
  set(canvas, size - 8, 8, true);
  if (version >= 7) placeVersion(canvas, version);
  return canvas;
}

function set({ size, dark, fixed }: Canvas, row: number, column: number, isDark: boolean): void {
  if (row < 0 || column < 0 || row >= size || column >= size) return;
  (dark[row] ?? [])[column] = isDark;
  (fixed[row] ?? [])[column] = true;
}

function square(
  canvas: Canvas,
  row: number,
  column: number,
  reach: number,
  isDark: (distance: number) => boolean,
): void {
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      set(canvas, row + down, column + right, isDark(Math.max(Math.abs(down), Math.abs(right))));
    }
  }
}

/** Where each of the fifteen bits of the format stands, twice; the lowest first. */
function formatPlaces(size: number): readonly (readonly (readonly [number, number])[])[] {
  const byCorner = [0, 1, 2, 3, 4, 5, 7, 8];
  const first = [
    ...byCorner.map((row) => [row, 8] as const),
    ...[7, 5, 4, 3, 2, 1, 0].map((column) => [8, column] as const),
  ];
  const second = [
    ...Array.from({ length: 8 }, (_, index) => [8, size - 1 - index] as const),
    ...Array.from({ length: 7 }, (_, index) => [size - 7 + index, 8] as const),
  ];
  return [first, second];
}

function withCheck(value: number, generator: number, checkBits: number): number {
  let rest = value << checkBits;
  for (let bit = 31 - Math.clz32(rest); bit >= checkBits; bit -= 1) {
    if ((rest >> bit) & 1) rest ^= generator << (bit - checkBits);
  }
  return (value << checkBits) | rest;
}

function placeFormat(canvas: Canvas): void {
  const bits = withCheck((LEVEL_M << 3) | MASK, FORMAT_GENERATOR, 10) ^ FORMAT_MASK;
  for (const places of formatPlaces(canvas.size)) {
    for (const [index, [row, column]] of places.entries())
      set(canvas, row, column, ((bits >> index) & 1) === 1);
  }
}

function placeVersion(canvas: Canvas, version: number): void {
  const bits = withCheck(version, VERSION_GENERATOR, 12);
  for (let index = 0; index < 18; index += 1) {
    const along = Math.floor(index / 3);
    const across = canvas.size - 11 + (index % 3);
    const isDark = ((bits >> index) & 1) === 1;
    set(canvas, along, across, isDark);
    set(canvas, across, along, isDark);
  }
}

/** In columns of two from the right, up and down in turn, past the upright timing line; the mask is laid on at once. */
function placeData({ size, dark, fixed }: Canvas, codewords: readonly number[]): void {
  let next = 0;
  const pairs = Array.from({ length: (size - 1) / 2 }, (_, index) => {
    const column = size - 1 - 2 * index;
    return column <= 6 ? column - 1 : column;
  });
  for (const [index, pair] of pairs.entries()) {
    for (let step = 0; step < size; step += 1) {
      const row = index % 2 === 0 ? size - 1 - step : step;
      for (const column of [pair, pair - 1]) {
        if (fixed[row]?.[column] !== false) continue;
        const bit = ((codewords[next >> 3] ?? 0) >> (7 - (next & 7))) & 1;
        (dark[row] ?? [])[column] = (bit === 1) !== ((row + column) % 2 === 0);
        next += 1;
      }
    }
  }
}

/** The matrix as the path of a vector picture, one unit a module; dark modules side by side are one piece. */
export function qrPath(matrix: QrMatrix): string {
  const pieces = matrix.map((line, row) => {
    const text = line.map((isDark) => (isDark ? '1' : '0')).join('');
    return [...text.matchAll(/1+/g)].map(
      ({ index, 0: { length } }) => `M${index} ${row}h${length}v1h-${length}z`,
    );
  });
  return pieces.flat().join('');
}
