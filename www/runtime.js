// What the element needs of the functions, in the package and where everything is inlined.

/** @param {Partial<Runtime>} parts What each has in its own way. @returns {Runtime} */
const runtimeOf = (parts) => ({
  versions: { ...VERSIONS, digest: WASM_DIGEST },
  needs: ['Window', 'WebAssembly', 'adoptedStyleSheets'],
  start,
  mount: (...args) => new shared.glue.Advisor(...args),
  drawing: () => shared.glue.drawing(),
  onCrash: (told) => {
    shared.stopped = told;
    shared.glue.onCrash(told);
  },
  restart: () => shared.glue.restart(),
  css: STYLE_SHEET,
  outside,
  ...parts,
});
