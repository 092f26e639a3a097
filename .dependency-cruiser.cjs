/** The rooms and the direction in which they may know each other (docs/architecture.md). */
const verbod = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    verbod(
      'geen-kringen',
      'Two files that need each other are one file.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    verbod(
      'shared-is-puur',
      'shared knows no room, no Node and no Electron.',
      { path: '^shared/' },
      { path: '^(endpoint|renderer|electron|build|test)/' },
    ),
    verbod(
      'shared-zonder-node',
      'shared runs everywhere.',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
    ),
    verbod(
      'endpoint-alleen-shared',
      'The endpoint knows the protocol and nothing of the application.',
      { path: '^endpoint/' },
      { path: '^(renderer|electron|build|test)/' },
    ),
    verbod(
      'renderer-niet-terug',
      'The renderer runs in a browser.',
      { path: '^renderer/' },
      { path: '^(endpoint|electron|build|test)/' },
    ),
    verbod(
      'renderer-zonder-node',
      'The renderer runs in a browser.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    verbod(
      'electron-dun',
      'The shell knows the platform contract, not the application.',
      { path: '^electron/' },
      { path: '^(endpoint|build|test)/|^renderer/(?!platform/)' },
    ),
    verbod(
      'product-kent-geen-test',
      'What is shipped does not know what tests it.',
      { path: '^(shared|endpoint|renderer|electron|build)/' },
      { path: '^test/' },
    ),
    verbod(
      'rxdb-in-de-kluis',
      'Only the vault knows RxDB and Dexie; the platform keeps its device secret in Dexie.',
      { path: '^renderer/(?!vault/|platform/)' },
      { path: '^node_modules/(rxdb|dexie)/' },
    ),
    verbod(
      'kluis-door-de-deur',
      'Screens and stores see the types of the vault; only the application composes it.',
      { path: '^renderer/(screens|onderdelen|stores|ui)/' },
      { path: '^renderer/vault/(?!types\\.ts$)' },
    ),
    verbod(
      'schermen-los',
      'A screen never imports another screen.',
      { path: '^renderer/screens/([^/]+)/' },
      { path: '^renderer/screens/(?!$1/)' },
    ),
    verbod(
      'ui-onderop',
      'Components know no screen, store or vault.',
      { path: '^renderer/ui/' },
      { path: '^renderer/(screens|onderdelen|app|stores|vault)/' },
    ),
    verbod(
      'stores-zonder-schermen',
      'Stores are usable without React screens.',
      { path: '^renderer/(stores|vault|platform|taal)/' },
      { path: '^renderer/(screens|onderdelen|app|ui)/' },
    ),
    verbod(
      'schermen-zonder-app',
      'The application finds the screens, not the other way round.',
      { path: '^renderer/screens/' },
      { path: '^renderer/app/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
