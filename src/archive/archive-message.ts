import type { Severity } from '../cable/diagnostics.ts';

/** What reading the folder reports: of a file as a whole, or of a cable in it. */
export interface ArchiveMessage {
  /** Relative to the cables folder, `/` between. */
  path: string;
  /** 1-based; left out where the file as a whole is meant. */
  line?: number;
  /** A code of the parser's table, or one of `fileMessages`. */
  code: string;
  severity: Severity;
  message: string;
  /** What the publisher can do. */
  advice: string;
}

/** What can be wrong with a file before anything in it is read. */
export const fileMessages = {
  'file-unreadable': { severity: 'error', advice: 'Give the file rights to be read, or remove it.' },
  'file-missing': { severity: 'error', advice: 'Check the name.' },
  'file-too-large': {
    severity: 'error',
    advice: 'Split the file, or raise `reading: largestFile` in archive.yaml.',
  },
  'file-binary': { severity: 'error', advice: 'Remove the file, or save its text as plain text.' },
  'file-is-folder': { severity: 'warning', advice: 'Rename the folder, or nothing: its files are read.' },
  'file-link-broken': { severity: 'error', advice: 'Remove the link, or bring its file back.' },
  'file-special': { severity: 'error', advice: 'Remove it from the folder: only files are read.' },
  'file-other-kind': { severity: 'info', advice: 'Nothing, if they hold no cables; else save them as .txt.' },
  'file-no-cable': {
    severity: 'info',
    advice: 'Nothing, if it holds none; else save the cables as texts, one a file.',
  },
  'folder-unreadable': { severity: 'error', advice: 'Give the folder rights to be read.' },
  'duplicate-id': { severity: 'warning', advice: 'Remove one of the files, if they are the same cable.' },
  'corrected-copy': { severity: 'info', advice: 'Nothing: references lead to the corrected copy.' },
  'sections-joined': { severity: 'info', advice: 'Nothing: the sections stand on one page.' },
  'anchors-kept': { severity: 'info', advice: 'Nothing: the links hold.' },
  'anchors-edited': { severity: 'info', advice: 'Nothing: the links lead to the new words.' },
  'anchors-repointed': {
    severity: 'error',
    advice:
      'Compare the raw text with the one before; if it is right, accept it with `cables anchors --accept`.',
  },
  'anchors-vanished': {
    severity: 'error',
    advice:
      'Compare the raw text with the one before; if it is right, accept it with `cables anchors --accept`.',
  },
  'cable-gone': {
    severity: 'warning',
    advice:
      'Name it under `removed:` in archive.yaml with the reason; or drop it with `cables anchors --accept`.',
  },
  'words-lost': {
    severity: 'error',
    advice: 'Tell the makers of this program: it must not lose a word.',
  },
} as const satisfies Record<string, { severity: Severity; advice: string }>;

export type FileMessageCode = keyof typeof fileMessages;

/** A message of a file as a whole. `message` is one sentence that says what was seen. */
export function fileMessage(code: FileMessageCode, path: string, message: string): ArchiveMessage {
  return { path, code, ...fileMessages[code], message };
}

/** The message of a file that has more bytes than are read; `most` in MB. */
export function tooLarge(path: string, bytes: number, most: number): ArchiveMessage {
  const size = Math.round(bytes / 1_000_000).toLocaleString('en');
  return fileMessage('file-too-large', path, `The file has ${size} MB; more than ${most} MB are not read.`);
}
