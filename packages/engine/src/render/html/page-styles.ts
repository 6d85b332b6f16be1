/**
 * The look of the page. Colours are checked against WCAG 2.2 AA in both schemes; none of them says anything that words,
 * strokes or lines do not say as well. `header` runs along the top of printed pages.
 */
export function pageStyles(header: string): string {
  return (
    `${STYLES}@page{size:A4;margin:22mm 18mm 20mm;@top-left{content:"${cssText(header)}";font:9pt sans-serif}`
    + `@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}@page wide{size:A4 landscape}`
  );
}

/** A string for CSS in which nothing can end the string, let alone the style element. */
function cssText(text: string): string {
  return [...text]
    .map((sign) => (/[A-Za-z0-9 ]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 32).toString(16)} `))
    .join("");
}

const STYLES = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#4b5563;--line:#c4cad3;--panel:#f3f5f8;--link:#0b4f9e;
--ins:#0b4f9e;--del:#9b1c1c;--mark:#fff2cc;--mark-ink:#1b1f24}
@media (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e7eaee;--soft:#b1b8c2;--line:#444c56;--panel:#1e2329;
--link:#8ec1ff;--ins:#8ec1ff;--del:#ff9d9d;--mark:#4a3f14;--mark-ink:#fff6da}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0 auto;max-width:54rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);
font:1rem/1.6 system-ui,"Segoe UI",Arial,"Noto Sans",sans-serif;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em;text-wrap:balance}
.title{font-size:1.5rem;font-weight:bold;line-height:1.25}
h1{font-size:1.8rem;margin-top:0}h2{font-size:1.35rem;border-block-end:1px solid var(--line);padding-block-end:.25rem}
h3{font-size:1.2rem}h4{font-size:1.08rem}h5,h6{font-size:1rem}
p{margin:.5em 0}a{color:var(--link)}a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
:target{outline:3px solid var(--link);outline-offset:3px}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:-999rem}.skip:focus{position:static}
.label{display:inline-block;min-width:2.6em;color:var(--soft)}
ins{color:var(--ins);text-decoration:underline;text-underline-offset:.15em}
del{color:var(--del);text-decoration:line-through}
.by{font-weight:700;white-space:nowrap}
mark{background:var(--mark);color:var(--mark-ink)}
.proposals{border-inline-start:4px solid var(--link);background:var(--panel);padding:.4rem .9rem;margin:.6rem 0}
.proposals ul{margin:.2rem 0;padding-inline-start:1.2rem}.proposals p{margin:.2rem 0}
.note{font-style:italic;color:var(--soft)}
.comment{border:1px solid var(--line);border-radius:.3rem;padding:.4rem .9rem;margin:.6rem 0}
.comment p{margin:.2rem 0}.comment ul{margin:.3rem 0}
.box{border:1px solid var(--line);padding:.2rem .9rem;margin:.8rem 0}
.scroll{overflow-x:auto;margin:.8rem 0}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:start;font-weight:700;padding-block:.3rem}
th,td{border:1px solid var(--line);padding:.35rem .55rem;text-align:start;vertical-align:top}
th{background:var(--panel)}
td ul{margin:0;padding-inline-start:1.1em}td p:first-child,th p:first-child{margin-top:0}td p:last-child,th p:last-child{margin-bottom:0}
code{font-size:.85em;word-break:break-all}
nav ul{list-style:none;padding:0}nav li{margin:.15rem 0}
.level-1{padding-inline-start:1.5rem}.level-2{padding-inline-start:3rem}.level-3{padding-inline-start:4.5rem}
dt{font-weight:700;float:inline-start;clear:both;min-width:5rem}dd{margin-inline-start:5rem}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#888;--panel:#fff;--link:#000;--ins:#000;--del:#000;
--mark:#eee;--mark-ink:#000}body{max-width:none;padding:0;font-size:10pt}.skip,.back{display:none}.wide-page{page:wide}.scroll{overflow:visible}
h1,h2,h3,h4,h5,h6,caption{break-after:avoid}tr,.comment,.proposals li{break-inside:avoid}thead{display:table-header-group}td ul{padding-inline-start:1em;margin:0}
p{orphans:3;widows:3}table{font-size:7.5pt}th,td{padding:2pt 3pt}a{text-decoration:none}}
`;
