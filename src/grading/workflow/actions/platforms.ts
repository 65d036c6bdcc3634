/** Platforms that base images are built for. @source https://docs.docker.com/build/building/multi-platform/ (read 2026-11-24) */
export const knownPlatforms = [
  'linux/amd64',
  'linux/arm64',
  'linux/arm/v7',
  'linux/arm/v6',
  'linux/arm/v5',
  'linux/386',
  'linux/ppc64le',
  'linux/s390x',
  'linux/riscv64',
  'linux/mips64le',
  'linux/loong64',
  'windows/amd64',
] as const;

/** Other names of architectures, and what BuildKit calls them. */
const architectures: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['armhf', 'arm/v7'],
  ['armel', 'arm/v6'],
  ['i386', '386'],
]);

/** A platform as BuildKit names it: `linux/aarch64` and `arm64` are `linux/arm64`, `linux/arm64/v8` too. */
export function normalPlatform(written: string): string {
  const parts = written.trim().toLowerCase().split('/');
  const full = parts.length === 1 && parts[0] !== 'linux' && parts[0] !== 'windows' ? ['linux', ...parts] : parts;
  const [os = '', arch = '', variant = ''] = full;
  const known = architectures.get(arch) ?? arch;
  if (known === 'arm64' && (variant === '' || variant === 'v8')) return `${os}/arm64`;
  if (known === 'amd64' && (variant === '' || variant === 'v1')) return `${os}/amd64`;
  if (known === 'arm' && variant === '') return `${os}/arm/v7`;
  return [os, known, variant].filter((part) => part !== '').join('/');
}

/** Whether any base image is known to serve it. */
export function isKnownPlatform(platform: string): boolean {
  return (knownPlatforms as readonly string[]).includes(platform) || /^linux\/amd64\/v[234]$/.test(platform);
}
