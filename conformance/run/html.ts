import { createHash } from 'node:crypto';
import type { Result } from './record.ts';
import { summaryOf, VERDICTS } from './summary.ts';

const STYLE = `
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{max-width:70rem;margin:2rem auto;padding:0 1rem}
pre{overflow:auto;padding:.6rem;border:1px solid #8884;border-radius:6px;font-size:12px;white-space:pre-wrap;word-break:break-all}
details{border-bottom:1px solid #8884;padding:.35rem 0}summary{cursor:pointer}summary code{word-break:break-all}
b{display:inline-block;min-width:3.2rem}.pass{color:#1a7f37}.fail,.error{color:#cf222e}.warn{color:#9a6700}.skip{color:#777}
#find{width:100%;font:inherit;padding:.5rem;box-sizing:border-box}fieldset{border:0;padding:.5rem 0}label{margin-right:1rem}
table{border-collapse:collapse}td,th{text-align:left;padding:.1rem 1rem .1rem 0;vertical-align:top}
`;

/** Draws what is written into the page; nothing is fetched, and texts are never taken for markup. */
const SCRIPT = `
const data=JSON.parse(document.getElementById('data').textContent);
const list=document.getElementById('list'),find=document.getElementById('find'),count=document.getElementById('count');
const make=(name,text,kind)=>{const e=document.createElement(name);if(text!==undefined)e.textContent=text;if(kind)e.className=kind;return e};
const show=(value)=>typeof value==='string'?value:JSON.stringify(value,null,2);
const open=(box,entry)=>{
  const table=make('table');
  for(const [name,value] of [['clause',entry.requirement+' ('+entry.strength+', '+entry.origin+'): '+entry.clause],['outcome',entry.message],['expected to fail',entry.expected_failure],['took',entry.milliseconds+' ms']]){
    if(value===undefined)continue;const row=make('tr');row.append(make('th',name),make('td',value));table.append(row)}
  box.append(table);
  for(const {what,sent,received,expected} of entry.exchanges){
    box.append(make('h4',what));
    for(const [name,value] of [['sent',sent],['came back',received],['expected',expected]])
      if(value!==undefined)box.append(make('div',name),make('pre',show(value)))}
};
const items=data.map((entry)=>{
  const box=make('details'),head=make('summary');
  head.append(make('b',entry.verdict,entry.verdict),make('code',entry.id),document.createTextNode(' '+entry.title));
  box.append(head);
  box.addEventListener('toggle',()=>{if(box.open&&box.childElementCount===1)open(box,entry)});
  list.append(box);
  return {box,entry,text:[entry.id,entry.title,entry.clause,entry.message??''].join(' ').toLowerCase()};
});
const sift=()=>{
  const words=find.value.toLowerCase().split(/\\s+/),shown=new Set([...document.querySelectorAll('input[name=v]:checked')].map((e)=>e.value));
  let seen=0;
  for(const {box,entry,text} of items){const fits=shown.has(entry.verdict)&&words.every((word)=>text.includes(word));box.hidden=!fits;if(fits)seen+=1}
  count.textContent=seen+' of '+items.length;
};
document.addEventListener('input',sift);sift();
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
    subject: header.subject,
    role: header.role,
    profile: header.profile,
    suite: `openact ${header.suite}, ACT ${header.act}`,
    run: `${header.started_at} to ${footer.ended_at}`,
    outcome: `exit ${footer.exit}; ${VERDICTS.map((verdict) => `${footer.counts[verdict]} ${verdict}`).join(', ')}`,
    ...Object.fromEntries(
      Object.entries(header.digests).map(([name, digest]) => [`SHA-256 of ${name}`, digest]),
    ),
    ...(footer.stale_baseline.length > 0 ? { 'stale baseline': footer.stale_baseline.join('; ') } : {}),
  };
  const rows = Object.entries(facts).map(
    ([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`,
  );
  const boxes = VERDICTS.map(
    (verdict) => `<label><input type="checkbox" name="v" value="${verdict}" checked> ${verdict}</label>`,
  );
  const data = JSON.stringify(entries).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width"><title>${escaped(`${header.subject}: ${header.role}`)}</title>
<style>${STYLE}</style></head><body>
<h1>${escaped(header.subject)} as ${header.role}</h1>
<table>${rows.join('')}</table>
<pre>${escaped(summaryOf(entries))}</pre>
<input id="find" type="search" placeholder="Requirement, clause, code, words" autofocus>
<fieldset>${boxes.join('')}<span id="count"></span></fieldset>
<div id="list"></div>
<script type="application/json" id="data">${data}</script>
<script>${SCRIPT}</script>
</body></html>
`;
}
