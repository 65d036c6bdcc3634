/** Gives the reader a file. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // The download has begun once the click is over, but the browser may still read.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
