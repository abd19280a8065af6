/** A post as a row of an index. */
export interface OriginRow {
  name: string;
  /** As in ids; shown where two of one name stand in the list. */
  station: string;
  place?: string | undefined;
  years?: readonly [first: string, last: string] | undefined;
  path: string;
  count: number;
}
