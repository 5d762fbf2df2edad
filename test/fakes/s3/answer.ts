/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** An error of S3: a status, a code, and fields of its own in the XML (`Region`). */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message = code, fields: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

/** `<name>…</name>` for every field, in order; an array repeats its element. */
export function xml(name: string, content: XmlContent): string {
  if (typeof content === 'string') return `<${name}>${escaped(content)}</${name}>`;
  const inner = Object.entries(content).flatMap(([key, value]) =>
    [value].flat().map((each) => xml(key, each)),
  );
  return `<${name}>${inner.join('')}</${name}>`;
}

export type XmlContent = string | { readonly [name: string]: XmlContent | readonly XmlContent[] };

export function xmlAnswer(name: string, content: XmlContent): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${xml(name, content)}`,
  };
}

/** A HEAD request gets the status alone, as from S3. */
export function refusalAnswer(refusal: Refusal): Answer {
  const content = { Code: refusal.code, Message: refusal.message, ...refusal.fields };
  return { ...xmlAnswer('Error', content), status: refusal.status };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
