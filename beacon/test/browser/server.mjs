// A boutique and an Overture small enough to test the script in a real browser: it records what arrives, acknowledges
// it, and lets a test send any frame.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

// No 'unsafe-inline', no nonce for styles: the card has to do without.
const POLICY = "default-src 'self'; script-src 'self' 'nonce-shop'; style-src 'self' 'nonce-shop'; connect-src 'self' ws:";

const page = (language, attributes) => `<!doctype html>
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
<script async src="/overture.js" data-site="demo" ${attributes}></script></head>
<body><main><h1>Aurelle</h1><div></div><p>Méridienne, <a href="/other">calibre 12</a></p><input aria-label="search"><div></div></main></body></html>`;

export const startServer = async () => {
  const scripts = {};
  for (const name of ['/overture.js', '/overture-live.js', '/overture-card.js', '/overture-talk.js', '/overture-debug.js'])
    scripts[name] = await readFile(new URL('../../dist' + name, import.meta.url));
  const beacons = [];
  const frames = [];
  const sockets = new Set();
  const http = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const script = scripts[url.pathname];
    if (script) {
      response.setHeader('Content-Type', 'text/javascript');
      return response.end(script);
    }
    if (url.pathname == '/v1/beacons') {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        beacons.push({ url: request.url, type: request.headers['content-type'], ...JSON.parse(body) });
        response.writeHead(204).end();
      });
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', POLICY);
    const debug = url.searchParams.has('debug') ? ' data-debug' : '';
    const granted = url.searchParams.get('consent') == 'no' ? '' : 'data-consent="granted"';
    response.end(page(url.searchParams.get('lang') || 'en', granted + debug));
  });
  const ws = new WebSocketServer({ server: http, path: '/v1/visitor', handleProtocols: () => 'overture.v1' });
  ws.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => {
      const frame = JSON.parse(data);
      frames.push(frame);
      const { type, source, seq, id } = frame;
      const answer =
        type == 'hello' ? { type: 'welcome', serverTime: Date.now(), heartbeat: 25000 } : { type: 'ack', source, seq, id };
      socket.send(JSON.stringify(answer));
    });
  });
  await new Promise((listening) => http.listen(0, listening));
  return {
    address: `http://localhost:${http.address().port}/`,
    beacons,
    frames,
    sockets,
    say: (frame) => sockets.forEach((socket) => socket.send(JSON.stringify(frame))),
    stop: () => {
      ws.close();
      http.closeAllConnections();
      http.close();
    },
  };
};
