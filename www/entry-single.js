// The single file's entry: unpacks the WebAssembly that the page itself carries, so that nothing is requested.

const unpack = async (name, digest) => {
  let bytes;
  try {
    const packed = document.getElementById(name).textContent.trim();
    const stream = new Blob([Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))]).stream();
    bytes = await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  } catch (error) {
    throw fault('damaged', SAID.causes.packed(error.message));
  }
  if (!(await fits(bytes, digest))) throw fault('damaged', SAID.causes.unpacked(digest));
  return bytes;
};

let started = null;
const start = () => {
  started ??= unpack('nms-advisor-wasm', WASM_DIGEST)
    .then((bytes) => wasm_bindgen({ module_or_path: bytes }))
    .catch((error) => {
      started = null;
      throw error;
    });
  return started;
};

const room = {
  mount: (...args) => wasm_bindgen.mountSeminar(...args),
  drawing: () => wasm_bindgen.drawing(),
  onCrash: (told) => wasm_bindgen.onCrash(told),
  restart: () => wasm_bindgen.restart(),
  css: TEACHING_SHEET,
};

defineAdvisor({
  versions: { ...VERSIONS, digest: '' },
  needs: ['Window', 'WebAssembly', 'adoptedStyleSheets', 'DecompressionStream'],
  start: () => start(),
  mount: (...args) => new wasm_bindgen.Advisor(...args),
  drawing: () => wasm_bindgen.drawing(),
  onCrash: (told) => wasm_bindgen.onCrash(told),
  restart: () => wasm_bindgen.restart(),
  guideline: async () => [], // it stands in the page
  css: STYLE_SHEET,
  room: () => start().then(() => room),
  outside: readers(async () => {
    await nms_data_in({ module_or_path: await unpack('nms-advisor-data-in', DATA_IN_DIGEST) });
    return nms_data_in;
  }),
});
