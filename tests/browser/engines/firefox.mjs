#!/usr/bin/env node
// Stands between Playwright and Debian's Firefox ESR. Playwright speaks WebDriver BiDi to it, but
// sends commands that the long-term release does not know yet, each of which would end the test.
// This program starts Firefox, passes messages both ways, and answers those commands itself.

import { spawn } from 'node:child_process';
import { WebSocket, WebSocketServer } from 'ws';

/** What Firefox 153 does not know and no test of ours needs there: media features are set by preferences. */
const UNKNOWN = new Set(['emulation.setMediaFeaturesOverride']);
const READY = /WebDriver BiDi listening on (ws:\/\/\S+)/u;

const firefox = spawn(process.env.FIREFOX_PATH ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'inherit', 'pipe'],
});
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
  process.on(signal, () => firefox.kill(signal));

/** @param {string} address where Firefox listens */
function serve(address) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('listening', () => {
    const at = server.address();
    console.error(
      `WebDriver BiDi listening on ws://127.0.0.1:${typeof at === 'object' && at?.port}`,
    );
  });
  server.on('connection', (client, { url }) => {
    const browser = new WebSocket(address + url, { perMessageDeflate: false });
    /** @type {string[]} */
    const waiting = [];
    browser.on('open', () => {
      for (const message of waiting.splice(0)) browser.send(message);
    });
    client.on('message', (data) => {
      const message = String(data);
      const { id, method } = JSON.parse(message);
      if (UNKNOWN.has(method)) client.send(JSON.stringify({ type: 'success', id, result: {} }));
      else if (browser.readyState === WebSocket.OPEN) browser.send(message);
      else waiting.push(message);
    });
    browser.on('message', (data) => client.send(String(data)));
    browser.on('close', () => client.close());
    client.on('close', () => browser.close());
  });
}

let said = '';
firefox.stderr.on('data', (data) => {
  const before = READY.test(said);
  said += data;
  const address = READY.exec(said)?.[1];
  if (address && !before) serve(address);
  else process.stderr.write(data);
});
