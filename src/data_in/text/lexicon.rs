//! Every word that is understood, by its first letter. The words of the guideline stand in its tables, those of the
//! language here.

use super::lex::{Kind, Token};
use crate::engine::agent::Agent;
use crate::engine::finding::FindingIndex;
use crate::guideline::words;

/// What a word or a few of them mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// The label of a number.
    Number(FindingIndex),
    /// The label of two numbers, by row.
    Pair(usize),
    /// Above a limit and nothing more, by row.
    Raised(usize),
    /// The label of a highest value.
    Peak(FindingIndex),
    /// The name of something answered with yes or no.
    Sign(FindingIndex),
    /// A name that says less than that.
    Narrower(FindingIndex),
    /// Said to be no.
    Denied(FindingIndex),
    /// The word that stands for several.
    Umbrella,
    /// The label of a choice, by row.
    Heading(usize),
    /// A word of a choice, by row and option.
    Alone(usize, usize),
    /// The place of a temperature, by row.
    Site(usize),
    /// A drug, by row.
    Drug(usize),
    /// A word of the language.
    Common(Common),
}

/// Words of the language, by what they do to what stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Common {
    /// Changes nothing.
    Filler,
    /// Denies the name right behind it.
    Deny,
    /// Another time, another person, another specimen, a plan: for the whole sentence.
    Spoil,
    /// A doubt, for what stands beside it.
    Doubt,
    /// Neither of two for sure.
    Either,
    /// Ends what was denied.
    But,
    /// A heading that changes nothing, where a colon, a number or a drug stands behind it.
    Head,
    /// A drug that is not given any more.
    Stop,
    /// Above its limit.
    High,
    /// A flag of the laboratory.
    Flag,
    /// A destroyed sample.
    Haemolysed,
    /// Before a number: greater.
    Above,
    /// Before a number: greater or the same.
    AtLeast,
    /// Before a number: smaller.
    Below,
    /// Before a number: smaller or the same.
    AtMost,
    /// Before a number: not exactly.
    About,
    /// Before a label: the usual value.
    Usual,
    /// The upper limit of a laboratory.
    Limit,
    /// Between a label and its number.
    Is,
    /// Behind a name: yes.
    Yes,
    /// Behind a name: no.
    No,
    /// A denial that stands before no name that it could deny alone.
    Lack,
    /// Before a range.
    Reference,
    /// A unit, of whatever it may be.
    Unit,
    /// Behind an age.
    Years,
    /// Behind an age, and never anything else.
    Old,
    /// Oxygen, and how it is given.
    Oxygen,
    /// Litres.
    Litres,
}

use Common::{
    About, Above, AtLeast, AtMost, Below, But, Deny, Doubt, Either, Filler, Flag, Haemolysed, Head, High, Is, Lack,
    Limit, Litres, No, Old, Oxygen, Reference, Spoil, Stop, Unit, Usual, Years, Yes,
};

const COMMON: &[(Common, &str)] = &[
    (
        Filler,
        "a|an|the|pt|pat|patient|this|with|and|plus|also|und|mit|on|has|have|is|are|he|she|shows|showing|presents|presenting|noted|now|currently|current|today|blood|serum|plasma|venous|arterial|taking|takes|receiving|received|given|clinically|marked|obvious",
    ),
    (Deny, "no|not|denies|without|absent"),
    (
        Spoil,
        "yesterday|ago|last|previous|previously|prior|past|former|formerly|earlier|before|initially|initial|family|fhx|fh|mother|father|brother|sister|son|daughter|wife|husband|parents|uncle|aunt|cousin|sibling|baby|infant|child|fetal|foetal|maternal|neighbour|urine|urin|urinary|csf|liquor|drain|pleural|ascites|ascitic|fluid|dialysate|sweat|room|ambient|water|target|goal|aim|threshold|normally|baseline|usual|if|unless|until|till|when|should|would|could|may|might|plan|planned|tomorrow|later|day|down to|up to|fell to|rose to|dropped to|falling|rising|from|then|gestern|vorher|fruher|familie|mutter|vater|hier|ayer|ieri|example|anticipate|expect|expected",
    ),
    (
        Doubt,
        "pending|awaiting|awaited|ordered|order|repeat|history|hx|pmh|pmhx|anamnese|allergic|allergy|allergies|allergie|intolerance|intolerant|possible|possibly|probable|probably|likely|unlikely|maybe|perhaps|suspected|suspicion|query|questionable|unsure|uncertain|unclear|unknown|risk|concern|concerns|rule|ruled|exclude|excluded|ausschluss|verdacht|differential|ddx|vs|versus|consider|watch|monitor|monitoring|check|never|refused|vitamin|vit|limit|improved|resolved|improving|improvement|prevent|avoid|hold|prn",
    ),
    (Either, "or|oder|either"),
    (But, "but|however|though|aber"),
    (Stop, "stopped|discontinued|withdrawn|ceased|abgesetzt"),
    (High, "raised|elevated|high|increased|erhoht"),
    (Flag, "high|low|hi|lo|critical|abnormal|flagged|erhoht|erniedrigt"),
    (
        Haemolysed,
        "haemolysed|hemolysed|haemolyzed|hemolyzed|haemolytic|hemolytic|haemolysis|hemolysis|hamolytisch|hamolyse|lysed|hemolyse|emolizzato|hemolizado",
    ),
    (Above, "above|over|greater than|more than|exceeds|exceeding|uber"),
    (AtLeast, "at least|mindestens"),
    (Below, "below|under|less than|unter"),
    (AtMost, "at most|hochstens"),
    (About, "about|approx|approximately|around|circa|ca|roughly|nearly|almost|up to|bis"),
    (Usual, "usual|baseline"),
    (Limit, "uln|xuln|upper limit|upper limit of normal|limit|the limit|the upper limit|the upper limit of normal"),
    (Is, "is|of|at|to|von|de|di"),
    (Yes, "yes|present|positive|pos|ja"),
    (No, "no|absent|negative|neg|none|nil|denied"),
    (
        Lack,
        "negatives|nor|neither|free of|absence of|lack of|lacks|lacking|unremarkable|w|kein|keine|keinen|ohne|nicht|weder|noch|pas|sans|aucun|aucune|sin|ni|sem|nao|senza|non|nessun|nessuna",
    ),
    (
        Head,
        "meds|med|medication|medications|drugs|drug|labs|lab|laboratory|bloods|vitals|vital|vital signs|obs|observations|exam|examination|on exam|o e|physical exam|signs|results|neuro|neurology|general|clinical|clinically|labor|befund|vital parameters|vitalparameter|vitalzeichen|abg|vbg|bga|blood gas|blood gases|cbc|fbc|coag|coagulation|chemistry|biochemistry|haematology|hematology|electrolytes|lfts|lft|enzymes|renal|cardiac",
    ),
    (Reference, "ref|reference|range|normal|norm|n|uln"),
    (
        Unit,
        "mg|g|kg|ug|mcg|ng|pg|iu|u|mu|mmol|umol|nmol|meq|mosm|ml|dl|ul|l|lb|lbs|s|sec|secs|ms|min|mins|h|hr|hrs|d|cm|mm|m|mmhg|kpa|bpm|cmh2o|f|c|k|x|x10|units|unit|torr|msec",
    ),
    (Years, "y|yr|yrs|year|years|jahre|ans|anos|anni"),
    (Old, "yo|jahrige|jahriger|jahriges"),
    (Oxygen, "o2|oxygen|nc|via nasal cannula|nasal cannula|mask|via mask|by mask"),
    (Litres, "l|lpm|litres|liters|litre|liter"),
];

/// Findings with their phrases, between bars.
type List = &'static [(FindingIndex, &'static str)];
/// The meaning that a phrase of a finding has.
type OfFinding = fn(FindingIndex) -> Meaning;

/// All words, ready to be looked up.
pub(super) struct Lexicon {
    /// Phrase, length of its first word, meaning.
    rows: Vec<Vec<(&'static str, usize, Meaning)>>,
}

fn row_of(text: &str) -> usize {
    usize::from(text.bytes().next().unwrap_or_default().to_ascii_lowercase())
}

impl Lexicon {
    pub(super) fn new(agents: &'static [Agent]) -> Self {
        let mut built = Self { rows: vec![Vec::new(); 256] };
        let lists: [(List, OfFinding); 5] = [
            (words::NUMBERS, Meaning::Number),
            (words::PEAKS, Meaning::Peak),
            (words::SIGNS, Meaning::Sign),
            (words::NARROWER, Meaning::Narrower),
            (words::DENIED, Meaning::Denied),
        ];
        for (list, meaning) in lists {
            for (index, phrases) in list {
                built.add(meaning(*index), phrases);
            }
        }
        for (row, (.., phrases)) in words::PAIRS.iter().enumerate() {
            built.add(Meaning::Pair(row), phrases);
        }
        for (row, (.., phrases)) in words::RAISED.iter().enumerate() {
            built.add(Meaning::Raised(row), phrases);
        }
        for (row, (_, phrases)) in words::SITE.2.iter().enumerate() {
            built.add(Meaning::Site(row), phrases);
        }
        for (common, phrases) in COMMON {
            built.add(Meaning::Common(*common), phrases);
        }
        built.add(Meaning::Umbrella, words::UMBRELLA.2);
        for (row, (_, labels, options)) in words::CHOICES.iter().enumerate() {
            built.add(Meaning::Heading(row), labels);
            for (option, (_, alone, _)) in options.iter().enumerate() {
                built.add(Meaning::Alone(row, option), alone);
            }
        }
        for (row, agent) in agents.iter().enumerate() {
            for name in std::iter::once(&agent.id).chain(agent.brands) {
                built.push(Meaning::Drug(row), name);
            }
        }
        built
    }

    #[inline(never)]
    fn add(&mut self, meaning: Meaning, list: &'static str) {
        for phrase in list.split('|').filter(|phrase| !phrase.is_empty()) {
            self.push(meaning, phrase);
        }
    }

    fn push(&mut self, meaning: Meaning, phrase: &'static str) {
        if let Some(row) = self.rows.get_mut(row_of(phrase)) {
            let first = phrase.split([' ', '-', '/']).next().map_or(0, str::len);
            row.push((phrase, first, meaning));
        }
    }

    /// Whether a word alone is the label of a number.
    pub(super) fn is_label(&self, word: &str) -> bool {
        let label = |meaning: &Meaning| matches!(meaning, Meaning::Number(_) | Meaning::Pair(_) | Meaning::Peak(_));
        let rows = self.rows.get(row_of(word)).map_or(&[][..], Vec::as_slice);
        rows.iter().any(|(phrase, _, meaning)| label(meaning) && phrase.eq_ignore_ascii_case(word))
    }

    /// Notes for every piece the phrases that may begin with it, so that each is looked for once.
    pub(super) fn mark(&self, tokens: &mut [Token]) {
        for token in tokens.iter_mut().filter(|token| token.kind != Kind::Sign) {
            let rows = self.rows.get(row_of(&token.text)).map_or(&[][..], Vec::as_slice);
            let begins = |(at, (phrase, length, meaning)): (usize, &(&'static str, usize, Meaning))| {
                let near = matches!(meaning, Meaning::Drug(_)) && length.abs_diff(token.text.len()) <= 1;
                let front = phrase.get(..*length).unwrap_or_default();
                (near || front.eq_ignore_ascii_case(&token.text)).then(|| u16::try_from(at).ok()).flatten()
            };
            token.begins = rows.iter().enumerate().filter_map(begins).collect();
        }
    }

    /// The longest words at `at` with a wanted meaning, and where they end.
    pub(super) fn find<T>(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        wanted: &dyn Fn(Meaning) -> Option<T>,
    ) -> Option<(T, usize)> {
        let (meaning, end) = self.longest(text, tokens, at, &|meaning| wanted(meaning).is_some())?;
        wanted(meaning).map(|value| (value, end))
    }

    /// The same, once for all kinds of answers.
    #[inline(never)]
    fn longest(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        wanted: &dyn Fn(Meaning) -> bool,
    ) -> Option<(Meaning, usize)> {
        let first = tokens.get(at)?;
        let row = self.rows.get(row_of(&first.text))?;
        let mut best: Option<(Meaning, usize)> = None;
        for (phrase, _, meaning) in first.begins.iter().filter_map(|at| row.get(usize::from(*at))) {
            let drug = matches!(meaning, Meaning::Drug(_));
            if wanted(*meaning)
                && let Some(end) = spelt(text, tokens, at, phrase, drug)
                && best.is_none_or(|(_, longest)| end > longest)
            {
                best = Some((*meaning, end));
            }
        }
        best
    }
}

/// Where a phrase ends that begins at `at`. A hyphen may join its words, in the name of a drug also a slash.
pub(super) fn spelt(text: &str, tokens: &[Token], at: usize, phrase: &str, drug: bool) -> Option<usize> {
    let mut end = at;
    let mut parts = phrase.split([' ', '-', '/']).filter(|part| !part.is_empty()).peekable();
    while let Some(part) = parts.next() {
        let joint = tokens.get(end).filter(|token| {
            end > at && token.glued && (token.text == "-" || (drug && token.text == "/")) && token.kind == Kind::Sign
        });
        if joint.is_some() && tokens.get(end + 1).is_some_and(|token| token.glued) {
            end += 1;
        }
        let token = tokens.get(end)?;
        let exact = part.bytes().any(|byte| byte.is_ascii_uppercase());
        let same = if exact { text.get(token.start..token.end) == Some(part) } else { token.text == part };
        // names of drugs differ between languages in their last vowel alone
        let near = drug && parts.peek().is_none() && stem(part).len() >= 6 && stem(part) == stem(&token.text);
        if !same && !near {
            return None;
        }
        end += 1;
    }
    (end > at).then_some(end)
}

fn stem(word: &str) -> &str {
    word.strip_suffix(['e', 'a', 'o']).unwrap_or(word)
}
