/** A stretch of the text: UTF-16 code units from 0, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A string with the text it stands for, escapes resolved. The span includes the quotes. */
export interface JsonString extends Span {
  readonly kind: 'string';
  readonly value: string;
}

/** A number. */
export interface JsonNumber extends Span {
  readonly kind: 'number';
  /** As written, so that no digit is lost. */
  readonly text: string;
}

/** `true` or `false`. */
export interface JsonBoolean extends Span {
  readonly kind: 'boolean';
  readonly value: boolean;
}

/** `null`, or a place where a value is missing or cannot be read (`readable: false`). */
export interface JsonNull extends Span {
  readonly kind: 'null';
  readonly readable: boolean;
}

/** An array. */
export interface JsonList extends Span {
  readonly kind: 'list';
  readonly items: readonly JsonNode[];
}

/** A key of an object with its value. */
export interface JsonMember {
  readonly key: JsonString;
  readonly value: JsonNode;
}

/** An object; members keep their order, and a key that stands twice is there twice. */
export interface JsonObject extends Span {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

/** A piece of JSON and its place. */
export type JsonNode = JsonString | JsonNumber | JsonBoolean | JsonNull | JsonList | JsonObject;

/** The plain value of a tree, for a schema. Of equal keys the last one stays; objects have no prototype. */
export function plainValueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'string':
    case 'boolean':
      return node.value;
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    case 'list':
      return node.items.map(plainValueOf);
    case 'object': {
      const plain: Record<string, unknown> = Object.create(null);
      for (const { key, value } of node.members) plain[key.value] = plainValueOf(value);
      return plain;
    }
  }
}
