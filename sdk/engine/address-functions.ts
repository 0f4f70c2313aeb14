import { CelFailure } from "./stops.ts";

/** An IP address as a number. */
export class IpAddress {
  readonly value: bigint;
  readonly bits: 32 | 128;

  constructor(value: bigint, bits: 32 | 128) {
    this.value = value;
    this.bits = bits;
  }
}

/** A network: an address and how many of its bits count. */
export class Cidr {
  readonly address: IpAddress;
  readonly length: number;

  constructor(address: IpAddress, length: number) {
    this.address = address;
    this.length = length;
  }
}

/** Functions on addresses that the API server has and cel-js has not. */
export const ADDRESS_FUNCTIONS: Readonly<Record<string, (...parameters: never[]) => unknown>> = {
  "isIP(string): bool": (text: string) => parseIp(text) !== undefined,
  "ip(string): IP": ip,
  "IP.family(): int": ({ bits }: IpAddress) => (bits === 32 ? 4n : 6n),
  "IP.isUnspecified(): bool": ({ value }: IpAddress) => value === 0n,
  "IP.isLoopback(): bool": ({ value, bits }: IpAddress) => (bits === 32 ? value >> 24n === 127n : value === 1n),
  "isCIDR(string): bool": (text: string) => parseCidr(text) !== undefined,
  "cidr(string): CIDR": cidr,
  "CIDR.ip(): IP": ({ address }: Cidr) => address,
  "CIDR.prefixLength(): int": ({ length }: Cidr) => BigInt(length),
  "CIDR.containsIP(IP): bool": contains,
  "CIDR.containsIP(string): bool": (network: Cidr, text: string) => contains(network, ip(text)),
  "CIDR.containsCIDR(CIDR): bool": containsNetwork,
  "CIDR.containsCIDR(string): bool": (network: Cidr, text: string) => containsNetwork(network, cidr(text)),
};

function ip(text: string): IpAddress {
  const address = parseIp(text);
  if (address === undefined) throw new CelFailure(`${text} is no IP address`);
  return address;
}

function cidr(text: string): Cidr {
  const network = parseCidr(text);
  if (network === undefined) throw new CelFailure(`${text} is no network`);
  return network;
}

function contains({ address, length }: Cidr, other: IpAddress): boolean {
  const rest = BigInt(address.bits - length);
  return address.bits === other.bits && address.value >> rest === other.value >> rest;
}

function containsNetwork(network: Cidr, other: Cidr): boolean {
  return network.length <= other.length && contains(network, other.address);
}

function parseCidr(text: string): Cidr | undefined {
  const slash = text.lastIndexOf("/");
  const address = slash < 0 ? undefined : parseIp(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined || !/^(0|[1-9]\d{0,2})$/.test(length) || Number(length) > address.bits) return undefined;
  return new Cidr(address, Number(length));
}

/** An address as Go reads it: without a zone, and without an IPv4 address in an IPv6 one. */
function parseIp(text: string): IpAddress | undefined {
  if (!text.includes(":")) {
    const value = parseIpv4(text);
    return value === undefined ? undefined : new IpAddress(value, 32);
  }
  const value = parseIpv6(text);
  return value === undefined || value >> 32n === 0xffffn ? undefined : new IpAddress(value, 128);
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const [head, tail, ...more] = text.split("::");
  if (head === undefined || more.length > 0) return undefined;
  const [left, right] = [parseGroups(head, tail === undefined), parseGroups(tail ?? "", true)];
  if (left === undefined || right === undefined) return undefined;
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => 0n), ...right];
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

/** Groups of an IPv6 address; the last may be an IPv4 address, which takes the place of two. */
function parseGroups(text: string, isLast: boolean): readonly bigint[] | undefined {
  if (text === "") return [];
  const groups: bigint[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(BigInt(`0x${part}`));
    else {
      const embedded = isLast && index === parts.length - 1 ? parseIpv4(part) : undefined;
      if (embedded === undefined) return undefined;
      groups.push(embedded >> 16n, embedded & 0xffffn);
    }
  }
  return groups;
}
