//! The WASM entry. `main` runs when the module is initialised and must not touch the DOM, or Node and server-side
//! rendering break; everything happens in the exports of `nms_advisor::js`.

// links the library, whose exports surface from this binary
use nms_advisor as _;

fn main() {}
