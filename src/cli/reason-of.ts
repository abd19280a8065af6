import { codeOf } from '../archive/code-of.ts';
import { Complaint } from './complaint.ts';

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'this is a folder.',
  EACCES: 'there are no rights to read the file.',
  ERR_FS_FILE_TOO_LARGE: 'the file is larger than 2 GB.',
  ERR_STRING_TOO_LONG: 'the text is longer than half a gigabyte.',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'the text cannot be decoded.',
};

/** Why a file or a line could not be read, in words. */
export function reasonOf(error: unknown): string {
  if (error instanceof Complaint) return error.message;
  const code = codeOf(error);
  return reasons[code] ?? (error instanceof SyntaxError ? 'this is not JSON.' : `cannot be read (${code}).`);
}
