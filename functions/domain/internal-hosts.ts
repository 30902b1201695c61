/** Names that lead somewhere only employees can go. The text that is searched is in lower case and in NFKC. */

const insideDomains: ReadonlySet<string> = new Set(['local', 'localhost', 'internal', 'corp', 'lan', 'intranet']);

const schemed = /(?<![a-z0-9])([a-z][a-z0-9+.-]{0,30}):[/\\]{2,}([^\s/\\?#<>"'`、。「」()]+)/g;
const file = /(?<![a-z0-9])file:(?:[/\\¥]|[a-z][:|])/;
/** On Japanese keyboards the backslash is a yen sign. */
const share = /(?<![\w:/\\¥])(?:[\\¥]{2}|\/\/)([\p{L}\p{N}._$-]+)[\\¥/]+([^\s\\¥/]*)/gu;
const dotted = /[a-z0-9_-]+(?:\.[a-z0-9_-]+)*/g;
const fourNumbers = /^(?:(?:0x[\da-f]+|\d+)\.){3}(?:0x[\da-f]+|\d+)$/;
const colons = /(?<![\w:.])[\da-f]{0,4}:[\da-f:]{0,40}:[\da-f:.]{0,40}/g;

/**
 * The internal hosts, private addresses and file shares that a text names.
 * @param hosts the policy's, each with everything below it
 */
export function internalHostsIn(text: string, hosts: readonly string[]): string[] {
  // Browsers take this full stop for a dot.
  const plain = text.replace(/(?<=[a-z0-9])。(?=[a-z0-9])/g, '.');
  const internal = hosts.map((host) => host.toLowerCase());
  const inLinks = matches(plain, schemed).flatMap(([, scheme, authority = '']) =>
    scheme === 'file' ? [] : hostOf(authority.replace(/^.*@/, '')),
  );
  const inText = matches(plain, dotted).flatMap(([name]) => nameOf(name));
  const addresses = matches(plain, colons).flatMap(([address]) => hostOf(`[${address.replace(/\.$/, '')}]`));
  return [
    ...inLinks.filter((host) => isSingle(host) || isInside(host, internal)),
    ...[...inText, ...addresses].filter((host) => isInside(host, internal)),
    ...matches(plain, share).map(([, server, folder]) => `\\\\${server}\\${folder}`),
    ...(file.test(plain) ? ['file:'] : []),
  ];
}

function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

/** A host as a browser understands it: `0x7f.1` is 127.0.0.1. */
function hostOf(authority: string): string[] {
  try {
    return [new URL(`http://${authority}`).hostname.replace(/\.$/, '')];
  } catch {
    const name = authority.replace(/:\d*$/, '');
    return name.startsWith('[') ? [] : [name];
  }
}

/** A name in running text, where 10.1 is a number and only 10.0.0.1 an address. */
function nameOf(word: string): string[] {
  const name = word.replace(/^[-_]+|[-_]+$/g, '');
  return fourNumbers.test(name) ? hostOf(name) : [name];
}

function isSingle(host: string): boolean {
  return host !== '' && !host.includes('.') && !host.startsWith('[');
}

function isInside(host: string, internal: readonly string[]): boolean {
  if (host.startsWith('[')) return isPrivate6(host.slice(1, -1));
  if (fourNumbers.test(host)) return isPrivate4(host.split('.').map(Number));
  if (internal.some((inside) => host === inside || host.endsWith(`.${inside}`))) return true;
  const last = host.split('.').at(-1) ?? '';
  return host === 'localhost' || (host !== last && insideDomains.has(last));
}

/** This host, private, shared, loopback and link-local. */
function isPrivate4([a = 0, b = 0]: readonly number[]): boolean {
  return (
    [0, 10, 127].includes(a) ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}

/** Unspecified, loopback, unique local, link-local, site-local, and IPv4 in IPv6's clothes. */
function isPrivate6(address: string): boolean {
  const groups = groupsOf(address);
  const [first = 0] = groups;
  const [high = 0, low = 0] = groups.slice(6);
  const embeds4 = groups.slice(0, 5).every((group) => group === 0) && [0, 0xffff].includes(groups[5] ?? 0);
  const translated = first === 0x64 && groups[1] === 0xff9b;
  return (
    (first & 0xfe00) === 0xfc00 ||
    (first & 0xff80) === 0xfe80 ||
    ((embeds4 || translated) && isPrivate4([high >> 8, high & 0xff, low >> 8, low & 0xff]))
  );
}

/** The eight groups of an address as URLs write it. */
function groupsOf(address: string): number[] {
  const [before = [], after = []] = address
    .split('::')
    .map((half) => half.split(':').flatMap((group) => (group ? [Number.parseInt(group, 16)] : [])));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...zeros, ...after];
}
