/**
 * First bytes of a compact file: a byte no text begins with, `SMC`, the two line ends and the end-of-file mark that careless
 * transports spoil, and the version of the format.
 */
export const MAGIC: readonly number[] = [0x89, 0x53, 0x4d, 0x43, 0x0d, 0x0a, 0x1a, 0x01];

/** Whether bytes begin as a compact file of any version does. */
export const isCompact = (bytes: Uint8Array): boolean => MAGIC.slice(0, -1).every((byte, at) => bytes[at] === byte);
