/** Texts of one policy for which a known name is sought: each is compared with hundreds of them. */
const maxSought = 50;

/** Seeks what the texts of one policy most likely mean, each text once. Null where no name is near, and for texts after the fiftieth. */
export function suggesting(seek: (written: string) => string | null): (written: string) => string | null {
  const sought = new Map<string, string | null>();
  return (written) => {
    if (!sought.has(written)) sought.set(written, sought.size < maxSought ? seek(written) : null);
    return sought.get(written) ?? null;
  };
}
