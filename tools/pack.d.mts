/** Where the packed package lies; absolute paths. */
export interface Packed {
  readonly folder: string;
  readonly tarball: string;
  readonly manifest: { readonly name: string; readonly version: string; readonly [field: string]: unknown };
}
export function packed(root?: string): Packed;
export function pack(root?: string): Packed;
