import { hex } from './ids';

/**
 * JSON of what we send. Not by `JSON.stringify`, which lets any `toJSON` of the page's have its say: Prototype.js before
 * 1.7 gave one to arrays, strings and numbers that turns them into strings.
 */
export const json = (value: any): string =>
  typeof value == 'string'
    ? '"' + value.replace(/["\\\0-\x1f]/g, (c) => '\\u00' + hex(c.charCodeAt(0))) + '"'
    : !value || typeof value != 'object'
      ? `${value}`
      : Array.isArray(value)
        ? '[' + value.map((each) => json(each)) + ']'
        : '{' +
          Object.keys(value)
            .filter((name) => value[name] != null)
            .map((name) => json(name) + ':' + json(value[name])) +
          '}';

/** At least as many bytes as the value has in UTF-8. */
export const bytes = (value: unknown): number => json(value).replace(/[^\0-\x7f]/g, '123').length;
