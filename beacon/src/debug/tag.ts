/** What the tag says, as the script reads it: its attributes, or a query on its address where attributes are dropped. */
export interface Tag {
  site: string;
  server: string;
  /** The overlay is wanted by the tag, and by whoever wrote it therefore. */
  debug: boolean;
  /** Where the doors for people are: what `data-debug` says, else the server's origin. */
  house: string;
}

/** @param here the address of this module, which lies beside the script */
export const readTag = (here: string): Tag => {
  const beside = new URL('overture.js', here).href;
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src*="/overture.js"]')];
  const tag = scripts.find(({ src }) => src.split(/[?#]/)[0] == beside) || scripts[0];
  const query = new URL(tag?.src || here).searchParams;
  const said = (name: string) => tag?.dataset[name] ?? query.get(name);
  const server = new URL(said('server') || tag?.src || here).origin;
  const debug = said('debug');
  return { site: said('site') || '', server, debug: debug != null, house: /^https?:/.test(debug || '') ? new URL(debug!).origin : server };
};
