/** unified plugin: the syntax of cables, as `remark-parse` is the syntax of Markdown. */
import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import type { Cable } from '../cable/cable.ts';
import type { ParseOptions } from '../cable/context.ts';
import { type Diagnostic, diagnosticTable, type Severity } from '../cable/diagnostics.ts';
import { parseCables } from '../cable/parse-cable.ts';
import { cableToMdast, type MdastOptions } from './cable-to-mdast.ts';

declare module 'vfile' {
  interface DataMap {
    /** The record that the tree was made from. */
    cable: Cable;
  }
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** Of a cable's diagnostic. An error too is not fatal: the page is made, the reader is told. */
    severity?: Severity;
  }
}

export interface CableParseOptions extends ParseOptions, Omit<MdastOptions, 'raw'> {
  /** Which of the file's cables, from 0. */
  part?: number;
}

/**
 * Makes a processor read raw cable text (already decoded). Gives an mdast tree whose nodes have positions in the raw file; puts the
 * record into `file.data.cable` and each diagnostic into `file.messages` (source `cable`, rule: its code). Never throws on content.
 */
export const cableParse: Plugin<[options?: CableParseOptions], string, Root> = function (options = {}) {
  const processor = this as unknown as Processor<Root>;
  processor.parser = (text, file) => {
    const { part = 0, endMatter, unparsed, ...known } = options;
    const cables = parseCables(text, { ...(file.path === undefined ? {} : { path: file.path }), ...known });
    const cable = cables[part];
    if (!cable) throw new RangeError(`The file holds ${cables.length} cables; there is no part ${part}.`);
    file.data.cable = cable;
    for (const diagnostic of cable.diagnostics) tell(diagnostic, file);
    return cableToMdast(cable, { raw: text, endMatter, unparsed });
  };
};

function tell({ code, severity, message, lines: [first, last] }: Diagnostic, file: VFile): void {
  const place = { start: { line: first, column: 1 }, end: { line: last, column: 1 } };
  const options = { place, source: 'cable', ruleId: code };
  const told = severity === 'info' ? file.info(message, options) : file.message(message, options);
  told.severity = severity;
  told.note = diagnosticTable[code].advice;
}
