import { data } from '@actions/expressions';
import { isUnknown } from './unknown.ts';

/** A value of an expression as plain data. A function is a property that is only worked out when it is read. */
export type Value = string | number | boolean | null | readonly Value[] | OpenValue | Properties;

interface Properties {
  readonly [key: string]: Value | (() => Value);
}

/** An object that has every property that it is asked for: secrets, or the outputs of an action that nobody here knows. */
export class OpenValue {
  readonly property: (name: string) => Value;
  /** The names of those that are known to be there. */
  readonly names: () => Iterable<string>;

  constructor(property: (name: string) => Value, names: () => Iterable<string> = () => []) {
    this.property = property;
    this.names = names;
  }
}

/** A value as GitHub's evaluator takes it. */
export function toData(value: Value): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (value instanceof OpenValue) return new OpenDictionary(value);
  if (Array.isArray(value)) return new data.Array(...(value as Value[]).map(toData));
  return new LazyDictionary(value as Properties);
}

/** A value of GitHub's evaluator as plain data. */
export function toValue(value: data.ExpressionData): Value {
  switch (value.kind) {
    case data.Kind.Null:
      return null;
    case data.Kind.String:
      return value.coerceString();
    case data.Kind.Number:
      return value.number();
    case data.Kind.Boolean:
      return value.number() === 1;
    case data.Kind.Array:
      return (value as data.Array).values().map(toValue);
    default:
      return Object.fromEntries((value as data.Dictionary).pairs().map((pair) => [pair.key, toValue(pair.value)]));
  }
}

/** A value as it is put into a text. */
export function asText(value: Value): string {
  return toData(value).coerceString();
}

/** Whether `if` takes a value for true. */
export function isTruthy(value: data.ExpressionData): boolean {
  switch (value.kind) {
    case data.Kind.Null:
      return false;
    case data.Kind.String:
      return value.coerceString() !== '';
    case data.Kind.Boolean:
    case data.Kind.Number:
      return value.number() !== 0 && !Number.isNaN(value.number());
    default:
      return true;
  }
}

/** Whether a value is nothing or the empty text. */
export function isEmpty(value: data.ExpressionData): boolean {
  return value.kind === data.Kind.Null || (value.kind === data.Kind.String && value.coerceString() === '');
}

/** Whether a value depends on something that is not known. */
export function isUnknownData(value: data.ExpressionData): boolean {
  return value.kind === data.Kind.String && isUnknown(value.coerceString());
}

/** Properties that are worked out when they are read; their names are compared without regard to case. */
class LazyDictionary extends data.Dictionary {
  readonly #properties: Properties;

  constructor(properties: Properties) {
    super();
    this.#properties = properties;
  }

  override get(key: string): data.ExpressionData | undefined {
    const lower = key.toLowerCase();
    const name = Object.hasOwn(this.#properties, key)
      ? key
      : Object.keys(this.#properties).find((own) => own.toLowerCase() === lower);
    if (name === undefined) return undefined;
    const found = this.#properties[name];
    return toData(typeof found === 'function' ? found() : (found ?? null));
  }

  override values(): data.ExpressionData[] {
    return this.pairs().map((pair) => pair.value);
  }

  override pairs(): ReturnType<data.Dictionary['pairs']> {
    return Object.keys(this.#properties).map((key) => ({ key, value: this.get(key) ?? new data.Null() }));
  }
}

class OpenDictionary extends data.Dictionary {
  readonly #open: OpenValue;

  constructor(open: OpenValue) {
    super();
    this.#open = open;
  }

  override get(key: string): data.ExpressionData {
    return toData(this.#open.property(key));
  }

  override values(): data.ExpressionData[] {
    return this.pairs().map((pair) => pair.value);
  }

  override pairs(): ReturnType<data.Dictionary['pairs']> {
    return Array.from(this.#open.names(), (key) => ({ key, value: this.get(key) }));
  }
}
