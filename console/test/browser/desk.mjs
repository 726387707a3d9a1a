// A desk small enough to try the console in a real browser: serves it under the policy of the service, takes the
// advisor's socket, records what arrives, acknowledges it, and lets a test send any frame.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { WebSocketServer } from 'ws';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const policy = (issuer = '') =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${issuer}; img-src 'self' data:; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`;
const DIST = new URL('../../dist/', import.meta.url);
const basic = (user) => 'Basic ' + Buffer.from(`${user}:${user}`).toString('base64');

/** The colleagues of one house. */
export const PEOPLE = {
  advisor: { id: 'advisor', name: 'Claire Aubry', title: 'Conseillère, horlogerie', desk: 'Paris', languages: ['fr', 'en'] },
  camille: { id: 'camille', name: 'Camille Roussel', title: 'Conseillère', desk: 'Paris', languages: ['fr', 'en', 'it'] },
  kenji: { id: 'kenji', name: 'Kenji Mori', title: 'Advisor', desk: 'Tokyo', languages: ['ja', 'en'] },
};

/** @param config what the console reads first @param tokens by bearer token, whose it is */
export const startDesk = async (config = { demo: true }, tokens = {}) => {
  const whose = (authorization) =>
    tokens[authorization?.replace('Bearer ', '')] ?? Object.keys(PEOPLE).find((user) => basic(user) == authorization);
  const frames = [];
  const sockets = new Map();
  const greetings = [];
  let closed = false;

  const http = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://here').pathname;
    if (path == '/v1/advisor') {
      response.writeHead(whose(request.headers.authorization) ? 404 : 401).end();
      return;
    }
    if (path == '/console/config.json') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(config));
      return;
    }
    try {
      const name = path == '/console/' ? 'index.html' : path.replace('/console/', '');
      const file = await readFile(new URL(name, DIST));
      response.writeHead(200, { 'Content-Type': TYPES[extname(name)], 'Content-Security-Policy': policy(config.issuer) }).end(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  const wss = new WebSocketServer({ noServer: true, handleProtocols: () => 'overture.v1' });
  http.on('upgrade', (request, socket, head) => {
    const carried = decodeURIComponent(request.headers['sec-websocket-protocol'].split(/, ?/).at(-1)).split('#').at(-1);
    const who = whose(carried);
    if (closed || !who) return socket.destroy();
    wss.handleUpgrade(request, socket, head, (one) => take(one, who));
  });

  const take = (one, who) => {
    sockets.set(one, who);
    one.on('close', () => sockets.delete(one));
    one.on('message', (data) => {
      const frame = JSON.parse(data);
      frames.push({ who, ...frame });
      if (frame.type == 'hello') {
        one.send(
          JSON.stringify({
            type: 'welcome',
            advisor: PEOPLE[who],
            presence: 'available',
            capacity: 3,
            serverTime: Date.now(),
            heartbeat: 25000,
            colleagues: Object.values(PEOPLE).map((each, n) => ({ ...each, presence: n == 2 ? 'busy' : 'available', free: 3 - n })),
            desks: [
              { id: 'Paris', open: true },
              { id: 'Tokyo', open: false, opensAt: Date.now() + 9 * 3600_000 },
            ],
          }),
        );
        for (const greeting of greetings) one.send(JSON.stringify(greeting(frame)));
      } else if (frame.type == 'say') {
        desk.onSay?.(frame);
      } else if (frame.type == 'claim') {
        desk.onClaim?.(frame);
      } else {
        one.send(JSON.stringify({ type: 'ack', ref: frame.ref }));
      }
    });
  };

  await new Promise((listening) => http.listen(0, '127.0.0.1', listening));
  const desk = {
    address: `http://127.0.0.1:${http.address().port}/console/`,
    frames,
    /** Sent after every welcome. */
    greetings,
    onSay: undefined,
    onClaim: undefined,
    of: (type) => frames.filter((frame) => frame.type == type),
    say: (frame) => [...sockets.keys()].forEach((one) => one.send(JSON.stringify(frame))),
    /** Goes away, or comes back. */
    away: (gone) => {
      closed = gone;
      if (gone) for (const one of sockets.keys()) one.terminate();
    },
    stop: () => {
      for (const one of sockets.keys()) one.terminate();
      http.closeAllConnections();
      http.close();
    },
  };
  return desk;
};
