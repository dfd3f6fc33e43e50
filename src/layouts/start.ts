/**
 * What runs at the head of every page before anything is painted: it puts what a reader has
 * set (`setting=vertical&theme=dark`) on <html>, and asks for the stylesheet of settings
 * where there is any. A stylesheet written by the parser is waited for in every browser,
 * one appended by a script is not. The same bytes on every page, so a policy can name it by
 * its hash: the stylesheet's address stands in `data-css`.
 */
export const START =
  'try{let d=document,e;for(let[,k,v]of localStorage["zhangju.settings"].matchAll(/([a-z]+)=(\\w+)/g))e=d.documentElement.dataset[k]=v;e&&d.write("<link rel=stylesheet href="+d.currentScript.dataset.css+">")}catch{}';
