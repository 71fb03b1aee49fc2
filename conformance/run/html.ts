import { createHash } from 'node:crypto';
import type { Result } from './record.ts';
import { summaryOf, VERDICTS, verdictOf } from './summary.ts';

const STYLE = `
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{max-width:70rem;margin:1.5rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0 0 .5rem}h4{margin:1rem 0 .3rem}td,th,code,.line{overflow-wrap:anywhere}
pre{overflow:auto;max-height:20rem;margin:.2rem 0 .6rem;padding:.6rem;border:1px solid #8884;border-radius:6px;font-size:12px;white-space:pre-wrap;overflow-wrap:anywhere}
details{border-bottom:1px solid #8884;padding:.35rem 0}summary{cursor:pointer}.inside{border:0;padding:0;font-size:13px}
b{display:inline-block;min-width:3.2rem}.pass{color:#1a7f37}.fail,.error{color:#cf222e}.warn{color:#9a6700}.skip{color:#777}
@media (prefers-color-scheme:dark){.pass{color:#3fb950}.fail,.error{color:#ff7b72}.warn{color:#d29922}.skip{color:#999}}
.verdict{font-weight:600;margin:.2rem 0}.label{font-size:13px;color:#777}
#sift{position:sticky;top:0;background:Canvas;padding:.5rem 0;z-index:1}
#find{width:100%;font:inherit;padding:.5rem;box-sizing:border-box}fieldset{border:0;padding:.4rem 0 0;margin:0}label{margin-right:.9rem;white-space:nowrap}
table{border-collapse:collapse}td,th{text-align:left;padding:.1rem 1rem .1rem 0;vertical-align:top}th{white-space:nowrap;font-weight:600}
@media (max-width:32rem){.facts td,.facts th{display:block;padding:0}.facts th{margin-top:.4rem}}
`;

/** Draws what is written into the page; nothing is fetched, and texts are never taken for markup. */
const SCRIPT = `
const data=JSON.parse(document.getElementById('data').textContent);
const list=document.getElementById('list'),find=document.getElementById('find'),count=document.getElementById('count');
const order=['error','fail','warn','skip','pass'];
const make=(name,text,kind)=>{const e=document.createElement(name);if(text!==undefined)e.textContent=text;if(kind)e.className=kind;return e};
const show=(value)=>typeof value==='string'?value:JSON.stringify(value,null,2);
const part=(text)=>new TextDecoder().decode(Uint8Array.from(atob(text.replace(/-/g,'+').replace(/_/g,'/')),(c)=>c.charCodeAt(0)));
const signed=(value)=>[...new Set(show(value).match(/eyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*/g)??[])].flatMap((text)=>{
  try{const [header,claims]=text.split('.').slice(0,2).map((one)=>JSON.parse(part(one)));return [{header,claims}]}catch{return []}});
const block=(box,name,value)=>{
  if(value===undefined)return;
  box.append(make('div',name,'label'),make('pre',show(value)));
  for(const {header,claims} of signed(value)){
    const inside=make('details',undefined,'inside');
    inside.append(make('summary','signed message in it: '+(header.typ??'no typ')),make('pre',show({header,claims})));box.append(inside)}
};
const open=(box,entry)=>{
  const table=make('table',undefined,'facts');
  for(const [name,value] of [['clause',entry.requirement+' ('+entry.strength+', '+entry.origin+'): '+entry.clause],['outcome',entry.message],['expected to fail',entry.expected_failure],['took',entry.milliseconds+' ms']]){
    if(value===undefined)continue;const row=make('tr');row.append(make('th',name),make('td',value));table.append(row)}
  box.append(table);
  for(const {what,sent,received,expected} of entry.exchanges){
    box.append(make('h4',what));
    block(box,'expected',expected);block(box,'came back',received);block(box,'sent',sent)}
};
const items=data.map((entry,at)=>({entry,at})).sort((x,y)=>order.indexOf(x.entry.verdict)-order.indexOf(y.entry.verdict)||x.at-y.at).map(({entry})=>{
  const box=make('details'),head=make('summary');
  box.id=entry.id;
  head.append(make('b',entry.verdict,entry.verdict),make('code',entry.id),document.createTextNode(' '+entry.title));
  if(entry.message&&entry.verdict!=='pass')head.append(make('div',entry.message,'label line'));
  box.append(head);
  box.addEventListener('toggle',()=>{if(box.open&&box.childElementCount===1)open(box,entry)});
  list.append(box);
  const said=entry.exchanges.map(({what,expected})=>what+' '+(expected===undefined?'':show(expected)));
  return {box,entry,text:[entry.id,entry.title,entry.clause,entry.message??'',...said].join(' ').toLowerCase()};
});
const sift=()=>{
  const words=find.value.toLowerCase().split(/\\s+/),shown=new Set([...document.querySelectorAll('input[name=v]:checked')].map((e)=>e.value));
  let seen=0;
  for(const {box,entry,text} of items){const fits=shown.has(entry.verdict)&&words.every((word)=>text.includes(word));box.hidden=!fits;if(fits)seen+=1}
  count.textContent=seen+' of '+items.length;
};
const linked=()=>{const box=document.getElementById(decodeURIComponent(location.hash.slice(1)));if(box instanceof HTMLDetailsElement){box.open=true;box.scrollIntoView()}};
document.addEventListener('input',sift);addEventListener('hashchange',linked);sift();linked();
`;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** One page with everything in it: it can be mailed, opened from a disk, searched. */
export function htmlOf({ header, entries, footer }: Result): string {
  const policy = `default-src 'none'; style-src ${sourceHash(STYLE)}; script-src ${sourceHash(SCRIPT)}`;
  const facts = {
    subject: [header.subject, header.subject_version].filter((part) => part !== undefined).join(' '),
    role: header.role,
    profile: header.profile,
    suite: `openact ${header.suite}, ACT ${header.act}`,
    run: `${header.started_at} to ${footer.ended_at}`,
    outcome: `exit ${footer.exit}; ${VERDICTS.map((verdict) => `${footer.counts[verdict]} ${verdict}`).join(', ')}`,
    ...(footer.stale_baseline.length > 0 ? { 'stale baseline': footer.stale_baseline.join('; ') } : {}),
  };
  const table = (members: Readonly<Record<string, string>>): string => {
    const rows = Object.entries(members).map(
      ([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`,
    );
    return `<table class="facts">${rows.join('')}</table>`;
  };
  const boxes = VERDICTS.map(
    (verdict) =>
      `<label><input type="checkbox" name="v" value="${verdict}" checked> ${verdict} ${footer.counts[verdict]}</label>`,
  );
  const data = JSON.stringify(entries).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width"><title>${escaped(`${header.subject}: ${header.role}`)}</title>
<style>${STYLE}</style></head><body>
<h1>${escaped(header.subject)} as ${header.role}</h1>
<p class="verdict">ACT 2.1: ${verdictOf(entries, 'act-2.1')}</p>
<p class="verdict">OpenACT profile: ${verdictOf(entries, 'profile')}</p>
${table(facts)}
<details><summary>SHA-256 of what decides a verdict</summary>${table(header.digests)}</details>
<details><summary>By component</summary><pre>${escaped(summaryOf(entries))}</pre></details>
<div id="sift"><input id="find" type="search" aria-label="Find cases" placeholder="Requirement, clause, code, words">
<fieldset>${boxes.join('')}<span id="count" role="status"></span></fieldset></div>
<div id="list"></div>
<script type="application/json" id="data">${data}</script>
<script>${SCRIPT}</script>
</body></html>
`;
}
