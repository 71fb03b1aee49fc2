/** Tiles of C2SP: 256 hashes of one level side by side. @see https://c2sp.org/tlog-tiles */

export const TILE_WIDTH = 256;
/** A tree of 2^53 leaves has tiles on seven levels. */
const LEVEL_MAX = 6;

/** Which tile: its level, or the bundle of entries below level 0; its place there; how much of it there is. */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  /** 256, or less for the last one of its level. */
  readonly width: number;
}

const PATH = /^(entries|[0-9])\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** What is no count would be taken apart for ever. @throws RangeError */
function assertCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no number of hashes.`);
}

/**
 * `0/x001/x234/067`, `entries/000.p/17`: what stands behind `/tile/`.
 *
 * @throws RangeError for an index that is no whole number from 0
 */
export function tilePath({ level, index, width }: TileName): string {
  assertCount(index);
  const groups: string[] = [];
  for (let rest = index; ; rest = Math.floor(rest / 1_000)) {
    groups.unshift(String(rest % 1_000).padStart(3, '0'));
    if (rest < 1_000) break;
  }
  const place = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
  return `${level}/${place}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The tile that a path names, and undefined for every path that is not the one path of a tile. */
export function readTilePath(path: string): TileName | undefined {
  const [, level, place, width] = PATH.exec(path) ?? [];
  if (level === undefined || place === undefined) return undefined;
  const name: TileName = {
    level: level === 'entries' ? level : Number(level),
    index: Number(place.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const isTile = (name.level === 'entries' || name.level <= LEVEL_MAX) && name.width <= TILE_WIDTH;
  return isTile && Number.isSafeInteger(name.index) && tilePath(name) === path ? name : undefined;
}

/** How wide a tile is in a tree of this size: 0 where there is none yet. */
export function widthOf({ level, index }: Pick<TileName, 'level' | 'index'>, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/**
 * Every tile of the levels of a tree of this size, lowest level first.
 *
 * @throws RangeError for a size that is no whole number from 0
 */
export function* tilesOf(size: number): Generator<TileName & { readonly level: number }> {
  assertCount(size);
  for (let level = 0; TILE_WIDTH ** level <= size; level += 1) {
    for (let index = 0; ; index += 1) {
      const width = widthOf({ level, index }, size);
      if (width === 0) break;
      yield { level, index, width };
    }
  }
}
