import { hash } from 'node:crypto';
import { once } from './open-archive.ts';

/** Digest of all settings. */
export const settingsDigest = once(({ settings }) => hash('sha256', JSON.stringify(settings), 'hex'));
