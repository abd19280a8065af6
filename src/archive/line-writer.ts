import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import type { LineEncoding } from './read-lines.ts';

const FULL = 1 << 20;

/** Writes a file line by line under a name of its own; `close` gives it its name, so that a file of that name is always whole. */
export class LineWriter {
  readonly #path: string;
  readonly #file: number;
  readonly #encoding: LineEncoding;
  #waiting: string[] = [];
  #size = 0;

  constructor(path: string, encoding: LineEncoding = 'utf8') {
    this.#path = path;
    this.#encoding = encoding;
    this.#file = openSync(`${path}.part`, 'w');
  }

  write(line: string): void {
    this.#waiting.push(line, '\n');
    this.#size += line.length;
    if (this.#size >= FULL) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
    renameSync(`${this.#path}.part`, this.#path);
  }

  #flush(): void {
    const content = Buffer.from(this.#waiting.join(''), this.#encoding);
    for (let at = 0; at < content.length; ) at += writeSync(this.#file, content, at);
    this.#waiting = [];
    this.#size = 0;
  }
}
