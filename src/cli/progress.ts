/** What long work tells of itself: one line that renews itself on a terminal, plain lines now and then elsewhere. */
export interface Progress {
  /** A new step of the work begins. */
  step(name: string): void;
  /** So many of so many are done; `what` the work is at, where it can be said. */
  update(done: number, total: number, what?: string): void;
  /** The last step is over. */
  end(): void;
}

/** Milliseconds between two renewals on a terminal, and between two lines elsewhere. */
const OFTEN = 100;
const SELDOM = 10_000;

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const live = stream.isTTY === true;
  let name = '';
  let began = 0;
  let told = 0;
  let shown = false;
  let last: { done: number; total: number } | undefined;

  const line = (done: number, total: number, what?: string) => {
    const seconds = (performance.now() - began) / 1000;
    const rate = seconds > 0.5 ? `, ${number(Math.round(done / seconds))} a second` : '';
    return `${name}: ${number(done)} of ${number(total)}${rate}${what ? `, ${what}` : ''}`;
  };
  const show = (text: string) => {
    if (!live) stream.write(`${text}\n`);
    else stream.write(`\r\u001b[2K${text.slice(0, Math.max(20, (stream.columns || 80) - 1))}`);
    shown = live;
  };
  const close = () => {
    if (name === '') return;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const count = last ? `${number(last.total)}, ` : '';
    show(`${name}: ${count}${seconds} s`);
    if (shown) stream.write('\n');
    shown = false;
    name = '';
  };

  return {
    step(next) {
      close();
      name = next;
      began = performance.now();
      told = began;
      last = undefined;
      if (live) show(`${name} ...`);
    },
    update(done, total, what) {
      last = { done, total };
      const now = performance.now();
      if (now - told < (live ? OFTEN : SELDOM)) return;
      told = now;
      show(line(done, total, what));
    },
    end: close,
  };
}

function number(value: number): string {
  return value.toLocaleString('en');
}
