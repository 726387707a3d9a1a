/** The tag the shop pasted, what it says, and the server that it names (or that it was loaded from). */
const tag = document.currentScript as HTMLScriptElement;

export const data: DOMStringMap = tag.dataset;
export const server = new URL(data.server || tag.src).origin;
