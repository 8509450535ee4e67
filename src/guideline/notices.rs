//! What is always within reach: where the content comes from, and what it does not replace (S01-S04, S58-S64). Data only.

use crate::engine::rule_set::Notice;

/// Notices, in the order of display.
pub const NOTICES: &[Notice] = &[
    Notice {
        id: "draft",
        label: "Draft: not clinically reviewed",
        text: "No clinician has signed this rule set yet. The source article itself is for education only and marked as pending human review.",
        statements: &["S03"],
    },
    Notice {
        id: "professionals",
        label: "For healthcare professionals",
        text: "Made for professionals, as reference and for teaching. It is not a medical device and does not diagnose.",
        statements: &["S59"],
    },
    Notice {
        id: "judgement",
        label: "Your judgement decides",
        text: "Decisions rest on clinical judgement and on information that you have verified yourself. This tool supplements established guidelines; it does not replace professional discretion.",
        statements: &["S60", "S61"],
    },
    Notice {
        id: "verify",
        label: "Verify before use",
        text: "Check everything here against the primary literature and current standards of practice before acting on it.",
        statements: &["S62"],
    },
    Notice {
        id: "liability",
        label: "No liability",
        text: "The publisher of the article assumes no liability for its use, and neither do the makers of this tool.",
        statements: &["S63"],
    },
    Notice {
        id: "provenance",
        label: "Where the article's statements come from",
        text: "One article, \"What is the treatment for neuroleptic malignant syndrome (NMS)?\", published by Dr.Oracle, last updated on 11 December 2025. It states that a medical advisory board reviews all articles and points to an editorial policy; it also offers a medical artificial intelligence for further questions, so its text may have been generated. All of it is paraphrased here.",
        statements: &["S01", "S02", "S04", "S64"],
    },
    Notice {
        id: "references",
        label: "The article's references",
        text: "The article cites by the numbers 1 to 7, but prints four entries without numbers, so its citations cannot be resolved: (i) guideline, Treatment of NMS; (ii) guideline, NMS Clinical Presentation; (iii) guideline, Neuroleptic Intoxication Syndromes, these three in Praxis Medical Insights: Practical Summaries of Clinical Guidelines, 2025; (iv) research, Clinical management of NMS, The Psychiatric Quarterly, 2001. The fourth fits Susman, Psychiatr Q 2001;72:325-36 in title, journal and year.",
        statements: &["S58"],
    },
    Notice {
        id: "article-only",
        label: "What the switch to the article is for",
        text: "Article only shows what the source says. It is for seeing that, not for choosing how to treat; safety notes from the literature stay in force.",
        statements: &[],
    },
    Notice {
        id: "privacy",
        label: "Nothing leaves the browser",
        text: "Everything is computed on this device. Nothing is sent, and nothing is stored unless you ask for it.",
        statements: &[],
    },
];
