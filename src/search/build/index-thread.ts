/** What a thread of the index can be asked for by name. */
export { buildPiece } from './build-piece.ts';
export { digestTexts } from './page-text.ts';
