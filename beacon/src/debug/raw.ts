/** A push of the shop's, in either dialect, taken apart: what it is called and the parameters it was given. */
export interface Raw {
  name: string;
  params: Record<string, any>;
}

const isObject = (value: unknown): value is Record<string, any> => typeof value == 'object' && !!value;

export const takeApart = (raw: any): Raw => {
  if (!isObject(raw)) return { name: '', params: {} };
  // gtag's arguments, or a call of ours: a command, a name, parameters.
  if (typeof raw[0] == 'string') {
    const given = /^(event|track)$/.test(raw[0]);
    const params = raw[given ? 2 : raw.length - 1];
    return { name: given ? `${raw[1]}` : raw[0], params: isObject(params) ? params : {} };
  }
  const { event, ecommerce, eventModel, ...rest } = raw;
  const params = { ...rest, ...(isObject(eventModel) ? eventModel : {}), ...(isObject(ecommerce) ? ecommerce : {}) };
  return { name: event == null ? '' : `${event}`, params };
};

/** As a developer would write it; what refers to itself or will not be written is said to be so. At most `most` characters. */
export const written = (value: unknown, most = 2000): string => {
  const seen = new Set();
  let text: string | undefined;
  try {
    // gtag pushes its `arguments`, which would be written as an object with numbers for names.
    const list = isObject(value) && !Array.isArray(value) && typeof value[0] == 'string' ? Array.from(value as any) : value;
    text = JSON.stringify(
      list,
      (_, each) => {
        if (typeof each == 'function') return '(a function)';
        if (typeof each == 'bigint') return `${each}`;
        if (typeof Node == 'function' && each instanceof Node) return '(a node of the page)';
        if (isObject(each)) {
          if (seen.has(each)) return '(seen above)';
          seen.add(each);
        }
        return each;
      },
      2,
    );
  } catch {
    text = '(cannot be written)';
  }
  text ??= `${typeof value}`;
  return text.length > most ? text.slice(0, most) + '…' : text;
};
