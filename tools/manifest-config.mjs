// What the manifest of the elements is read from: cem analyze --config tools/manifest-config.mjs
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';

/** `@chosen('filter') filter` is a property with an attribute of the same name, as `@property()` is; the analyzer knows only the latter. */
const chosenPlugin = () => ({
  name: 'chosen',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const declared = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    for (const member of node.members) {
      const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
      if (!decorators.some(({ expression }) => ts.isCallExpression(expression) && expression.expression.getText() === 'chosen')) continue;
      const field = declared.members.find(({ name }) => name === member.name.getText());
      field.attribute = field.name;
      // the very object: a description that is found later is that of both
      declared.attributes = [...(declared.attributes ?? []), { name: field.name, fieldName: field.name, type: field.type }];
    }
  },
});

export default {
  globs: ['src/element/**/*.ts'],
  exclude: ['src/element/parts/**'],
  quiet: true,
  // else the analyzer writes package.json
  packagejson: false,
  // not `litelement: true`: the plugin that the analyzer adds by itself would come after ours
  plugins: [...litPlugin(), chosenPlugin()],
};
