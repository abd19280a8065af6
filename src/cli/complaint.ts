/** Something the caller can mend: told in its own words, without a trace of the program. */
export class Complaint extends Error {
  /** Exit status: 1 the work could not be done, 2 the command was not understood. */
  readonly status: 1 | 2;

  constructor(message: string, status: 1 | 2 = 1) {
    super(message);
    this.name = 'Complaint';
    this.status = status;
  }
}

const disks: Record<string, string> = {
  ENOSPC: 'The disk is full',
  EROFS: 'The folder can only be read',
  EACCES: 'There are no rights to write',
  EPERM: 'There are no rights to write',
  EDQUOT: 'The quota of the disk is used up',
  EMFILE: 'Too many files are open',
  // Also what Node says of a copy for which the disk has no room.
  EIO: 'The disk is full, or does not work',
};

/** How programs that are not Node's name the same: `No space left on device (os error 28)`. */
const numbers: Record<string, string> = {
  '13': 'EACCES',
  '24': 'EMFILE',
  '28': 'ENOSPC',
  '30': 'EROFS',
  '122': 'EDQUOT',
};

/** The error of a disk in one sentence, and what came of the work; anything else as it is. */
export function explainDisk(error: unknown, outcome = 'Nothing was published.'): unknown {
  const { code: given, path, message, syscall } = error as NodeJS.ErrnoException;
  // From another thread comes the message alone.
  const code = given ?? /^(E[A-Z]+): /.exec(message ?? '')?.[1];
  const number = /\(os error (\d+)\)/.exec(message ?? '')?.[1];
  // What Node says of a folder in one that can only be read.
  const unmade = code === 'ENOENT' && syscall === 'mkdir' ? 'The folder cannot be made' : undefined;
  const told = unmade ?? disks[code ?? ''] ?? disks[numbers[number ?? ''] ?? ''];
  return told ? new Complaint(`${told}${path ? `: ${path}` : ''}. ${outcome}`) : error;
}
