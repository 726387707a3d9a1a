/** The tag the shop pasted, what it says, and the server that it names (or that it was loaded from). */
const tag = document.currentScript as HTMLScriptElement;

export const data: DOMStringMap = tag.dataset;
/** The talk lies beside this script, so that a policy that lets one in lets in both. */
export const talkUrl = new URL('overture-talk.js', tag.src).href;
export const server = new URL(data.server || tag.src).origin;
