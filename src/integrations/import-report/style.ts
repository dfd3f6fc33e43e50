/** How the report looks: a colour a kind, in light and in dark, never colour alone. */
export const STYLE = `
:root{color-scheme:light dark;--ground:light-dark(#fcfbf7,#17181a);--text:light-dark(#1f1d1a,#d8d4cb);--muted:light-dark(#534d44,#b0aa9f);--accent:light-dark(#8a2b17,#e8a48e);--rule:light-dark(#d9d3c5,#3a3b3e);--lit:light-dark(#fbeccb,#3d3320)}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.7 system-ui,"PingFang TC","Noto Sans CJK TC","Microsoft JhengHei",sans-serif}
header,main{max-width:100rem;margin:0 auto;padding:1rem clamp(1rem,3vw,2.5rem)}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.125rem;margin:0 0 .75rem;padding-top:1rem}h3{font-size:1rem;margin:0}
p{margin:.25rem 0;overflow-wrap:anywhere}code,pre{font-size:.875em;overflow-wrap:anywhere;white-space:pre-wrap}
a{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
small,.where{color:var(--muted);font-size:.875rem}
.hidden{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
nav ol,.legend{display:flex;flex-wrap:wrap;gap:.25rem .5rem;padding:0;margin:.75rem 0;list-style:none}
nav{max-height:9rem;overflow:auto}nav a{display:inline-block;min-width:2.75rem;padding:.4rem .5rem;text-align:center;border:1px solid var(--rule);border-radius:.25rem;text-decoration:none}
summary{cursor:pointer;padding:.25rem 0}
section{border-top:1px solid var(--rule);margin-top:1rem;scroll-margin-top:0}
.beside{display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr)}
@media(min-width:60rem){.beside{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.source{position:sticky;top:.5rem;align-self:start;max-height:calc(100vh - 1rem);overflow:auto}}
.picture{position:relative;background:#fff;border:1px solid var(--rule);container-type:inline-size}
.picture img{display:block;width:100%;height:100%}
.picture i{position:absolute;box-shadow:-3px 0 0 var(--kind);background:color-mix(in srgb,var(--kind) 14%,transparent);mix-blend-mode:multiply}
.place{display:block;max-width:100%;height:auto;max-height:16rem;background:#fff;border:1px solid var(--rule);margin:.5rem 0}@media(max-width:40rem){.place{max-width:none;min-width:44rem}}
.lines{margin:0;padding-left:3.5em;font-size:.9375rem;overflow-wrap:anywhere;white-space:pre-wrap}.lines.plain{padding-left:0;list-style:none}
.lines li{padding:.125rem 0}.lines li::marker{color:var(--muted);font-size:.75rem}
.lines span{border-bottom:2px solid var(--kind)}.lines span[data-kind=left-out]{text-decoration:line-through;color:var(--muted)}.lines span[data-kind=mark]{background:color-mix(in srgb,var(--kind) 25%,transparent)}
.pieces{list-style:none;margin:0;padding:0}.pieces li{border-left:4px solid var(--kind);padding:.125rem 0 .125rem .75rem;margin:.5rem 0}
.pieces li.outside p,.pieces li[data-kind=left-out] p{color:var(--muted)}
.chip{display:inline-block;font-size:.8125rem;line-height:1.4;padding:0 .5em;margin-right:.5em;border:1px solid var(--kind);border-left-width:4px;border-radius:.25rem}
sup.mark{color:var(--accent);font-weight:bold;line-height:0}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.9375rem}td{border:1px solid var(--rule);padding:.25rem .5rem}
.question,.wrong{background:var(--lit);padding:.75rem 1rem;margin:0 0 1rem;border-radius:.375rem}.question[data-answered]{background:none;border:1px solid var(--rule)}
.question:target{outline:3px solid var(--accent)}
fieldset{border:0;padding:0;margin:.5rem 0}fieldset label{display:block;padding:.375rem 0}
button{font:inherit;min-height:2.75rem;padding:.25rem 1rem;border:1px solid var(--accent);border-radius:.375rem;background:none;color:var(--accent);cursor:pointer}button:first-child{background:var(--accent);color:var(--ground)}
[data-kind]{--kind:light-dark(#6b6459,#a39c90)}
[data-kind=heading]{--kind:light-dark(#8a2b17,#e8a48e)}
[data-kind=quotation]{--kind:light-dark(#1d6b52,#6fcaa9)}
[data-kind=item]{--kind:light-dark(#5d6b1d,#b9c96f)}
[data-kind=table],[data-kind=caption]{--kind:light-dark(#7a3d8f,#cf9be3)}
[data-kind=note]{--kind:light-dark(#1f5a99,#8dbcf0)}
[data-kind=mark]{--kind:light-dark(#b3590a,#f0ad66)}
[data-kind=furniture]{--kind:light-dark(#b8b0a1,#5b5a57)}
[data-kind=left-out]{--kind:light-dark(#c0392b,#ff8a7a)}
`;
