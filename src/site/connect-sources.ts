/**
 * Where a page may connect to, for its content security policy: the site itself, and the brokers that a class may use by their
 * addresses, separated by blanks. An address that is not `wss:` is left out.
 *
 * @example connectSources('wss://broker.example.org/mqtt') // => "'self' wss://broker.example.org"
 */
export function connectSources(brokers = ''): string {
  const origins = brokers
    .split(/\s+/)
    .map((address) => URL.parse(address))
    .flatMap((address) => (address?.protocol === 'wss:' ? [`wss://${address.host}`] : []));
  return ["'self'", ...new Set(origins)].join(' ');
}
