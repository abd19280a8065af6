/** The polynomial of CRC-32, bits reversed. Source: RFC 1952, section 8. */
const POLYNOMIAL = 0xedb88320;

/** `powers[n]`: x to the power of 2^n, modulo the polynomial. */
const powers: number[] = [0x40000000];
for (let n = 1; n < 32; n += 1) powers.push(multiply(powers[n - 1] ?? 0, powers[n - 1] ?? 0));

/** CRC-32 of two texts one after the other, from the CRC-32 of each and the bytes of the second. */
export function crc32Combine(first: number, second: number, bytes: number): number {
  let shift = 0x80000000;
  // Multiplying by x^8 a byte: the power of two starts at 2^3.
  for (let left = bytes, n = 3; left > 0; left = Math.floor(left / 2), n += 1) {
    if (left % 2 === 1) shift = multiply(powers[n % 32] ?? 0, shift);
  }
  return (multiply(shift, first) ^ second) >>> 0;
}

/** Product of two polynomials modulo the polynomial of CRC-32; the highest bit is x^0. */
function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let bit = 31; bit >= 0; bit -= 1) {
    if ((a >>> bit) & 1) product ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1;
  }
  return product >>> 0;
}
