import re,subprocess,sys
W='/tmp/w7-split/'
sole="""at-controller.ts #back
parts/bands.ts earlyBadge x
parts/bands.ts bandBadge x
parts/compare-below.ts terms
parts/compare-table.ts heads
parts/compare-table.ts none
parts/compare.ts addForm
parts/evidence.ts evidenceHead x
parts/export-panel.ts said
parts/export-panel.ts busy
parts/export-panel.ts forms
parts/finding-form.ts problemText
parts/matrix-cell.ts stateWords x
parts/matrix-legend.ts entries
parts/path-steps.ts sentence
parts/table-cell.ts notStated
parts/table-sum.ts orderText x
parts/timeline-tools.ts period
parts/timeline-words.ts finishWord x
parts/timeline-words.ts stageOf x
parts/views-list.ts renaming
parts/views-list.ts warningsOf""".split('\n')
allf=subprocess.check_output(['git','ls-files','src/element','test'],cwd=W,text=True).split()
for l in sole:
    a=l.split(); f='src/element/'+a[0]; n=a[1]
    for g in (allf if len(a)>2 else [f]):
        if not g.endswith('.ts'): continue
        s=open(W+g).read(); o=s
        if g==f:
            s=re.sub(r'(%s(?: = )?\()\{ messages \}: PanelContext(, )?'%re.escape(n),r'\1',s)
        s=re.sub(r'((?<![\w.])%s|this\.%s)\((context|given|props\.context)(, |\))'%(re.escape(n),re.escape(n)),lambda m:m.group(1)+'('+(')' if m.group(3)==')' else ''),s)
        if s!=o: open(W+g,'w').write(s)
