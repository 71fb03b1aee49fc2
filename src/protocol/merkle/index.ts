export { type Checkpoint, checkpointText, openCheckpoint, signCheckpoint } from './checkpoint.ts';
export {
  emptyRoot,
  HASH_BYTES,
  type Hash,
  leafHash,
  leafInput,
  nodeHash,
  nodeInput,
  sameHash,
} from './hash.ts';
export { isSignedBy, type Note, type NoteKey, noteKeyId, readNote, signNote, verifierKey } from './note.ts';
export { readTilePath, TILE_WIDTH, type TileName, tilePath, tilesOf, widthOf } from './tile-path.ts';
export { type TreeHead, verifyConsistency, verifyInclusion } from './verify.ts';
