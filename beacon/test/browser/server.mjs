// A boutique and an Overture small enough to test the script in a real browser: it records what arrives, acknowledges
// it, and lets a test send any frame.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

// No 'unsafe-inline', no nonce for styles: the card has to do without.
const POLICY = "default-src 'self'; script-src 'self' 'nonce-shop'; style-src 'self' 'nonce-shop'; connect-src 'self' ws:";

/** The most bytes of a frame or a post, as the service has it. */
const MOST_BYTES = 64 * 1024;

const page = (language, head, tag) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>Maison</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style nonce="shop">
  :root { color-scheme: light dark; }
  body { margin: 0; font: 17px/1.6 Georgia, serif; }
  main { padding: 8vw; }
  main div { height: 36vh; background: #8882; margin: 4vh 0; }
</style>
<script nonce="shop">
  window.dataLayer = window.dataLayer || [];
  function gtag() { dataLayer.push(arguments); }
</script>
${head}
${tag}</head>
<body><main><h1>Aurelle</h1><div></div><p>Méridienne, <a href="/other">calibre 12</a></p><input aria-label="search"><div></div></main></body></html>`;

/**
 * - `beacons`, `frames`: what came, as it came; `said`: the same as the service takes it, each once: `by` hello, socket or
 *   http, in whose name, with which consent, and its events; `events(name?)`: those of `said`, each with its visitor
 * - `sockets`: open ones; `connections`: the instant of each ever made; `asked`: the path of each request
 * - `shop`: what the next pages have and meet: `head` before the tag, another `tag`, `without` the script at that path,
 *   `parting`: the code with which a socket is closed 50 ms after its welcome
 */
export const startServer = async () => {
  const scripts = {};
  for (const name of ['/overture.js', '/overture-live.js', '/overture-card.js', '/overture-talk.js', '/overture-debug.js'])
    scripts[name] = await readFile(new URL('../../dist' + name, import.meta.url));
  const beacons = [];
  const frames = [];
  const sockets = new Set();
  const connections = [];
  const asked = [];
  const said = [];
  const taken = new Set();
  const shop = { head: '', tag: undefined, without: undefined, parting: undefined };
  // Said again under the same number, it is the same.
  const hear = (by, { visitor, consent, context }, { source, seq, events = [] }) => {
    if (seq && taken.size == taken.add(`${source} ${seq}`).size) return;
    said.push({ by, visitor, consent, context, events });
  };
  const http = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    asked.push(url.pathname);
    const script = scripts[url.pathname];
    if (script && url.pathname != shop.without) {
      response.setHeader('Content-Type', 'text/javascript');
      return response.end(script);
    }
    if (url.pathname == '/v1/beacons') {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        if (Buffer.byteLength(body) > MOST_BYTES) return response.writeHead(413).end();
        const beacon = JSON.parse(body);
        beacons.push({ url: request.url, type: request.headers['content-type'], ...beacon });
        hear('http', beacon, beacon);
        response.writeHead(204).end();
      });
      return;
    }
    if (url.pathname == shop.without) return response.writeHead(404).end();
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', POLICY);
    const debug = url.searchParams.has('debug') ? ' data-debug' : '';
    const granted = url.searchParams.get('consent') == 'no' ? '' : 'data-consent="granted"';
    const tag = `<script async src="/overture.js" data-site="demo" ${granted + debug}></script>`;
    response.end(page(url.searchParams.get('lang') || 'en', shop.head, shop.tag ?? tag));
  });
  const ws = new WebSocketServer({
    server: http,
    path: '/v1/visitor',
    maxPayload: MOST_BYTES,
    handleProtocols: () => 'overture.v1',
  });
  ws.on('connection', (socket) => {
    let greeting;
    connections.push(Date.now());
    sockets.add(socket);
    // A frame too large: what follows is the close.
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => {
      const frame = JSON.parse(data);
      frames.push(frame);
      const { type, source, seq, id } = frame;
      if (type == 'hello') hear(type, (greeting = frame), {});
      if (type == 'beacon') hear('socket', greeting, frame);
      const answer = type == 'hello' ? { type: 'welcome', serverTime: Date.now(), heartbeat: 25000 } : { type: 'ack', source, seq, id };
      socket.send(JSON.stringify(answer));
      if (type == 'hello' && shop.parting) setTimeout(() => socket.close(shop.parting), 50);
    });
  });
  await new Promise((listening) => http.listen(0, listening));
  return {
    address: `http://localhost:${http.address().port}/`,
    beacons,
    frames,
    said,
    events: (name) =>
      said.flatMap(({ visitor, events }) => events.map((event) => ({ visitor, ...event }))).filter((event) => !name || event.name == name),
    sockets,
    connections,
    asked,
    shop,
    say: (frame) => sockets.forEach((socket) => socket.send(JSON.stringify(frame))),
    stop: () => {
      ws.close();
      http.closeAllConnections();
      http.close();
    },
  };
};
