/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html (read 2026-11-24) */
const names: readonly string[] = ['tcp', 'udp', 'icmp', 'icmpv6', 'all', '-1'];

/** True for a protocol that a rule may name: a name, a protocol number, or all. */
export function isProtocol(text: string): boolean {
  const name = text.trim().toLowerCase();
  return names.includes(name) || (/^\d{1,3}$/.test(name) && Number(name) <= 255);
}

/** True for a protocol of a rule that lets TCP through. Number 6 is TCP. */
export function admitsTcp(text: string): boolean {
  return ['tcp', '6', 'all', '-1'].includes(text.trim().toLowerCase());
}

/** True for a rule that names all protocols; then all ports are meant, whichever are written. */
export function isAllProtocols(text: string): boolean {
  return ['all', '-1'].includes(text.trim().toLowerCase());
}

/** True for ICMP of either version, by name or number: a rule of it names a type and a code where others name ports. */
export function isIcmp(text: string): boolean {
  return ['icmp', 'icmpv6', '1', '58'].includes(text.trim().toLowerCase());
}
