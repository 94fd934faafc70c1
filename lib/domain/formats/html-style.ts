/** The style of the file: the colours and proportions of the site, for screen and paper, light and dark. */
export const htmlStyle = (imageMissing: string): string => `${rules}.image-missing .image-frame::before{content:${cssString(imageMissing)}}`

/** A text as a CSS string; what could end the string, the rule or the style element is written by its number. */
const cssString = (text: string) => `"${text.replace(/["\\<>\n\r]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

const rules = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#171612);--sheet:light-dark(#fff,#1f1d18);--ink:light-dark(#1e1c18,#ece8de);--soft:light-dark(#575249,#b3ada0);--rule:light-dark(#e6e2d9,#34312a);--line:light-dark(#8b8578,#7d776a);--focus:light-dark(#2457c5,#8fb0ff);--sourcing:light-dark(#0d6b68,#5cc9c4);--framing:light-dark(#9b2c63,#f08bbb);--cool:light-dark(#dfe9fa,#23344f);--warm:light-dark(#fbe7c6,#4a3614);
--serif:'Source Serif 4',Charter,'Iowan Old Style',Georgia,'Noto Serif',serif;--sans:Inter,'Helvetica Neue',system-ui,'Noto Sans',sans-serif}
:lang(zh){--serif:'Noto Serif CJK TC','Songti TC',PMingLiU,Charter,Georgia,serif;--sans:'Noto Sans CJK TC','PingFang TC','Microsoft JhengHei',system-ui,sans-serif}
:lang(zh-Hans){--serif:'Noto Serif CJK SC','Songti SC',SimSun,Charter,Georgia,serif;--sans:'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',system-ui,sans-serif}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 var(--sans);overflow-wrap:break-word}
body>*{max-width:680px;margin-inline:auto;padding-inline:20px}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
header{padding-block:32px 18px}
h1{margin:.3em 0;font:600 30px/1.25 var(--serif);text-wrap:balance}
h2{margin:0 0 .6em;font:600 19px/1.35 var(--serif)}
h3{margin:1.8em 0 .6em;font:600 15px/1.4 var(--sans)}
.soft{margin:0;color:var(--soft);font-size:13.5px}
article{font:18px/1.75 var(--serif)}
article:lang(zh),article:lang(ja){line-height:2.05;line-break:strict;text-align:justify;text-autospace:normal}
article p,article ul,article ol,article blockquote{margin:0 0 1.15em}
article h2,article h3,article h4,article h5,article h6{margin:1.6em 0 .6em;font:600 1.15em/1.4 var(--serif)}
article blockquote{padding-inline-start:1.2em;border-inline-start:2px solid var(--line)}
article li>p{margin-bottom:.4em}
article hr{width:30%;margin:2em auto;border:0;border-top:1px solid var(--line)}
figure{margin:0 0 1.4em;font:14px/1.5 var(--sans)}
.image-frame{display:flex;flex-wrap:wrap;gap:4px 14px;padding:14px 16px;border:1px dashed var(--line);border-radius:6px;color:var(--soft)}
figcaption{margin-top:6px;color:var(--soft)}
mark{background:none;color:inherit;text-decoration-skip-ink:none;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark:not([class]){border-bottom:1px dotted var(--line)}
.cool{background:var(--cool)}
.warm{background:var(--warm)}
.cool.warm{background:linear-gradient(var(--cool) 50%,var(--warm) 50%)}
.solid{text-decoration:underline solid 2px var(--sourcing);text-underline-offset:3px}
.dashed{text-decoration:underline dashed 2px var(--sourcing);text-underline-offset:5px}
.dotted{text-decoration:underline dotted 2.5px var(--sourcing);text-underline-offset:5px}
.wavy{text-decoration:underline wavy 1.5px var(--framing);text-underline-offset:9px;text-decoration-skip-ink:none}
.ref{position:relative;display:inline-block;min-width:24px;margin-inline:-6px;padding:0 2px;color:var(--soft);font:600 11px/24px var(--sans);text-align:center;text-decoration:none;vertical-align:super;border-radius:4px}
.ref:hover,.ref:target{background:var(--rule);color:var(--ink)}
.notes{margin-top:40px;padding-top:24px;border-top:1px solid var(--rule)}
.notes>ol,.notes ul{margin:0;padding:0;list-style:none}
.passage{margin-inline:-10px;padding:12px 10px;border-top:1px solid var(--rule)}
.passage:target{background:var(--sheet);box-shadow:inset 3px 0 var(--focus)}
.quote{margin:0 0 6px;font-family:var(--serif)}
.quote>a{display:inline-block;min-width:24px;min-height:24px;color:var(--soft);font:600 12px/24px var(--sans);text-decoration:none}
.quote>a:hover{text-decoration:underline}
.flag{padding:4px 0 8px}
.flag+.flag{padding-top:10px;border-top:1px dashed var(--rule)}
.flag p{margin:2px 0}
.labels{display:flex;flex-wrap:wrap;gap:4px 12px}
.labels li{padding-inline-start:8px;border-inline-start:3px solid light-dark(var(--l,currentColor),var(--d,currentColor));font-weight:600}
.labels .soft{font-weight:400}
.note{margin-top:4px;font-family:var(--serif)}
.note ul,.evidence ul{padding-inline-start:1.3em;list-style:disc}
.legend{margin-bottom:14px;color:var(--soft);font-size:13.5px}
.legend summary{min-height:24px;cursor:pointer}
.legend li{margin:8px 0}
.legend mark{color:var(--ink);font-family:var(--serif)}
@media screen and (min-width:1100px){
body>*{max-width:1160px}
main{display:grid;grid-template-columns:minmax(0,660px) minmax(0,1fr);gap:56px;align-items:start}
.notes{position:sticky;top:0;max-height:100vh;margin:0;padding:4px 8px 40px 20px;overflow:auto;border-top:0;border-inline-start:1px solid var(--rule);scroll-padding-top:16px}
}
@media print{:root{color-scheme:light}.passage,.flag{break-inside:avoid}.legend{display:none}}
`
