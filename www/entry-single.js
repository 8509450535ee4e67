// The single file's entry: unpacks the WebAssembly that the page itself carries, so that nothing is requested.

const unpack = async () => {
  const packed = document.getElementById('nms-advisor-wasm').textContent.trim();
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
};

let started = null;
const start = () => {
  started ??= unpack()
    .then((bytes) => wasm_bindgen({ module_or_path: bytes }))
    .catch((error) => {
      started = null;
      throw error;
    });
  return started;
};

defineAdvisor({
  start,
  mount: (root, options, onChange) => new wasm_bindgen.Advisor(root, options, onChange),
  onCrash: (told) => wasm_bindgen.onCrash(told),
  css: STYLE_SHEET,
});
