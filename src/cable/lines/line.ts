/** One line of a cable as the parser's steps hand it on: no line end, no trailing blanks, its place in the raw file kept. */
export interface Line {
  /** Without trailing blanks. Wrapper markup is gone; the sender's own characters are not touched. */
  readonly text: string;
  /** 1-based line number in the raw file. Several lines may share one, where run-together lines were broken. */
  readonly number: number;
  /** Last raw line, where this line was joined from several (`C O N F I D E N T` / `I A L`). */
  readonly last?: number;
  /** Furniture (a page banner, a section footer) stood between the line before and this one and was taken out. */
  readonly afterFurniture?: true;
  /** The raw line ended in a Markdown hard break (two blanks before the line end in a Markdown copy). */
  readonly hardBreak?: true;
  /** Section of the cable that the line stands in, where there are several. */
  readonly section?: number;
}

/** A line as the raw text has it. All lines are of one shape, which makes reading them fast. */
export function lineOf(text: string, number: number): Line {
  return { text, number, last: undefined, afterFurniture: undefined, hardBreak: undefined };
}

/**
 * The character at a place, as its code; -1 outside the text. A `charCodeAt` that was asked outside a text once is several
 * times as slow from then on.
 */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : -1;
}

/** Where the first character stands that is no blank; the end where there is none. */
export function firstAt(text: string): number {
  let at = 0;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** A blank or a tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** The first character that is no blank, as its code; -1 where there is none. */
export const firstCode = (text: string): number => codeAt(text, firstAt(text));

/** The character behind the first that is no blank, as its code. */
export const secondCode = (text: string): number => codeAt(text, firstAt(text) + 1);

/** First and last raw line of a run of lines. */
export function linesOf(run: readonly Line[]): [first: number, last: number] {
  const first = run[0];
  const last = run[run.length - 1];
  return first && last ? [first.number, last.last ?? last.number] : [1, 1];
}

/** The raw words of a run: its texts joined by one blank each. */
export function rawOf(run: readonly Line[]): string {
  if (run.length === 1) return (run[0] as Line).text.trim();
  return run
    .map((line) => line.text.trim())
    .join(' ')
    .trim();
}
