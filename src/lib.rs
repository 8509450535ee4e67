//! NMS Advisor (module map comes below).
pub mod answer;
pub mod engine;
pub mod guideline;
pub mod panel;
pub mod session;
