/** Writes to standard output; settles when the reader has room for more. */
export function write(text: string): Promise<void> | undefined {
  if (text === '' || process.stdout.write(text)) return undefined;
  return new Promise((resolve) => {
    process.stdout.once('drain', resolve);
  });
}
