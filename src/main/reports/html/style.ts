import { accountColors } from './account-patterns.ts'
import { colorVariables, coreLevels, hueCount } from './colors.ts'
import { namesWidth, plotWidth, valuesWidth } from './time-scale.ts'

const hues = Array.from(
  { length: hueCount },
  (_, position) => `.h${position + 1}{--hue:var(--hue-${position + 1});--ink:var(--ink-${position + 1})}`,
).join('')

const pictureWidth = namesWidth + plotWidth + valuesWidth
/** The picture shrinks to the page, but not so far that its text cannot be read: then it scrolls. */
const leastPictureWidth = 720

const readyFills = Array.from(
  { length: hueCount },
  (_, position) => `.h${position + 1} .ready{fill:url(#ready-${position + 1})}`,
).join('')

const levelFills = Array.from(
  { length: coreLevels },
  (_, level) => `.l${level}{fill:var(--level-${level})}`,
).join('')

const page = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:${pictureWidth + 48}px;padding:24px;background:var(--surface);color:var(--text);font:13px/1.45 system-ui,"Segoe UI","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1{margin:0 0 4px;font-size:22px;line-height:1.25}
h2{margin:0 0 8px;font-size:15px}
p{margin:0 0 4px;max-width:96ch}
section{margin-top:28px}
.under{font-weight:400}
.muted{color:var(--text-muted)}
.unit{font-weight:300;color:var(--text-muted)}
.note{color:var(--text-muted);margin:0 0 8px}
code{font-family:ui-monospace,"Cascadia Mono","Liberation Mono",monospace;font-size:12px}
.ending{margin:8px 0;max-width:none;padding:6px 12px;border:1px solid var(--border);border-left:4px solid var(--tone);background:var(--raised)}
.ending strong{margin-right:8px;color:var(--tone)}
.good{--tone:var(--good)}.warning{--tone:var(--warning)}.danger{--tone:var(--danger)}
.figures{display:flex;flex-wrap:wrap;gap:1px;margin:0;border:1px solid var(--border);background:var(--border)}
.figures div{flex:1 0 auto;min-width:128px;padding:4px 12px 6px;background:var(--surface);cursor:help}
.figures dt{color:var(--text-muted);font-size:11px}
.figures dd{margin:0;font-size:15px}
.part{display:inline-block;margin-right:8px;white-space:nowrap}
.word{color:var(--text-muted);font-size:12px}
.prefix{color:var(--text-muted);font-size:11px}
.scroll{overflow-x:auto}
.scroll:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
summary{cursor:pointer;color:var(--accent)}
details{margin-top:8px}`

const tables = `
table{border-collapse:collapse;font-size:12px}
.tasks{width:100%}
caption{text-align:left;white-space:nowrap;color:var(--text-muted);padding-bottom:4px}
th,td{padding:3px 10px 3px 0;border-bottom:1px solid var(--grid);text-align:left;vertical-align:top;font-weight:400}
thead th{color:var(--text-muted);border-bottom-color:var(--border);white-space:nowrap;vertical-align:bottom}
th[title],td[title],.part[title]{cursor:help}
.tasks td,.tasks th,.plan th,.facts th,.numbers td,.numbers th{white-space:nowrap}
.tasks td:nth-child(4){white-space:normal;min-width:104px}
.tasks :is(td,thead th):nth-child(n+6),.plan :is(td,thead th):nth-child(2),.numbers :is(td,thead th):nth-child(n+2){text-align:right}
.tasks :is(td,thead th):nth-child(n+6){padding:3px 0 3px 14px}
.tasks th:first-child{position:sticky;left:0;background:var(--surface);min-width:110px;max-width:240px;white-space:normal}
.facts th{width:180px;color:var(--text-muted)}
.message{white-space:pre-wrap;overflow-wrap:anywhere;min-width:240px}
.side{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));column-gap:32px}
.dot{display:inline-block;width:10px;height:10px;margin-right:6px;background:var(--hue);border-radius:2px}`

const drawings = `
.scope{border:solid var(--border);border-width:1px 0}
.track{display:flex;align-items:flex-start;min-width:${leastPictureWidth}px;max-width:${pictureWidth}px;border-top:1px solid var(--border)}
.track:first-child{border-top:0}
.track svg{display:block;width:0;height:auto}
.track .names{flex:${namesWidth} 1 0}.track .plot{flex:${plotWidth + valuesWidth} 1 0}
.track .names{position:sticky;left:0;z-index:1;background:var(--surface);box-shadow:1px 0 var(--border)}
svg text{fill:var(--text);font-size:11px}
.names text,.value{font-size:12px}
svg .muted{fill:var(--text-muted)}
.grid{stroke:var(--grid);fill:none}
.lane{fill:var(--lane)}
.solid{fill:var(--hue)}
.faint{fill:var(--hue);fill-opacity:.32;stroke:var(--hue)}
.suspended{fill:var(--hue);fill-opacity:.1;stroke:var(--hue)}
.failed{stroke:var(--danger);stroke-width:2}
.timed-out{stroke:var(--warning);stroke-width:2}
.wait{stroke:var(--hue);stroke-width:1.5;opacity:.75;fill:none}
.plot g text{fill:var(--ink,var(--text))}
.plot .over text{fill:var(--text)}
.mark{fill:none;stroke:var(--ink,var(--text));stroke-linecap:round;stroke-linejoin:round}
.over .mark,.beside .mark,.inline .mark{stroke:var(--text)}
.dense path,.swatch .mixed{fill:var(--hue)}
.dense .mixed,.swatch .mixed,path.mixed{--hue:var(--mixed);fill:var(--mixed)}
.dense .notch,.swatch .notch{fill:var(--danger)}
.d0{fill:var(--hue);fill-opacity:.3}.d1{fill:var(--hue);fill-opacity:.55}.d2{fill:var(--hue);fill-opacity:.8}.d3{fill:var(--hue)}
.o0{fill-opacity:.15}.o1{fill-opacity:.25}.o2{fill-opacity:.35}.o3{fill-opacity:.45}
.beside circle{fill:var(--surface);fill-opacity:.85}
.grey{--hue:var(--mixed)}
.cell{shape-rendering:crispEdges}
${levelFills}
.hatch{stroke:var(--hatch);fill:none}
.queue{--line:var(--queue)}.memory{--line:var(--memory)}.memory-own{--line:var(--memory-own)}
.area{fill:var(--line);fill-opacity:.25}
.line{fill:none;stroke:var(--line);stroke-width:1.5}
.shapes{position:absolute}
.inline{width:12px;height:12px;margin-right:3px;vertical-align:-2px}
.swatch{vertical-align:-1px}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:0 0 8px;padding:0;list-style:none;font-size:12px}
.ramp{display:inline-block;width:96px;height:8px;background:linear-gradient(to right,var(--core-low),var(--core-middle),var(--core-high))}
.scope+.legend,.scope+.note{margin-top:8px}
.track.more{border-top:0}
.ready-lines{fill:none;stroke:var(--hue);stroke-width:1.4}
${readyFills}.grey .ready{fill:url(#ready-grey)}
.over text{paint-order:stroke;stroke:var(--surface);stroke-width:3px;stroke-opacity:.9;stroke-linejoin:round}
.plate{fill:var(--surface);fill-opacity:.82}
.chain path{fill:none;stroke:var(--text);stroke-width:2;stroke-linejoin:round}
.chain .halo{stroke:var(--surface);stroke-width:4;stroke-opacity:.8}
.chain .waited{stroke-dasharray:2 2}
.blocked{fill:var(--danger);fill-opacity:.16;pointer-events:none}
.others{--line:var(--mixed)}`

const accounts = `
h3{margin:16px 0 4px;font-size:13px}
.account{margin:8px 0 0;break-inside:avoid}
.account figcaption{font-size:12px}
${accountColors()}
.bar{display:block;width:100%;height:auto}
.bar .part,.swatch .part{stroke:var(--border)}
.bar .part{stroke:var(--surface)}
.bar .total{stroke:var(--text);stroke-width:2;fill:none}
.accounts{margin-top:12px}
.accounts .meaning{white-space:normal;text-align:left!important;color:var(--text-muted);min-width:280px;padding-left:14px}
.accounts .sum :is(td,th){border-top:1px solid var(--border);border-bottom:0}
.findings{margin:0;padding:0;list-style:none}
.findings li{margin:0 0 8px;padding:6px 12px;border:1px solid var(--border);border-left:4px solid var(--tone);break-inside:avoid}
.findings strong{margin-right:8px;color:var(--tone)}
.findings .where{margin:0;font-size:12px}
.note-tone{--tone:var(--text-muted)}
.links .figure,.slots .figure{text-align:right}`

const paper = `
@media print{
@page{size:landscape;margin:10mm}
body{max-width:none;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.scroll{overflow:visible}
.track{min-width:0;max-width:none}
.track,.timeline{break-inside:avoid}
.axis{break-after:avoid}
.track .names{position:static}
thead{display:table-header-group}
tr,.figures div{break-inside:avoid}
h2,.note{break-after:avoid}
details::details-content{content-visibility:visible;block-size:auto}
.tasks{font-size:9px}
.tasks th:first-child{position:static}
}
@media (max-width:640px){body{padding:12px}h1{font-size:19px}.facts th{width:120px}}`

/** The style sheet of the report: the look of the window, for a page that is read, narrow or wide, and printed. */
export function styleSheet(): string {
  return `:root{color-scheme:light dark;${colorVariables('light')}}
@media screen and (prefers-color-scheme:dark){:root{${colorVariables('dark')}}}
${page}${tables}
${hues}${drawings}${accounts}${paper}`
}
