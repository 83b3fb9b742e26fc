/** What the reports of comparisons and sweeps have that a run's report has not. Follows the style sheet of all reports. */
export const experimentStyle = `
h1,h3,figcaption,.strip-name{overflow-wrap:anywhere}
.interval{display:inline-block;color:var(--text-muted);font-size:11px;white-space:nowrap}
.level{color:var(--tone,var(--text))}
.strips{display:grid;grid-template-columns:minmax(96px,220px) minmax(240px,1fr) max-content;border:solid var(--border);border-width:1px 0;overflow:clip}
.strip-row{display:grid;grid-column:1/-1;grid-template-columns:subgrid;column-gap:12px;align-items:center;border-top:1px solid var(--grid)}
.strip-row:first-child{border-top:0}
.strip-name{padding:4px 0}
.strip-value{min-width:120px;font-size:12px;line-height:1.3}
.strip{display:block;overflow:visible}
.strip-axis{position:relative;background:var(--surface)}
.strip-axis .strip{margin-bottom:2px}
.dot-mark{fill:var(--text);fill-opacity:.55}
.median-mark{stroke:var(--text);stroke-width:2}
.baseline-mark{stroke:var(--text-muted)}
.band{fill:var(--hue-5);fill-opacity:.35;stroke:var(--hue-1);stroke-width:.5}
.variants :is(td,th),.trials :is(td,th),.sizes :is(td,th),.laws :is(td,th){padding-right:14px}
:is(.variants,.trials,.sizes,.laws) .figure{text-align:right;white-space:nowrap}
.variants .figure .interval{display:block}
.variants th:first-child,.trials th[scope=row]{min-width:88px;max-width:220px;overflow-wrap:anywhere}
.variants :is(td,th){padding-right:10px}
.variants thead .figure{white-space:normal}
.variants .said{min-width:180px;max-width:360px;overflow-wrap:anywhere}
.sizes td:has(.interval){padding-left:0;text-align:left}
.sizes .figure:has(+td .interval){padding-right:6px}
.plain{white-space:nowrap}
.facts td{overflow-wrap:anywhere}
.wrapping thead th{white-space:normal}
.wrapping :is(td,th){min-width:112px;max-width:240px;overflow-wrap:anywhere}
.wrapping th[scope=row]{white-space:nowrap;overflow-wrap:normal}
.checks .level{white-space:nowrap}
.accounts thead th{white-space:normal;min-width:64px;max-width:180px;overflow-wrap:anywhere}
.panel{border-top:2px solid var(--border);break-inside:avoid}
.panel h3{position:sticky;left:0;margin:0;padding:6px 0 4px;width:fit-content;max-width:100%}
.panel .under{font-size:12px;margin-left:6px}
.panel .track:first-of-type{border-top:1px solid var(--grid)}
.findings details{margin-top:0}
.charts{grid-template-columns:repeat(auto-fit,minmax(min(420px,100%),1fr))}
.charts figure{margin:8px 0 0;break-inside:avoid}
.charts figcaption{font-size:12px}
.size-chart{display:block;width:100%;height:auto}
.law{fill:none;stroke-width:1.5}
.perfect{stroke:var(--text-muted);stroke-dasharray:2 3}
.amdahl{stroke:var(--hue-6);stroke-dasharray:7 3}
.usl{stroke:var(--hue-7)}
.poor{opacity:.4}
.medians,.whisker{fill:none;stroke:var(--hue-1);stroke-width:1.5}
.medians{stroke-opacity:.5}
.median-dot{fill:var(--hue-1);stroke:var(--surface)}
.knee{stroke:var(--text);fill:none}
.knee-range{fill:var(--hue-5);fill-opacity:.25}
.laws td:last-child{min-width:240px}
@media (max-width:760px){
.strips{grid-template-columns:1fr max-content}
.strip-row:not(.strip-axis) .strip{overflow:hidden}
.strip-name{grid-column:1/-1;padding:4px 0 0}
}
@media print{
.strips,.strip-row{break-inside:avoid}
.panel h3{position:static}
.variants,.trials,.wrapping,.accounts{font-size:9px}
.interval{font-size:8px}
:is(.variants,.trials) :is(td,th){padding-right:8px}
.wrapping :is(td,th),.variants .said,.accounts .meaning{min-width:0}
.accounts :is(td,th){padding-right:4px}
.accounts thead th{min-width:0}
}`
