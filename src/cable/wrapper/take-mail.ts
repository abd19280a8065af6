import type { Wrapper } from '../cable.ts';
import { decisionStamp, pageStamp, reviewStamp, stampPart } from '../lines/release-stamp.ts';
import { cableLine } from './dump-record.ts';
import { cut, type Piece, type Row, rowsOf, setAside } from './piece.ts';

/** How many characters and lines from the start the head of a mail may have. */
const HEAD_REACH = 8000;
const MOST_ROWS = 120;
// -----Original Message-----, Begin forwarded message:
const MAIL_START =
  /^\s*(?:-{2,}[ \t]*(?:Original|Forwarded) Message[ \t]*-{2,}|Begin forwarded message:)[ \t]*\n\s*(?=\*{0,2}From:)/i;
const QUOTE_SIGNS = /^(?:>[ \t]?){1,9}/gm;
// From: / Sent: / *To:* / Message-ID: of a mail
const MAIL_LINE =
  /^\*{0,2}(From|Sent|To|Cc|Bcc|Date|Subject|Attachments|Importance|Received|Sender|References(?=: ?<)|Organization|Newsgroups|Path|Lines|Status|[A-Z][A-Za-z]*(?:-[A-Za-z]+)+)[ \t]?:\*{0,2}[ \t]*(.*)$/;
// The fields that say something of the cable
const TELLING = /^(?:from|sent|to|cc|bcc|subject|attachments|importance)$/;
// A note above the mail that is handed on
const HANDED_ON =
  /^(?:-{2,}[ \t]*(?:Original|Forwarded) Message[ \t]*-{2,}|Begin forwarded message:)[ \t]*$/im;
/** How long the note may be. */
const NOTE_REACH = 3000;
/** The sender's name and address below a mail, behind two dashes and a blank. */
const SENDER_BELOW = /\n-- \n[\s\S]{0,600}$/;
// SENSITIVE, UNCLASSIFIED//FOUO
const MARKING =
  /^[ \t]*(?:UNCLASSIFIED|SENSITIVE(?: BUT UNCLASSIFIED)?|SBU|CONFIDENTIAL|SECRET)(?:\/{1,2}[A-Z]+)*$/;
// SAMPLETOWN 00000012 P CO 04-FEB-09 TITLE [1234567]
const MAIL_SUBJECT =
  /^([A-Z][A-Z .'’-]*?)[ \t]+(\d{1,8})[ \t]+([A-Z])[ \t]+(UN|CO|SE|LO|SB)[ \t]+(\d{1,2}-[A-Z]{3}-\d{2,4})\b/;

/** The mail that carried the cable, and those that it was forwarded in; a reply quotes the one that it answers. */
export function takeMail(piece: Piece): void {
  for (let mails = 0; mails < 5; mails++) {
    const isSent = piece.text.slice(0, HEAD_REACH).includes('From:');
    if (!((isSent && takeMailHead(piece)) || takeQuoted(piece) || (isSent && takeNote(piece)))) return;
  }
}

/** What somebody wrote above the mail that he hands on, as far as nothing of a cable stands there. */
function takeNote(piece: Piece): boolean {
  const from = endOfStamps(rowsOf(piece.text, MOST_ROWS));
  const head = piece.text.slice(from, from + NOTE_REACH);
  const note = head.slice(0, HANDED_ON.exec(head)?.index ?? 0);
  if (note.trim() === '' || cableLine.test(note)) return false;
  setAside(piece, from, from + note.length);
  return true;
}

/** A stamp of a release, or a page's marking. */
function isAboveMail(text: string): boolean {
  return [pageStamp, stampPart, decisionStamp, reviewStamp, MARKING].some((stamp) => stamp.test(text));
}

/** Where what is printed and stamped above a mail ends. */
function endOfStamps(rows: readonly Row[]): number {
  const first = rows.findIndex((row) => row.text.trim() !== '' && !isAboveMail(row.text));
  return first === 0 ? 0 : (rows.at(first < 0 ? -1 : first - 1)?.end ?? 0);
}

/** `From:`, `Sent:`, `To:`, `Subject:`, perhaps below stamps of a release and markings, which stay. */
function takeMailHead(piece: Piece): boolean {
  const rows = rowsOf(piece.text, MOST_ROWS);
  const from = endOfStamps(rows);
  const start = from + (MAIL_START.exec(piece.text.slice(from, from + 200))?.[0].length ?? 0);
  const values: Record<string, string> = {};
  let last: string | undefined;
  let end = start;
  for (const row of rows.filter((row) => row.end > start)) {
    const match = MAIL_LINE.exec(row.text);
    if (match) {
      last = (match[1] ?? '').toLowerCase();
      values[last] = match[2] ?? '';
      end = row.end;
    } else if (last !== undefined && /^[ \t]+\S/.test(row.text)) {
      values[last] = `${values[last]} ${row.text.trim()}`;
      end = row.end;
    } else break;
  }
  if (!values.from || !(values.sent || values.date) || values.subject === undefined) return false;
  const raw = [piece.wrapper?.raw, piece.text.slice(from, end).trim()].filter(Boolean).join('\n');
  const wrapper: Wrapper = { ...piece.wrapper, kind: 'email', raw };
  for (const [key, value] of Object.entries(values)) if (TELLING.test(key)) wrapper[key] = value;
  const subject = MAIL_SUBJECT.exec(values.subject);
  if (subject) {
    wrapper.station = subject[1];
    wrapper.serial = String(Number(subject[2]));
    wrapper.precedence = subject[3];
    wrapper.classification =
      { UN: 'UNCLASSIFIED', CO: 'CONFIDENTIAL', SE: 'SECRET' }[subject[4] ?? ''] ?? subject[4];
    wrapper.date = subject[5];
  }
  piece.wrapper = wrapper;
  cut(piece, from, end);
  const below = piece.text.includes('\n-- \n') ? SENDER_BELOW.exec(piece.text) : null;
  if (below) setAside(piece, below.index, piece.text.length);
  return true;
}

/** A text that is quoted as in a mail: the signs before its lines go, and what was written around it. */
function takeQuoted(piece: Piece): boolean {
  if (!piece.text.includes('>')) return takeStrokes(piece);
  if (!piece.text.includes('\n>') && !/^\s*>/.test(piece.text)) return false;
  const lines = piece.text.split('\n');
  const first = lines.findIndex((line) => line.startsWith('>'));
  const last = lines.findLastIndex((line) => line.startsWith('>'));
  const block = lines.slice(first, last + 1).filter(isFull);
  const quoted = block.filter((line) => line.startsWith('>')).length;
  if (quoted <= block.length * 0.9 || quoted * 2 <= lines.filter(isFull).length) return false;
  const above = lines.slice(0, first).join('\n').length + Math.min(first, 1);
  const below = lines.slice(0, last + 1).join('\n').length;
  setAside(piece, below, piece.text.length);
  piece.text = piece.text.slice(0, above) + piece.text.slice(above).replace(QUOTE_SIGNS, '');
  // Richard Roe wrote:
  if (lines.slice(0, first).findLast(isFull)?.trimEnd().endsWith(':')) setAside(piece, 0, above);
  return true;
}

/** A text that older programs quote by a stroke before each of its lines. */
function takeStrokes(piece: Piece): boolean {
  if (!/^\s*\|/.test(piece.text)) return false;
  const lines = piece.text.split('\n').filter(isFull);
  const plain = piece.text.replace(STROKE, '');
  if (!lines.every((line) => line.startsWith('|')) || !cableLine.test(plain)) return false;
  piece.text = plain;
  return true;
}

const STROKE = /^\|[ \t]?/gm;

const isFull = (line: string): boolean => line.trim() !== '';
