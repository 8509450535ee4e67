// What tells the WebAssembly of this version from any other. No import and no export: the build puts this text before the
// element and the entries.

let toldUnchecked = false;

/**
 * Whether bytes have a digest. Over plain http a browser computes none: then it says so once and lets them pass.
 * @param {BufferSource} bytes
 * @param {string} digest In the form of the attribute `integrity`.
 * @param {SubtleCrypto} [subtle] What computes it.
 */
async function fits(bytes, digest, subtle = globalThis.crypto?.subtle) {
  if (!subtle) {
    if (!toldUnchecked) console.warn(SAID.causes.notChecked);
    toldUnchecked = true;
    return true;
  }
  const found = new Uint8Array(await subtle.digest('SHA-384', bytes));
  return digest === `sha384-${btoa(String.fromCharCode(...found))}`;
}
