//! Icons, drawn for the widget. Each stands beside its word and is hidden from assistive technology.

use yew::prelude::*;

/// What an icon stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Matters now.
    Critical,
    /// Matters today.
    Warning,
    /// Good to know.
    Info,
    /// To do.
    Do,
    /// Not to do.
    Avoid,
    /// Not to do, as a sign: a full disc with a bar.
    NoEntry,
    /// An option.
    Consider,
    /// To measure.
    Monitor,
    /// To watch for.
    Watch,
    /// After recovery.
    Later,
    /// Background; also a publication.
    Book,
    /// A question comes first; an answer is missing.
    Question,
    /// Withheld.
    Withheld,
    /// Carried out; a condition that is met.
    Done,
    /// A condition that is not met.
    Cross,
    /// The article; a draft.
    Page,
    /// A threshold of our own.
    Ruler,
    /// Leads to another site.
    External,
    /// Start over.
    Reset,
    /// Opens and closes.
    Chevron,
    /// Leads to a field.
    Back,
    /// Begins a case.
    New,
    /// Hands the case on.
    Share,
    /// Opens the menus.
    Menu,
    /// Someone to call.
    Phone,
    /// Takes back.
    Undo,
    /// The case.
    Case,
    /// Speaks for something.
    Plus,
    /// Speaks against something.
    Minus,
    /// Two sides.
    Sides,
}

/// An icon in the colour of the text around it.
pub fn glyph(icon: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d={path(icon)} /></svg>
    }
}

const fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Critical => "M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7zM10 6v5M10 14v.01",
        Icon::Warning => "M10 2.5 18.5 17h-17zM10 8v4M10 14.5v.01",
        Icon::Info => "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM10 9v5M10 6v.01",
        Icon::Do => "M3 10h14M11 4l6 6l-6 6",
        Icon::Avoid => "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM4.5 4.5l11 11",
        Icon::NoEntry => "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM6 10h8",
        Icon::Consider => "M10 1.8l8.2 8.2l-8.2 8.2l-8.2-8.2z",
        Icon::Monitor => "M1.5 11h4l2.5-7l4 12l2.3-5h4.2",
        Icon::Watch => {
            "M1.5 10c2-3.6 5-5.2 8.5-5.2s6.500 1.600 8.500 5.200c-2 3.600-5 5.200-8.500 5.200s-6.500-1.600-8.500-5.200zM10 7.800a2.200 2.200 0 1 0 0 4.400a2.200 2.200 0 0 0 0-4.400z"
        }
        Icon::Later => "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM10 5.500v5l3.200 2",
        Icon::Book => {
            "M10 5c-2-1.500-4.500-2-7.500-2v12.500c3 0 5.500.5 7.500 2c2-1.500 4.500-2 7.500-2v-12.500c-3 0-5.500.5-7.500 2zM10 5v12.500"
        }
        Icon::Question => {
            "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16zM7.700 7.700a2.300 2.300 0 1 1 3.400 2c-.8.4-1.100.9-1.100 1.700M10 14.200v.01"
        }
        Icon::Withheld => "M3 3h14v14h-14zM6.500 10h7",
        Icon::Done => "M3.500 10.500l4.500 4.500l8.500-10",
        Icon::Cross => "M4.500 4.500l11 11M15.500 4.500l-11 11",
        Icon::Page => "M4.500 2h7.500l3.500 3.500v12.500h-11zM7.500 9h5M7.500 12.500h5",
        Icon::Ruler => "M2.500 13.500l11-11l4 4l-11 11zM6 10l1.800 1.800M9.200 6.800l1.800 1.800M12 4l1.800 1.800",
        Icon::External => "M8 4h-4.500v12.500h12.500v-4.500M11.500 3h5.500v5.500M17 3l-8 8",
        Icon::Reset => "M3.500 3.500v5h5M4 8.300a6.700 6.700 0 1 1-.5 4",
        Icon::Chevron => "M7 4l6 6l-6 6",
        Icon::Back => "M17 10h-14M9 4l-6 6l6 6",
        Icon::New => "M4.500 2h7.500l3.500 3.500v12.500h-11zM10 8.500v6M7 11.500h6",
        Icon::Share => "M10 12.500v-10M6.500 5.500l3.500-3.500l3.500 3.500M4 10v7.500h12v-7.500",
        Icon::Menu => "M3 5.500h14M3 10h14M3 14.500h14",
        Icon::Phone => {
            "M4.500 2.500h3l1.500 4l-2 1.500a9 9 0 0 0 5 5l1.500-2l4 1.500v3a1.500 1.500 0 0 1-1.500 1.500a13 13 0 0 1-13-13a1.500 1.500 0 0 1 1.500-1.500z"
        }
        Icon::Undo => "M7 4l-4 4l4 4M3 8h9a5 5 0 0 1 0 10h-3",
        Icon::Case => "M2.500 6h15v11h-15zM7 6v-3h6v3M2.500 11h15",
        Icon::Plus => "M10 4v12M4 10h12",
        Icon::Minus => "M4 10h12",
        Icon::Sides => "M2 7h13M11.500 3.500l3.500 3.500M18 13h-13M8.500 16.500l-3.500-3.500",
    }
}
