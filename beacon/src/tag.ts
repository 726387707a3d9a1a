/** The tag the shop pasted, what it says, and the server that it names (or that it was loaded from). */
const tag = document.currentScript as HTMLScriptElement;

export const data: DOMStringMap = tag.dataset;
/** The other scripts lie beside this one, so that a policy that lets one in lets in all. */
export const beside = (name: string): string => new URL(`overture-${name}.js`, tag.src).href;
export const server = new URL(data.server || tag.src).origin;
