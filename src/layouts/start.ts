/**
 * What runs at the head of every page before anything is painted: it puts what a reader has
 * set (`{"setting":"vertical"}`) on <html>, and asks for the stylesheet of settings. A
 * stylesheet written by the parser is waited for in every browser, one appended by a script
 * is not; where nothing is set, or nothing can be read, nothing is written. The same bytes
 * on every page of its length, so a policy can name it by its hash: the stylesheet's address stands in
 * `data-css`.
 */
export const START =
  'try{let d=document;Object.assign(d.documentElement.dataset,JSON.parse(localStorage["zhangju.settings"]));d.write("<link rel=stylesheet href="+d.currentScript.dataset.css+">")}catch{}';

/**
 * The same on a page with blocks out of sight (styles/core/out-of-sight.css). Who comes back, or
 * by a link to a place or to words (`#:~:text=`, of which the performance timeline alone tells
 * scripts), gets all of them laid out: the browser scrolls once, to where things are then.
 */
export const START_LONG = `{let n=performance.getEntriesByType("navigation")[0];if(n?.type!="navigate"||n.name.includes("#"))document.documentElement.dataset.whole=""}${START}`;
