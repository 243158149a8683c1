/**
 * The style sheet of static output, the same for every map: the box that the element has when it takes over, and a table that fits it.
 *
 * Until then the fallback scrolls inside the box, so that nothing below moves; on paper, and where there are no scripts, it has all the room it needs.
 * In a narrow box the list stands alone: the letters of the picture would be 5 px high there.
 */
export const staticStyles = `standards-map:not(:defined){display:block;position:relative;box-sizing:border-box;inline-size:100%;aspect-ratio:var(--sm-aspect-ratio,16/10);min-block-size:30rem;overflow:hidden}
[data-standards-map]{position:absolute;inset:0;overflow:auto;container-type:inline-size;box-sizing:border-box;background:var(--sm-background,light-dark(#fbfcfe,#14181f));color:var(--sm-foreground,light-dark(#17202b,#e9eef5));font:400 .875rem/1.45 var(--sm-font,system-ui,Segoe UI,Roboto,Noto Sans,sans-serif);text-align:start}
standards-map:state(error) [data-standards-map]{position:static;overflow:visible}
[data-standards-map] :is(figure,p,ul,table){margin:0}
[data-standards-map] svg{display:block;inline-size:100%;block-size:auto}
[data-standards-map] :is(p,ul,figcaption){padding:.5rem 1rem}
[data-standards-map] ul{padding-inline-start:2rem}
[data-standards-map] :is(p,ul,caption,figcaption){color:var(--sm-muted,light-dark(#566273,#a3afbf))}
[data-standards-map] table{border-collapse:collapse;inline-size:100%}
[data-standards-map] :is(td,th,caption){padding:.3rem 1rem;text-align:start;vertical-align:top;font-weight:400;overflow-wrap:anywhere}
[data-standards-map] :is(td,th){border-block-end:1px solid light-dark(#d5dce5,#38424f)}
[data-standards-map] :is(caption,thead th,th[colspan]){font-weight:600}
[data-standards-map] th[scope=row]{min-inline-size:9rem}
[data-standards-map] time{white-space:nowrap}
[data-standards-map] a{color:light-dark(#0b57d0,#a8c7fa)}
@container (max-width:37.5rem){[data-standards-map] :is(svg,thead){display:none}[data-standards-map] :is(table,caption,tbody,tr,td,th){display:block;border:0;padding-block:.1rem}[data-standards-map] tr{border-block-end:1px solid light-dark(#d5dce5,#38424f)}}
@media print,(scripting:none){standards-map:not(:defined),standards-map:not(:defined) [data-standards-map]{position:static;aspect-ratio:auto;min-block-size:0;overflow:visible}}`;
