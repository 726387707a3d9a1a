/**
 * The tag the shop pasted, or that a tag manager put in: then it may have lost its attributes, and be current no more. What
 * it does not say, a query on its address may.
 */
const tag = (document.currentScript || document.querySelector('script[src*="/overture.js"]')) as HTMLScriptElement;

export const data: DOMStringMap = {};
new URL(tag.src).searchParams.forEach((value, name) => (data[name] = value));
Object.assign(data, tag.dataset);
/** The other scripts lie beside this one, so that a policy that lets one in lets in all. */
export const beside = (name: string): string => new URL(`overture-${name}.js`, tag.src).href;
export const server = new URL(data.server || tag.src).origin;
