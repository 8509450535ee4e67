//! What is said of a case that a learning platform keeps, in English.

use crate::wording::room::Record;

/// In English.
pub(super) const RECORD: Record = Record {
    title: "For a learning record store",
    note: "A file with xAPI statements: what was committed to, what the plan had, which steps were done and when. No name, no score, no word of the learner’s own, no answer of a patient. A case from a file is named by its title. Nothing is sent: whoever keeps it puts the learner’s account in.",
    base: "Address under which your school names its activities",
    no_base: "This is not a web address. Write one that begins with https:// and has no spaces, such as https://school.example/nms/.",
    save: "Save xAPI statements",
    no_progress: "This text is not the saved progress of a case, so nothing was changed.",
    no_case: "There is no case “{id}” here, so nothing was changed.",
    open_first: "The progress belongs to a case from a file. Open that file first.",
    no_action: "The action “{id}” is not known any more, so it was left out.",
    no_stage: "Line {line} of the progress is no stage of this case, so it was left out.",
    no_place: "The progress does not say which stage was open. The last one that it has was opened.",
};
