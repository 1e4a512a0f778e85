import type { Paper } from "../../spec/spec";

/** The style of a file: light and dark on a screen, ink on white paper. */
export function styleSheet(paper: Paper): string {
  return `${SCREEN}@page{size:${paper === "a4" ? "A4" : "letter"};margin:18mm 17mm}${PRINT}`;
}

/**
 * The same style for a shadow root in someone else's page, whose content stands in an element of the class "paper": light
 * or dark and width are those of the place where it stands, which is to be a container of its own.
 */
export function scopedStyle(): string {
  return (SCREEN + PRINT)
    .replaceAll(/color-scheme:light( dark)?;/g, "")
    .replaceAll(":root", ":host")
    .replaceAll("body{", ".paper{")
    .replaceAll("100vw", "100cqw")
    .replaceAll(/@media \(max-width/g, "@container (max-width");
}

const SCREEN = `:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#15161a);--card:light-dark(#fff,#1c1e24);--ink:light-dark(#1d1c1a,#eceae5);--soft:light-dark(#6b6862,#9c9a94);--line:light-dark(#e6e2da,#2c2f37);--strong:light-dark(#8d897f,#70747f)}
.input{--role:light-dark(#0b6fb8,#6db8f2);--ground:light-dark(#e4f0fa,#17303f)}
.kernel{--role:light-dark(#985a00,#f0b24e);--ground:light-dark(#fdf0d9,#3a2d16)}
.output{--role:light-dark(#00795a,#4fd0a6);--ground:light-dark(#def3ec,#14352b)}
.gradient{--role:light-dark(#a0448c,#e39ad3);--ground:light-dark(#f8e6f3,#3a2336)}
*{box-sizing:border-box}
body{margin:0;padding:clamp(1rem,4vw,3rem) clamp(1rem,4vw,2.5rem);background:var(--paper);color:var(--ink);font:1.0625rem/1.55 "Source Serif 4",Georgia,"Libertinus Serif","Times New Roman",serif;overflow-wrap:anywhere}
body>header,main{max-width:46rem;margin-inline:auto}
h1,h2,h3{line-height:1.25;margin:0}
h1{font-size:2rem}
h2{font-size:1.3rem}
h3{font-size:1em;display:grid;grid-template-columns:2rem 1fr auto;column-gap:0}
.points,.soft,.facts,.about{color:var(--soft);font-weight:400}
.points{padding-left:1rem}
p{margin:.6rem 0}
button{font:inherit;font-size:1rem;color:inherit;background:var(--card);border:1px solid var(--strong);border-radius:.6rem;padding:.4rem .9rem;min-height:2.75rem;cursor:pointer}
:focus-visible{outline:2px solid light-dark(#0b6fb8,#6db8f2);outline-offset:2px}
.sheet{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:clamp(1.1rem,4vw,2.5rem);margin-top:2rem;content-visibility:auto;contain-intrinsic-size:auto 60rem}
.sheet>header{border-bottom:1px solid var(--line);padding-bottom:.9rem}
.who{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.2rem 1.5rem}
.who .id{color:var(--soft);font-weight:400;font-size:1.0625rem;margin-left:.6rem}
.code{font:1rem ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.write{display:inline-block;min-width:min(16rem,55vw);border-bottom:1px solid var(--strong)}
.printed{display:none}
.question{margin-top:2.25rem}
.question>:not(h3){margin-left:2rem}
math{font-family:"STIX Two Math","Latin Modern Math","Cambria Math",math;font-size:1.05em}
math .input,math .kernel,math .output,math .gradient{color:var(--role)}
.line{margin-left:1rem;line-height:2;overflow-x:auto;overflow-y:hidden}
.line math,.plane caption math{math-style:normal}
.planes{display:flex;flex-wrap:wrap;align-items:flex-start;gap:1rem 1.75rem;margin-block:.9rem}
.plane{border-collapse:collapse;font:1rem/1 Inter,system-ui,"DejaVu Sans",sans-serif;font-variant-numeric:tabular-nums}
.plane caption{text-align:left;padding-bottom:.35rem;line-height:1.2;white-space:nowrap}
.plane td{border:1px solid color-mix(in srgb,var(--role,var(--strong)) 35%,transparent);min-width:min(2.3em,calc((100vw - 8rem)/var(--columns)));height:2.1em;padding:0 min(.4em,1vw);text-align:center;background:var(--ground);overflow-wrap:normal;white-space:nowrap}
.plane tbody{border:2px solid var(--role,var(--strong))}
.empty td{min-width:min(3.4em,calc((100vw - 8rem)/var(--columns)));height:2.7em;padding:0}
.boxes{color:var(--soft);display:flex;flex-wrap:wrap;gap:.6rem 1.75rem;align-items:center}
.blank{display:inline-block;vertical-align:middle;height:2.5em;border:1px solid var(--strong);border-radius:.2em;margin-left:.35em}
.number.blank{width:12em}.list.blank{width:min(18em,60vw)}.short.blank{width:6em}.index.blank{width:2.8em}
.ticks{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:.6rem 1.5rem}
.ticks li{padding-left:1.8em;position:relative}
.ticks li::before{content:"";position:absolute;left:0;top:.25em;width:1em;height:1em;border:1px solid var(--strong);border-radius:.12em}
details{margin-top:.8rem}
details details{margin-left:0}
summary{cursor:pointer;color:var(--soft);width:fit-content;padding-block:.25rem;min-height:1.5rem}
.steps{padding-left:0;list-style:none}
.steps li{margin-top:.9rem;color:var(--soft);break-inside:avoid}
.steps .line{color:var(--ink);margin-block:.15rem}
.slips{border-collapse:collapse;font-size:.95rem}
.large{font-size:1.45rem}
.slips td:first-child{min-width:9rem;overflow-wrap:normal}
.slips td,.slips th{text-align:left;vertical-align:top;padding:.35rem 1rem .35rem 0;border-bottom:1px solid var(--line)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:34rem){.question>:not(h3){margin-left:0}h3{grid-template-columns:1.6rem 1fr auto}.plane{font-size:.9rem}}
`;

const PRINT = `@media print{:root{color-scheme:light;--paper:#fff;--card:#fff}body{padding:0;font-size:10.5pt}body>header,.screen{display:none}main{max-width:none}.sheet{border:0;border-radius:0;padding:0;margin:0;content-visibility:visible}.sheet+.sheet{break-before:page}.printed{display:block;margin:0 0 .8em;color:var(--soft)}.printed strong{display:block;font-size:1.7em;line-height:1.2;color:var(--ink)}h2,.who .id{font-size:1rem}.large{font-size:16pt}.question{break-inside:avoid;margin-top:1.6em}.answered .question{break-inside:auto}h3{font-size:1em;break-after:avoid}.answer{padding-top:calc(var(--room)*1em)}.plane,.plane td{print-color-adjust:exact}.plane{font-size:.95em}details:not([open]){display:none}summary{list-style:none}}`;
