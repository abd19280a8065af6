import type { Block, Heading, Paragraph, Role } from '../cable.ts';
import { closeUp } from '../rows/find-heading.ts';

/** What a summary shares its part with: `SUMMARY AND COMMENT`, `SUMMARY, CONCLUSION AND ACTION REQUEST`. */
const companion =
  '(?:COMMENTS?|ACTION|ACTION REQUEST(?:ED)?|ACTION REQUIRED|INTRODUCTION|RECOMMENDATIONS?|BACKGROUND|CONCLUSIONS?|ANALYSIS|OVERVIEW|KEY POINTS|NEXT STEPS|ASSESSMENT|REQUEST|REQUEST FOR (?:GUIDANCE|ACTION|ASSISTANCE))';
const and = '(?: ?(?:,|/|&| AND) ?(?:AND )?)';
/** SUMMARY as senders wrote it: with a letter too many or too few, or with its letters in another order. */
const summaryWord = '(?:SUM{1,3}[AE]?R{0,2}A?Y|S(?=[UAMN]{1,5}R)(?=[UARN]{1,4}M)[UMARN]{4,6}Y|S U M M A R Y)';
/** Companions that it names, or before a stop any few words. */
const companions = `(?:(?:${and}${companion}){1,2}|(?: ?[/&] ?| AND )[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}(?=[ \\t]*[:.]))?`;
/** `(SBU)` behind the word; `(A)` is the first of several points. */
const mark = '\\((?!A\\))[A-Z/]{1,8}\\)';
/** Whose comment it is: `EMBASSY COMMENT`, `AMBASSADOR'S COMMENT`. */
const author =
  "(?:EMBASSY|POST|MISSION|CONGEN|CONSULATE|(?:AMBASSADOR|CHARGE|DRAFTER|POLOFF|ECONOFF|EMBOFF|CONOFF|AUTHOR|OFFICER|REPORTING OFFICER|POST|EMBASSY|MISSION|CONSULATE)['’]?S?|OUR|FINAL|CONCLUDING|CLOSING|BRIEF|FURTHER|ADDITIONAL)";

const headingRoles: readonly [RegExp, Role][] = [
  // SUMMARY EXECUTIONS are none
  [
    new RegExp(
      `(?<!PRESS |MEDIA |NEWS |DAILY |WEEKLY )\\b${summaryWord}\\b(?! (?!AND\\b|OF\\b|FOR\\b|COMMENT|INTRO)[A-Z])`,
      'i',
    ),
    'summary',
  ],
  [/^(?:BEGIN )?INTRODUCTION\b(?! OF\b)|(?: AND|&|\/) ?INTRODUCTION$/i, 'introduction'],
  [
    new RegExp(
      `^(?:BEGIN )?(?:${author} )?COMMENTS?\\b(?! (?!AND |CONT)[A-Z])|^COMMENT (?:ON|BY|FROM) |(?: AND|&|/|,) ?COMMENTS?[:.]?$|^(?:[A-Z'’]+ ){1,2}COMMENT[:.]?$`,
      'i',
    ),
    'comment',
  ],
  [/\bACTION (?:REQUEST|REQUESTED|REQUIRED)\b/i, 'action-request'],
  [/\bBIO(?:GRAPHIC)?(?:AL)?(?: (?:NOTES?|DATA|INFORMATION|SKETCH))?$/i, 'bio'],
];

/** `SUMMARY:`, `Summary.`, `(BEGIN SUMMARY)`, `SUMMARY AND COMMENT:`, `Introduction and Summary -`, `Summary (SBU):`. */
const summaryStart = new RegExp(
  `^[(["]?[-/*=]{0,6}[ \\t]*(?:BEGIN UNCLASSIFIED[.:]? )?(?:(?:BEGIN|EXECUTIVE|EMBASSY|BRIEF) ){0,2}(?:${companion}${and}){0,2}${summaryWord}${companions}(?: ?\\(?(?:CONT(?:INUED|'D|D)?\\.?)\\)?)?(?: ${mark})?[ \\t]*(?:[\\])"*_]?[:.)\\];]+["-]*|-{1,80}|[/*=]{2,80}|[–—]|\n|$)[ \\t]*(?:${mark}[ \\t:.]*)?`,
  'i',
);
/** `SUMMARY The harbor is open. END SUMMARY.`: the stop behind the word is lost, or a comma; `BEGIN SUMMARY` had the line for itself. */
const bareSummary = /^\(?(?:BEGIN )?(?:SUMMARY|Summary),?[ \t]+(?=[A-Z])(?!EXECUTION|Execution)/;
/** `This is an action request, see paragraph 4. Summary: Text`. */
const laterSummary = /[.!?)"] {1,2}\(?(?:SUMMARY[:.]|Summary:)[ \t]*/;
/** How far into a paragraph a summary may begin. */
const laterReach = 300;
const endWords = `\\bE ?N ?D(?: OF|-)? ?(?:EXECUTIVE |${companion}${and}){0,2}${summaryWord}`;
// END SUMMARY. / END SUMMARY AND COMMENT) / END SUMMARY at the end of the text
const summaryEnd = new RegExp(
  `${endWords}${companions}[ \\t]{0,4}[-)/*=]{0,6}[ \\t]{0,4}(?:[.:;,)\\]\n]|$)|\\bSUMMARY ENDS\\b\\.?`,
  'i',
);
const anywhereEnd = new RegExp(`${endWords}\\b|\\bSUMMARY ENDS\\b`, 'i');
/** `END COMMENT`, `End of bio note`: closes the part of a role. */
const roleEnds: Record<Exclude<Role, 'summary'>, RegExp> = {
  comment: /\bEND (?:OF )?(?:[A-Z'’]+ ){0,2}COMMENTS?\b/i,
  introduction: /\bEND (?:OF )?INTRODUCTION\b/i,
  'action-request': /\bEND (?:OF )?ACTION\b/i,
  bio: /\bEND (?:OF )?BIO/i,
  note: /\bEND (?:OF )?NOTE\b/i,
};
/** `Summary continued:` in the paragraph behind. */
const summaryContinued = /^\(?SUMMARY,? \(?CONT/i;
/** How many paragraphs ahead the end of a part is looked for, and among how many blocks. */
const endReach = 8;
const blockReach = 40;

const textRoles: readonly [RegExp, Role][] = [
  [
    new RegExp(
      `^[([]?(?:BEGIN |A )?(?:${author} )?COMMENTS?(?:(?<=T) (?:ON|BY|FROM) [A-Z'’ ]{2,40}(?=:)|(?: AND |/| & |, )[A-Z /]{3,30}| ?\\((?:CONT(?:INUED|'D|D)?\\.?|[A-Z/]{1,8})\\)| CONT(?:INUED|'D))?[ \\t]*(?:[:;.)\\]\n]|--?(?:[ \\t]|$)|[–—]|$)`,
      'i',
    ),
    'comment',
  ],
  [/^[([]?(?:BEGIN )?INTRODUCTION(?: AND [A-Z ]{3,20})?[ \t]*(?:[:.]|--?[ \t])/i, 'introduction'],
  [
    /^\(?(?:(?:THIS IS AN )?ACTION (?:REQUEST(?:ED)?|REQUIRED|MESSAGE)\b[ \t]*(?:[:.]|--?[ \t]|$)|ACTION:[ \t])/i,
    'action-request',
  ],
  [/^\(?BIO(?:GRAPHIC(?:AL)?)? (?:NOTES?|DATA|INFORMATION)(?: ON [^:.]{2,40})?[ \t]*[:.]/i, 'bio'],
  [/^[([]?NOTE:/i, 'note'],
];
/** `Consul General's comment:`, `USUN COMMENT:`: whoever it is. */
const authored = /^[([]?(?!No )(?!NO )(?:[A-Z][A-Za-z.'’]{1,20} ){1,4}[Cc](?:omment|OMMENT):/;
/** `COMMENT  The port is old.`: the stop behind the word is lost. */
const bareComment = /^[([]?COMMENT (?!(?:ON|BY|FROM|WAS|IN|OF|TO|FOR|IS)\b)[A-Z]/;
/** A word of the patterns above, near the start: most paragraphs hold none. */
const roleWord = /COMMENT|INTRODUCTION|ACTION|BIO|NOTE/i;
const roleReach = 70;
/** The same behind the words for whose comment it is. */
const authorReach = 90;

/**
 * Gives headings and paragraphs their roles and the summary its text: what stands under a heading SUMMARY, or between
 * `SUMMARY:` and `END SUMMARY`, without numbers, marks and markers. Source: cable format, section 13.
 */
export function parseRoles(body: Block[]): { summary?: string } {
  let underHeading: Role | undefined;
  let inSummary = false;
  let found: Paragraph[] = [];
  const paragraphs: Paragraph[] = [];
  let done = false;
  let shortSummary = false;
  /** Index behind the part of a role that a paragraph opened and a later one closes. */
  let partEnd = 0;
  let part: Role | undefined;
  /** `1. (C) Summary` stands alone: the paragraphs without a number behind it are its text. */
  let headsSummary = false;
  for (const [at, block] of body.entries()) {
    if (block.type === 'heading') {
      if (closing.test(block.text)) {
        done ||= inSummary;
        inSummary = false;
        underHeading = undefined;
        continue;
      }
      const role = headingRole(block);
      if (role) block.role = role;
      underHeading = role;
      if (inSummary && !hasEndAhead(body, at)) {
        inSummary = false;
        done = true;
      }
      // where neither END SUMMARY nor another heading follows, the first paragraph under it is all
      shortSummary = role === 'summary' && !hasEndAhead(body, at) && !hasHeadingAhead(body, at, block.level);
      continue;
    }
    if (block.type !== 'paragraph') continue;
    paragraphs.push(block);
    const text = block.text;
    if (headsSummary && (block.number ?? block.label) !== undefined) {
      headsSummary = false;
      // the numbered paragraph below is the text, where no other stands between
      inSummary = found.length === 1;
      done = !inSummary;
    }
    if (!done && !inSummary && (underHeading === 'summary' || opensSummary(body, at))) {
      inSummary = true;
      headsSummary = summaryStart.exec(text)?.[0].length === text.length && !block.items;
    }
    if (inSummary) {
      block.role = 'summary';
      found.push(block);
      if (hasEnd(block)) {
        inSummary = false;
        done = true;
        if (underHeading === 'summary') underHeading = undefined;
      } else if ((underHeading !== 'summary' && !headsSummary && !hasEndAhead(body, at)) || shortSummary) {
        if (shortSummary) underHeading = undefined;
        inSummary = false;
        done = true;
      }
      continue;
    }
    if (!done && found.length === 0 && endsSummary(lastText(block))) {
      // END SUMMARY without a start: what stands before is the summary
      found = paragraphs.filter((one) => one.role === undefined).slice(-3);
      for (const one of found) one.role = 'summary';
      done = true;
      continue;
    }
    if (underHeading && opensOther(text, underHeading)) underHeading = undefined;
    if (underHeading) {
      block.role = underHeading;
      if (closes(block, underHeading)) underHeading = undefined;
    } else if (at < partEnd && part) block.role = part;
    else {
      part = textRole(text);
      if (!part) continue;
      block.role = part;
      partEnd = endOfPart(body, at, part);
    }
  }
  const summary = found
    .map(summaryText)
    .filter((text) => text !== '')
    .join('\n\n');
  return summary === '' ? {} : { summary };
}

/** `COMMENT:`, `ACTION REQUEST:` under the heading of another part. */
function opensOther(text: string, role: Role): boolean {
  const own = textRole(text);
  return own !== role && (own === 'comment' || own === 'action-request');
}

/** A heading that closes: `END SUMMARY` alone on its line. */
const closing = /^END\b/i;

/** The paragraph opens the summary: `SUMMARY:`, or `SUMMARY` without a stop where END SUMMARY follows. */
function opensSummary(body: readonly Block[], at: number): boolean {
  const block = body[at] as Paragraph;
  return (
    summaryStart.test(block.text) ||
    (bareSummary.test(block.text) && (hasEnd(block) || hasEndAhead(body, at))) ||
    beginsLater(block.text) > 0
  );
}

/** Where a summary begins behind other sentences of its paragraph, behind its marker; 0 where none does. */
function beginsLater(text: string): number {
  const head = text.slice(0, laterReach);
  const match = head.includes('UMMARY') || head.includes('ummary:') ? laterSummary.exec(head) : null;
  return match ? match.index + match[0].length : 0;
}

/** `(Comment: He is popular. End comment.) The minister left.`: in brackets, before text that is none. */
const aside = /^[([][^()[\]]{0,2000}\bEND (?:OF )?(?:[A-Z'’]+ ){0,2}(?:COMMENT|NOTE)\.?[)\]]\.?[ \t]+\S/i;

function textRole(text: string): Role | undefined {
  if ((text[0] === '(' || text[0] === '[') && aside.test(text)) return undefined;
  const word = roleWord.exec(text.slice(0, authorReach));
  if (!word) return undefined;
  const role =
    word.index + word[0].length <= roleReach
      ? textRoles.find(([pattern]) => pattern.test(text))?.[1]
      : undefined;
  if (role !== undefined) return role;
  return authored.test(text) || (bareComment.test(text) && roleEnds.comment.test(text.slice(-60)))
    ? 'comment'
    : undefined;
}

function closes(block: Paragraph, role: Role): boolean {
  return role !== 'summary' && roleEnds[role].test(lastText(block));
}

/** The word is all that its paragraph says. */
const roleAlone =
  /^[([]?(?:[A-Z]+ )?(?:COMMENT|INTRODUCTION|ACTION REQUEST(?:ED)?|BIO(?:GRAPHIC)? NOTES?)[:.)\]]*$/i;

/** Index behind the paragraph that closes a part which this one opens; its own where none does. */
function endOfPart(body: readonly Block[], at: number, role: Role): number {
  if (closes(body[at] as Paragraph, role)) return at + 1;
  for (let next = at + 1, seen = 0; next < body.length && seen < endReach; next += 1) {
    const block = body[next] as Block;
    if (block.type === 'heading') break;
    if (block.type !== 'paragraph') continue;
    seen += 1;
    if (summaryStart.test(block.text) || textRole(block.text)) break;
    if (closes(block, role)) return next + 1;
  }
  // 3. (C) COMMENT / 4. (C) The port is old.
  const { text, items } = body[at] as Paragraph;
  return text.length < 30 && !items && roleAlone.test(text) ? at + 2 : at + 1;
}

function headingRole(block: Heading): Role | undefined {
  if (block.text.length > 60) return undefined;
  const text = closeUp(block.text);
  return headingRoles.find(([pattern]) => pattern.test(text))?.[1];
}

/** A heading of the next part: not under this one's level, or above a numbered paragraph. */
function hasHeadingAhead(body: readonly Block[], at: number, level: number): boolean {
  for (let next = at + 1; next < body.length && next < at + 12; next += 1) {
    const block = body[next] as Block;
    if (block.type !== 'heading') continue;
    const below = body[next + 1];
    if (block.level <= level || (below?.type === 'paragraph' && below.number !== undefined)) return true;
  }
  return false;
}

/** END SUMMARY stands in one of the next paragraphs, before another part begins. */
function hasEndAhead(body: readonly Block[], at: number): boolean {
  let seen = 0;
  for (const block of body.slice(at + 1, at + blockReach)) {
    if (seen === endReach) return false;
    if (block.type !== 'paragraph') continue;
    seen += 1;
    if (textRoles.some(([pattern, role]) => role === 'comment' && pattern.test(block.text))) return false;
    if (summaryContinued.test(block.text)) return true;
    if (summaryStart.test(block.text)) return false;
    if (hasEnd(block)) return true;
  }
  return false;
}

/** END SUMMARY closes the paragraph, or stands in it with a stop behind and text that goes on. */
function hasEnd(block: Paragraph): boolean {
  return endsSummary(lastText(block)) || (holdsSummary(block.text) && summaryEnd.test(block.text));
}

/** Cheap: most paragraphs do not hold the word, however it is written. */
function holdsSummary(text: string): boolean {
  return text.includes('UM') || text.includes('um') || text.includes('Um') || text.includes('U M M');
}

function endsSummary(text: string): boolean {
  return holdsSummary(text) && anywhereEnd.test(text);
}

/** The last 300 characters of a paragraph with its sub-items. */
function lastText(block: Paragraph): string {
  const item = block.items?.[block.items.length - 1];
  const inner = item?.items?.[item.items.length - 1];
  return (inner?.text ?? item?.text ?? block.text).slice(-300);
}

function summaryText(block: Paragraph): string {
  const own = block.text.replace(summaryStart, '').replace(bareSummary, '');
  const parts = [own.length === block.text.length ? own.slice(beginsLater(own)) : own];
  for (const item of block.items ?? []) {
    parts.push(item.text);
    for (const inner of item.items ?? []) parts.push(inner.text);
  }
  const text = parts.filter((part) => part !== '').join('\n');
  const end = summaryEnd.exec(text);
  return end
    ? text
        .slice(0, end.index)
        .trimStart()
        .replace(/[-/*= \t([\n]{1,12}$/, '')
    : text.trim();
}
