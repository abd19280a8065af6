import { existsSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '../archive/code-of.ts';
import { Complaint } from './complaint.ts';

/** Throws a `Complaint` where a folder can be neither made nor written to, before any work is done for it. */
export function checkWritable(folder: string): void {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  if (!statSync(there).isDirectory())
    throw new Complaint(`Nothing can be written into ${folder}: ${there} is a file.`);
  try {
    rmdirSync(mkdtempSync(join(there, '.probe-')));
  } catch (error) {
    throw new Complaint(
      `Nothing can be written into ${folder}: ${there} refuses new folders (${codeOf(error)}).`,
    );
  }
}
