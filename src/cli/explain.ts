import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
import { ownText } from '../archive/own-text.ts';
import { cablesIn, toRaw } from '../archive/read-raw.ts';
import { diagnosticTable, type Severity } from '../cable/diagnostics.ts';
import { type ExplainedLine, explainLines, type LineReading } from '../cable/explain-lines.ts';
import type { Command } from './command.ts';
import { Complaint } from './complaint.ts';
import { printable } from './printable.ts';
import { reasonOf } from './reason-of.ts';
import { write } from './write.ts';

export const command: Command = {
  help: `Usage: cables explain FILE...

Shows each line of a raw file with its number and what it was read as: a field of the record, a paragraph with its anchor,
furniture (page banners, stamps), or text that found no place. Diagnostics stand under the line they begin on.

  --color=always|never|auto   colour (auto: on a terminal)

Exit status: 0 shown; 1 a file could not be read; 2 the command was not understood.
`,
  operands: true,
  options: { color: { type: 'string', default: 'auto' } },
  async run({ color }, files) {
    if (color !== 'auto' && color !== 'always' && color !== 'never') {
      throw new Complaint(`--color can be always, never or auto, not ${color}.`, 2);
    }
    if (files.length === 0) throw new Complaint('Name the files to explain.', 2);
    const colored =
      color === 'always' || (color === 'auto' && process.stdout.isTTY === true && !process.env.NO_COLOR);
    let status = 0;
    for (const file of files) {
      try {
        await write(explainFile(file, colored));
      } catch (error) {
        process.stderr.write(`${file}: ${reasonOf(error)}\n`);
        status = 1;
      }
    }
    return status;
  },
};

type Style = Parameters<typeof styleText>[0];
const styles: Record<LineReading['as'], Style> = {
  field: 'cyan',
  body: 'green',
  furniture: 'dim',
  unparsed: 'red',
};
const severityStyles: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue' };
const WIDE = 24;

function explainFile(file: string, colored: boolean): string {
  const paint = (style: Style, text: string) =>
    colored ? styleText(style, text, { validateStream: false }) : text;
  const raw = toRaw(file, readFileSync(file));
  const cables = cablesIn(raw);
  const rows = raw.text.replace(/(?:\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/);
  const digits = String(rows.length).length;
  const out: string[] = [];
  const row = ({ number, readings, diagnostics }: ExplainedLine) => {
    const label = readings.map(nameOf).join(' ');
    const style = readings[0] && styles[readings[0].as];
    const named = label.length > WIDE ? `${label.slice(0, WIDE - 1)}…` : label.padEnd(WIDE);
    const text = printable(rows[number - 1] ?? '');
    out.push(`${String(number).padStart(digits)}  ${style ? paint(style, named) : named}  ${text}`.trimEnd());
    for (const { severity, code, message } of diagnostics) {
      const told = `${severity} ${code}: ${printable(message)} ${diagnosticTable[code].advice}`;
      out.push(`${' '.repeat(digits + 2)}${paint(severityStyles[severity], `^ ${told}`)}`);
    }
  };
  for (const [part, cable] of cables.entries()) {
    const { lines } = ownText({ cables, text: raw.text }, part);
    const name = cable.id ?? 'no id';
    out.push(
      paint('bold', `${file}: ${name}${cables.length > 1 ? `, cable ${part + 1} of ${cables.length}` : ''}`),
    );
    explainLines(cable, lines).forEach(row);
  }
  return `${out.join('\n')}\n`;
}

/** `dtg`, `p3`, `heading #summary`, `(page)`, `?`. */
function nameOf({ as, name, anchor }: LineReading): string {
  if (as === 'unparsed') return '?';
  if (as === 'furniture') return `(${name})`;
  if (as === 'field') return name;
  return name === 'paragraph' || name === 'item' ? (anchor ?? name) : `${name}${anchor ? ` ${anchor}` : ''}`;
}
