//! NMS Advisor (module map comes below).
pub mod answer;
pub mod engine;
pub mod guideline;
#[cfg(feature = "widget")]
pub mod js;
pub mod note;
pub mod panel;
pub mod session;
#[cfg(feature = "widget")]
pub mod widget;
pub mod wire;
