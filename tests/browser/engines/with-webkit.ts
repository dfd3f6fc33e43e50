/**
 * A reader in WebKit: Debian's WebKitGTK (package webkit2gtk-driver, on a screen of package xvfb),
 * driven by W3C WebDriver. Playwright's own WebKit cannot be had from Debian.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import type { Plain, Reader, Target } from './reader.ts';

const DRIVER = 'WebKitWebDriver';
/** Where Debian's architectures put the small browser of WebKitGTK. */
const BROWSERS = ['x86_64', 'aarch64'].map(
  (machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
);
/** A window cannot be narrower than its tool bar, so on a phone's screen the tool bar has no width. */
const NARROW = '* { min-width: 0; padding: 0; margin: 0; border-width: 0; }';
/** The names of keys in the UI Events standard → the characters of WebDriver. */
const KEYS: Record<string, string> = {
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Backspace: Key.BACK_SPACE,
  ArrowDown: Key.ARROW_DOWN,
  ArrowUp: Key.ARROW_UP,
  PageDown: Key.PAGE_DOWN,
  PageUp: Key.PAGE_UP,
};

/** What runs beside the tests while WebKit is used. */
export interface WebkitServer {
  url: string;
  binary: string;
  stop: () => void;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => resolve(typeof at === 'object' && at ? at.port : 0));
    });
  });

/** Starts a screen of its own; its name (`:5`) comes through the pipe when it is there. */
function startScreen(): { screen: ChildProcess; name: Promise<string> } {
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1300x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const name = new Promise<string>((resolve, reject) => {
    screen.on('error', reject);
    screen.stdio[3]?.once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  return { screen, name };
}

/** Waits until the driver answers. */
async function answering(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Starts what WebKit needs.
 * @throws where Debian's packages are not there
 */
export async function startWebkit(): Promise<WebkitServer> {
  const binary = BROWSERS.find(existsSync);
  if (!binary) throw new Error(`no WebKit: ${BROWSERS.join(', ')} are not there`);
  const config = mkdtempSync(join(tmpdir(), 'zhangju-webkit-'));
  mkdirSync(join(config, 'gtk-3.0'));
  writeFileSync(join(config, 'gtk-3.0/gtk.css'), NARROW);
  const { screen, name } = startScreen();
  const port = await freePort();
  const driver = spawn(DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: await name, XDG_CONFIG_HOME: config },
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(url);
  const stop = () => {
    driver.kill();
    screen.kill();
    rmSync(config, { recursive: true, force: true });
  };
  return { url, binary, stop };
}

/** Makes the page, not the window, as large as told. */
async function resize(driver: WebDriver, width: number, height: number): Promise<void> {
  const inner = () => driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
  const window = driver.manage().window();
  for (let tries = 0; tries < 100; tries++) {
    const [wide, high] = await inner();
    if (wide === width && high === height) return;
    const rect = await window.getRect();
    await window.setRect({
      // Page and window change one after the other: what is said of them may be of two times.
      width: Math.max(100, rect.width + width - wide),
      height: Math.max(100, rect.height + height - high),
    });
  }
  throw new Error(`WebKit’s window stays at ${await inner()} instead of ${width},${height}`);
}

/** Opens a window with nothing stored in it. */
export async function webkitReader({ url, binary }: WebkitServer): Promise<Reader> {
  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities(
      new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      }),
    )
    .build();
  const find = async (target: string | Target) => {
    const { css, nth = 0 } = typeof target === 'string' ? { css: target } : target;
    const element = (await driver.findElements(By.css(css)))[nth];
    if (!element) throw new Error(`there is no ${css} (${nth})`);
    await driver.executeScript(
      'arguments[0].scrollIntoView({ block: "center", behavior: "instant" })',
      element,
    );
    return element;
  };
  const pointAt = async (target: string | Target) =>
    driver.actions().move({ origin: await find(target) });
  const reader: Reader = {
    engine: 'webkit',
    size: (width, height) => resize(driver, width, height),
    open: (address) => driver.get(address),
    reload: () => driver.navigate().refresh(),
    back: () => driver.navigate().back(),
    evaluate: <A extends Plain[], R>(body: (...args: A) => R, ...args: A) =>
      driver.executeScript(`return (${body})(...arguments)`, ...args) as Promise<Awaited<R>>,
    click: async (target) => (await pointAt(target)).click().perform(),
    hover: async (target) => (await pointAt(target)).perform(),
    press: (key) =>
      driver
        .actions()
        .sendKeys(KEYS[key] ?? key)
        .perform(),
    type: (words) => driver.actions().sendKeys(words).perform(),
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    // It has no such command.
    print: () => Promise.reject(new Error('the driver of WebKitGTK prints nothing')),
    forget: async () => {
      // The worker stays: what it keeps is this build's, and a test of it has a site of its own.
      await driver.executeScript(
        'if (location.protocol === "http:") { localStorage.clear(); sessionStorage.clear(); }',
      );
      await driver.get('about:blank');
    },
    close: () => driver.quit(),
  };
  return reader;
}
