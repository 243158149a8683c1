// The first module teaches Lit's elements to take over the shadow root that the server wrote, so it has to run before any of Lit's elements is loaded.
// A bundler may change the order of `import`, not that of `import()`. (A top-level await would wait for itself where the second shares code with this.)
void import('@lit-labs/ssr-client/lit-element-hydrate-support.js')
  .then(() => import('./start.js'))
  .then(({ start }) => start(document.getElementById('app')));
