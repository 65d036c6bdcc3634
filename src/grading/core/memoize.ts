/**
 * A function that works out what it makes of an object once, and knows it as long as the object lives: for what many rules ask of one
 * document.
 */
export function memoize<Key extends object, Value extends object>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = read(key);
    known.set(key, value);
    return value;
  };
}
