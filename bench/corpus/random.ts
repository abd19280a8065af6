/** Numbers that look random and are the same on every machine: xorshift over a mixed seed. No `Math.random`, no clock. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [low, high]. */
  int(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** Spreads a whole number over 32 bits. Two inputs that differ in one bit differ in about half the bits of the result. */
export function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** A stream of its own for each pair of numbers, so that cable 4711 is the same whether or not the others were made. */
export function createRandom(seed: number, stream: number): Random {
  let a = mix(seed ^ 0x9e3779b9) || 1;
  let b = mix(stream + 0x7f4a7c15) ^ mix(seed);
  const next = (): number => {
    a = (a + 0x6d2b79f5) | 0;
    b ^= b << 13;
    b ^= b >>> 17;
    b ^= b << 5;
    return mix(a ^ b) / 4294967296;
  };
  // xorshift stands still at zero
  if (b === 0) b = 0x1234567;
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)] as (typeof from)[number],
  };
}

/** A draw from the normal distribution with mean 0 and deviation 1 (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
