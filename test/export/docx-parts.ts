import { inflateRawSync } from 'node:zlib';
import { zipEntries } from '../../src/intake/zip.js';
import { parseXml, type XmlElement } from '../render/xml-check.js';

/** A part of a file of Word. */
export interface DocxPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of parts that are XML. */
  readonly root: XmlElement | undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '38', lt: '60', gt: '62', quot: '34', apos: '39' };

/** Reads a part as narrowly as `parseXml` does, which knows neither the first line nor the five names of XML. @throws Error where it is none */
const xmlOf = (text: string): XmlElement =>
  parseXml(text.replace(/^<\?xml [^?]*\?>\s*/, '').replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => `&#${NAMED[name] ?? ''};`));

/** The parts of a file of Word, in its order. @throws Error where the archive or one of its XML parts is damaged */
export function docxParts(bytes: Uint8Array<ArrayBuffer>): readonly DocxPart[] {
  const entries = zipEntries(bytes);
  if (!entries) throw new Error('no archive');
  return entries.map(({ name, method, packed }) => {
    const content = method === 0 ? packed : inflateRawSync(packed);
    const isXml = /\.(xml|rels)$/.test(name);
    return { name, bytes: content, root: isXml ? xmlOf(new TextDecoder('utf-8', { fatal: true }).decode(content)) : undefined };
  });
}
