import type { Cost } from '../measure-process.ts';

/** An archive made for measuring, in a folder of its own. */
export interface Corpus {
  directory: string;
  cables: number;
  /** Bytes of its texts. */
  bytes: number;
  /** A folder that the measurement may fill; removed at the end. */
  scratch: string;
}

/** One line of the table: a whole process, from start to end. */
export interface Row {
  what: string;
  cables: number;
  /** Left out where the row is no process of its own: a query in a browser. */
  cost?: Cost;
  files?: number;
  bytes?: number;
  /** What the process itself found, in words: a rate, a count. */
  note?: string;
}

/** A line that is a process of its own. */
export type ProcessRow = Row & { cost: Cost };

/** Throws where the process failed: a row of a failed run is no measurement. */
export function checked(what: string, cost: Cost): Cost {
  if (cost.status === 0) return cost;
  throw new Error(`${what} ended with status ${cost.status}:\n${cost.stderr || cost.stdout}`);
}
