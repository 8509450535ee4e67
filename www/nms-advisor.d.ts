// Types of the package `nms-advisor`. Units are those of the contract; absent or null means unknown.

/** The unit of a number. `code` (of UCUM, as FHIR has it) is read before `unit`, and both have to name the same. */
export interface InUnit {
  unit?: string | null;
  code?: string | null;
  system?: 'http://unitsofmeasure.org' | null;
}
/**
 * A number of which only a bound is known. A condition is met only where every value that the bound leaves meets it. More than
 * one number makes it unusable.
 */
export type Bound = InUnit & ({ atLeast: number | null } | { above: number | null } | { atMost: number | null } | { below: number | null });
/**
 * A number in the stored unit of its finding, or with a UCUM unit; or a bound of it. Any other member makes it unusable: it could
 * change what the number means. What is read comes back as a number or a bound in the stored unit.
 */
export type Quantity = number | (InUnit & { value: number | null }) | Bound | null;
/** Yes or no; null or absent is unknown. */
export type Answer = boolean | null;

/** The answers. Absent or null means unknown, never normal. */
export interface Findings {
  // a key for each finding of the rule set; `cargo xtask dist` writes them here
}

export interface AssessOptions {
  /** `article`: only what the source article states, and the safety notes without which that would harm. Default `all`. */
  basis?: 'all' | 'article';
  /** `YYYY-MM-DD`: the day of asking, for the rechallenge gate. */
  today?: string;
  /** A bundled language; default `en`. */
  lang?: string;
  /** mg/kg, for the dantrolene volume helper. */
  dantroleneDosePerKg?: number;
  /** `all`: every rule once, with its truth. Default `shown`. */
  verdicts?: 'shown' | 'all';
  /** `none`: the verdicts alone, as `Verdicts`, which takes about half the time. Default `all`. */
  explanations?: 'all' | 'none';
}

export type Basis = 'article' | 'literature' | 'design';
export type Truth = 'met' | 'not-met' | 'unknown';
export type Grade = 'mild' | 'moderate' | 'severe';

/** One answer that decided a line, or that would. */
export interface Reason {
  finding: string;
  answer: string;
  criterion: string;
  truth: Truth;
}

export interface SeverityCriterion {
  id: string;
  label: string;
  grade: Grade;
  basis: Basis;
  statements: string[];
  citations: string[];
  interpretation: string;
  explanation: Reason[];
}

export interface Recommendation {
  id: string;
  section: 'immediate' | 'advanced' | 'pitfalls' | 'adjunctive' | 'monitoring' | 'complications' | 'aftercare' | 'background';
  kind: 'do' | 'avoid' | 'consider' | 'monitor' | 'watch' | 'note';
  urgency: 'critical' | 'warning' | 'info';
  truth: Truth;
  status: 'advised' | 'check-first' | 'withheld' | 'not-indicated';
  pending: 'indication' | 'contraindication' | null;
  question: string;
  /** Marked as carried out by `treatmentsGiven`. */
  given: boolean;
  /** Marked by `treatmentsNotPossible` as not possible where the patient is; absent otherwise. */
  notPossible?: true;
  /** The bold words, at most 52 characters; those of an avoid are read behind "Avoid:". */
  headline: string;
  /** The headline, or a full sentence. */
  text: string;
  detail: string;
  /** What goes past the article on a line of it; empty with `basis: 'article'`. */
  beyond: string;
  /** What the article itself says, in place of the headline in its view. */
  articleText?: string;
  /** The line that it is folded beneath. */
  under: string | null;
  place: 'screen' | 'drawer';
  basis: Basis;
  statements: string[];
  citations: string[];
  interpretation: string;
  explanation: Reason[];
}

export interface Problem {
  finding: string;
  problem: string;
}

export interface Assessment {
  /** `built`: the day on which this copy was built, in UTC. */
  ruleSet: { id: string; version: string; reviewed: string | null; built?: string };
  suspicion: 'suspected' | 'possible' | 'check' | 'incomplete' | 'not-supported' | 'no-signs';
  suspicionExplanation: Reason[];
  severity: {
    grade: Grade | null;
    atLeast: boolean;
    /** By all bases together; differs from `grade` only with `basis: 'article'`. */
    gradeOverAllBases: Grade | null;
    criteria: SeverityCriterion[];
    missing: string[];
  };
  /** In order of display; the first advised one is the first thing to do. */
  recommendations: Recommendation[];
  missing: { finding: string; couldChange: string[] }[];
  /** Not used; the finding counts as unknown. */
  issues: Problem[];
  /** Used, and outside the plausible range. */
  unusual: Problem[];
  conflicts: { findings: string[]; problem: string; used: string }[];
  // what the literature adds; none of it with `basis: 'article'`
  /** The consensus criteria as an interval: points known, and points known or still open. Never a verdict. */
  score?: {
    id: string;
    known: number;
    possible: number;
    cutOff: string;
    items: { id: string; label: string; points: number; truth: Truth; explanation: Reason[] }[];
  };
  /** Features of DSM-5-TR, described and not counted. */
  features?: { id: string; label: string; truth: Truth }[];
  /** What else it could be, where something speaks for it; the one with most points first. */
  differential?: {
    id: string;
    label: string;
    advice: string;
    speaksFor: { label: string; explanation: Reason[] }[];
    speaksAgainst: { label: string; explanation: Reason[] }[];
    missing: string[];
    citations: string[];
  }[];
  /** How often to measure what, at the grade reached; our own intervals. */
  schedule?: { item: string; interval: string }[];
  /** Whom to call. */
  contacts?: { id: string; label: string; purpose: string; basis: Basis; explanation: Reason[] }[];
  /** Cautions of the drugs in the plan that hold for these answers; doses stand in `ruleSet().drugs`. */
  drugs?: { id: string; dosesShown: boolean; cautions: string[] }[];
  /** The volume of the stated dose; null while dantrolene is not in question. */
  dantroleneVolume?: {
    state: 'worked' | 'above-ceiling' | 'withheld';
    reason: '' | 'not-a-known-adult' | 'malignant-hyperthermia' | 'spoken-against' | 'not-rigid' | 'no-weight' | 'formulation' | 'no-dose';
    doseMg: number | null;
    vials: number | null;
    waterMl: number | null;
    mannitolG: number | null;
    total24hMg: number | null;
    ceilingMg: number | null;
    /** What is to be said with it: overload, above what is published, above the only licensed daily dose. */
    warnings: string[];
  } | null;
  /** The earliest day by the article's minimum, which is no advice to restart; null while it is not in question. */
  rechallenge?: {
    state: 'no-antagonist' | 'not-resolved' | 'long-acting' | 'cannot-be-computed' | 'not-before' | 'passed';
    earliest: string | null;
    text: string;
  } | null;
}

/** The keys of the reasons: `suspicionExplanation`, and each `explanation`. */
type ReasonKey = 'explanation' | 'suspicionExplanation';
type WithoutReasons<T> = T extends (infer Row)[]
  ? WithoutReasons<Row>[]
  : T extends object
    ? { [Key in keyof T as Key extends ReasonKey ? never : Key]: WithoutReasons<T[Key]> }
    : T;

/**
 * An assessment with `explanations: 'none'`: the keys of the reasons are left out at every depth, as an empty list would say that
 * there are none. Everything else is as it is in the whole assessment.
 */
export type Verdicts = WithoutReasons<Assessment>;

/** A condition as a tree. */
export type Criterion =
  | { always: true }
  | { present: string }
  | { absent: string }
  | { is: [string, string] }
  | { atLeastGrade: [string, string] }
  | { above: [string, number] }
  | { atLeast: [string, number] }
  | { below: [string, number] }
  | { atMost: [string, number] }
  | { all: Criterion[] }
  | { any: Criterion[] }
  | { not: Criterion }
  | { atLeastOf: [number, Criterion[]] }
  | { definition: string };

export interface RuleSet {
  id: string;
  version: string;
  reviewed: string | null;
  /** The day on which this copy was built, in UTC. */
  built?: string;
  findings: Record<string, unknown>[];
  preprocessing: { checkFirst: string } & Record<string, unknown>;
  derived: Record<string, unknown>[];
  definitions: ({ id: string; label: string; basis: Basis; when: Criterion } & Record<string, unknown>)[];
  severity: ({ id: string; label: string; grade: Grade; basis: Basis; when: Criterion } & Record<string, unknown>)[];
  severityDomains: string[];
  rules: ({ id: string; when: Criterion; contraindicatedBy: Criterion; checkFirstIf: Criterion; headline: string; foldsUnder: { under: string; when: Criterion; advisedOnly: boolean }[] } & Record<string, unknown>)[];
  conflicts: Record<string, unknown>[];
  statements: { id: string; kind: string; text: string; refs: number[] }[];
  citations: { id: string; text: string; url: string | null; checked: string }[];
  agents: Record<string, unknown>[];
  disagreements: Record<string, unknown>[];
  notices: Record<string, unknown>[];
  omissions: { statement: string; reason: string }[];
  /** Ids of lines that are no longer there; still read in `treatmentsGiven`. */
  retired: { id: string; into: string[] }[];
  /** While it is met, aftercare stands on the first screen. */
  aftercareShownIf: Criterion;
  score: Record<string, unknown>;
  features: Record<string, unknown>[];
  lookAlikes: Record<string, unknown>[];
  drugs: Record<string, unknown>[];
  dosesShownIf: Criterion;
  dosesWithheld: string;
  schedule: Record<string, unknown>[];
  contacts: Record<string, unknown>[];
  dantroleneVolume: Record<string, unknown>;
  rechallenge: Record<string, unknown>;
}

/** A CDS Hooks 2.0 card. */
export interface Card {
  uuid: string;
  summary: string;
  detail: string;
  indicator: 'critical' | 'warning' | 'info';
  source: { label: string };
}

type WasmGiven = URL | string | BufferSource | WebAssembly.Module | Response;
/**
 * Where WebAssembly is. It is held against the digest of this version, and another one is refused with the code `integrity`. A
 * compiled module has no bytes to check: it is refused with the code `unchecked`, unless the option `unchecked` takes it.
 */
export type WasmSource = WasmGiven | Promise<WasmGiven>;

/**
 * What can be wrong. `findings`, `options`, `assessment`: no plain object, or no JSON. `input`: nothing that `fromText` or
 * `fromFhir` reads. The others: it could not start, or stopped.
 */
export type NmsErrorCode =
  | 'old-browser'
  | 'missing'
  | 'type'
  | 'unreachable'
  | 'connect'
  | 'policy'
  | 'blocked'
  | 'integrity'
  | 'unchecked'
  | 'format'
  | 'file'
  | 'versions'
  | 'no-room'
  | 'damaged'
  | 'withdrawn'
  | 'crash'
  | 'changed'
  | 'findings'
  | 'contacts'
  | 'stock'
  | 'text-size'
  | 'idle'
  | 'case'
  | 'options'
  | 'assessment'
  | 'input';

/** An error of this package. */
export interface NmsError extends Error {
  code: NmsErrorCode;
}

/**
 * Loads and initialises the WebAssembly; safe to call more than once. `wasm` says where it is, `teachingWasm` where that of the
 * teaching room is; without them the attributes `wasm` and `teaching-wasm` count, then the meta elements `nms-advisor-wasm` and
 * `nms-advisor-teaching-wasm` of the page, then the files beside the module. `dataInWasm` is that of the reader of texts and
 * records, which is loaded on first use; its meta element is `nms-advisor-data-in-wasm`. `unchecked: true` takes what this call
 * gives as it is, without a look at its digest: for whoever has built or checked it.
 */
export default function init(options?: { wasm?: WasmSource; teachingWasm?: WasmSource; dataInWasm?: WasmSource; unchecked?: boolean }): Promise<void>;
/**
 * Assesses findings. Only own, plain data count: computed properties, instances, promises and the like are named in `issues`.
 * Throws a `TypeError` with a `code` unless both arguments are plain objects, an `Error` before `init`, and an `NmsError` with
 * the code `crash` if the computation stops; the next call is as good as the first.
 */
export function assess(findings: Findings, options?: AssessOptions & { explanations?: 'all' }): Assessment;
export function assess(findings: Findings, options: AssessOptions & { explanations: 'none' }): Verdicts;
export function assess(findings: Findings, options?: AssessOptions): Assessment | Verdicts;
/** The bundled rule set. In a browser a promise of it, as it is loaded when somebody asks; in Node the rule set. `await` does for both. */
export function ruleSet(): RuleSet | Promise<RuleSet>;
/**
 * Reads what somebody typed or pasted: drugs, signs, numbers with and without units, a laboratory column. What is not understood
 * is listed, and nothing is answered *no* unless the text says so. In a browser a promise, as the reader is loaded on first use;
 * in Node the result. `await` does for both. Throws a `TypeError` with the code `input` for what is no text.
 */
export function fromText(text: string, options?: TextOptions): FromOutside | Promise<FromOutside>;
/**
 * Reads FHIR resources (R4, R4B, R5): a Bundle, a list, one resource, or the `prefetch` of CDS Hooks; as an object or as JSON.
 * Pure: it looks at no clock, so `now` has to be given. Names, identifiers and notes are not read. Throws a `TypeError` with the
 * code `input` for what is no FHIR. Returns as `fromText` does.
 */
export function fromFhir(input: object | string, options: FhirOptions): FromOutside | Promise<FromOutside>;
/** One card for each advised do, avoid or consider, in order. Needs no reasons. */
export function toCdsHooksCards(assessment: Assessment | Verdicts): { cards: Card[] };

/** Options of `fromText`. */
export interface TextOptions {
  /** In which units numbers are usual here; a number that could be in several is asked all the same. */
  units?: 'si' | 'conventional';
}

/** Options of `fromFhir`. */
export interface FhirOptions {
  /** The moment of looking, with its time zone; what is older than its window, or in the future, is not used. */
  now: string | Date;
  /** How far back every finding may lie, in hours, in place of the proposals. */
  windowHours?: number;
  /** The patient's id or reference, where the input holds several. */
  patient?: string;
}

/** What was read of a text or a record. */
export interface FromOutside {
  /** What is sure enough to be taken, as `assess` takes it. */
  findings: Findings;
  /** Everything that was understood; what is not ticked is offered, and not in `findings`. */
  used: FromOutsideUsed[];
  /** What was not used, each with its reason. */
  notUsed: FromOutsideNotUsed[];
  /** Of a record: its Observations, those behind `used`, and those about things that are not asked here. */
  observations?: number;
  read?: number;
  notMapped?: number;
  /** Of a record: drugs and conditions that are not known here, and resources of other types. */
  drugsNotKnown?: number;
  conditionsNotMapped?: number;
  otherResources?: number;
}

/** An answer that was understood. */
export interface FromOutsideUsed {
  finding: keyof Findings;
  /** The answer as it stands in `findings`. */
  value: Findings[keyof Findings];
  /** The piece of the text, or value and unit as they were sent. */
  sent: string;
  /** Of a text: where the piece begins and ends, in UTF-16 units. */
  from?: number;
  to?: number;
  code?: string;
  /** Such as `Observation/3`: the third of the input. */
  resource?: string;
  time?: string;
  /** From how many it was chosen. */
  of: number;
  why?: { id: string; message: string }[];
  /** Units of which one has to be chosen. */
  ask?: string[];
  ticked: boolean;
}

/** Something that was not used. */
export interface FromOutsideNotUsed {
  sent: string;
  finding?: keyof Findings;
  code?: string;
  resource?: string;
  time?: string;
  /** How many are left for the same reason and stand in this line. */
  of?: number;
  /** A word of a closed list. */
  reason: string;
  message: string;
}

/** One place of a site where dantrolene lies, or whom to ask for it. What is left out counts as not known, never as none. */
export interface StockPlace {
  /** Its name, up to 120 letters. */
  place: string;
  /** Vials by form, or by strength alone; whole numbers up to 9,999. */
  vials?: { [form in '20mg-60ml' | '120mg-20ml' | '250mg-5ml' | `${20 | 120 | 250}` | `${20 | 120 | 250} mg`]?: number };
  /** Whom to call, up to 120 letters. */
  telephone?: string;
  /** The day on which the vials were counted, as YYYY-MM-DD. */
  counted?: string;
}

/** The attributes of `<nms-advisor>`, as they are written in HTML. */
export interface NmsAdvisorAttributes {
  /** The answers as JSON. */
  findings?: string | undefined;
  /** Whose statements are shown; default `all`. */
  basis?: 'all' | 'article' | undefined;
  /** A bundled language; `en` is the only one so far. */
  lang?: string | undefined;
  /** Default `auto`: as the reader's system has it. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** Default `full`: the form and the plan. From `cases` on: a view of the teaching room, loaded when it is asked for. */
  view?: 'full' | 'form' | 'panel' | 'cases' | 'case' | 'course' | 'over-time' | 'run' | 'team-run' | 'wall' | 'wall-screen' | 'debrief' | 'build' | 'write' | undefined;
  /** Present: the teaching room with its tabs, whatever the view it begins with. */
  room?: boolean | '' | undefined;
  /** A bundled case of the teaching room by its id, which is opened; the room is loaded for it. */
  case?: string | undefined;
  /** Under which address the activities are named in the xAPI file of the debrief. */
  'activity-base'?: string | undefined;
  /** In which units the form starts; default `si`. */
  units?: 'si' | 'conventional' | undefined;
  /** How large the text is; default `normal`. */
  'text-size'?: 'normal' | 'large' | 'projector' | undefined;
  /** After how many minutes without a reader, 1 to 720, the case is covered; with `clear`, it is cleared. Default: never. */
  idle?: number | `${number}` | `${number} clear` | '' | undefined;
  /** Present: the page belongs to the widget, which is as high as the window. */
  fill?: boolean | '' | undefined;
  /** Present: the bar has no menus, for a page that only shows a plan or a form. Name and draft mark stay. */
  bare?: boolean | '' | undefined;
  /** The level of the widget's own headings; default 2. */
  'heading-level'?: 2 | 3 | 4 | 5 | '2' | '3' | '4' | '5' | undefined;
  /** A site's own telephone numbers: a JSON object by contact. */
  contacts?: string | undefined;
  /** The dantrolene of the site: JSON of a `StockPlace` or of a list of them. */
  stock?: string | undefined;
  /** Present: a case in the page's `#` fragment is opened. */
  fragment?: boolean | '' | undefined;
  /** Where the WebAssembly is, if not beside the module; read when the first element starts. */
  wasm?: string | undefined;
  /** Where the WebAssembly of the teaching room is, if not in `teaching/` beside the module. */
  'teaching-wasm'?: string | undefined;
}

/** `<nms-advisor>`. */
export interface NmsAdvisorElement extends HTMLElement {
  /** Takes an object, its JSON text, or nothing; never throws. A set that equals what is read changes nothing. */
  get findings(): Findings;
  set findings(value: Findings | string | null | undefined);
  basis: 'all' | 'article' | '';
  theme: 'auto' | 'light' | 'dark' | '';
  get view(): NonNullable<NmsAdvisorAttributes['view']> | '';
  set view(value: NmsAdvisorAttributes['view'] | '' | null);
  units: 'si' | 'conventional' | '';
  textSize: 'normal' | 'large' | 'projector' | '';
  get idle(): string;
  set idle(value: number | string | null | undefined);
  fill: boolean;
  bare: boolean;
  get contacts(): string;
  set contacts(value: string | Record<string, string> | null | undefined);
  get stock(): string;
  set stock(value: string | StockPlace | readonly StockPlace[] | null | undefined);
  headingLevel: number;
  fragment: boolean;
  room: boolean;
  case: string;
  activityBase: string;
  wasm: string;
  teachingWasm: string;
  readonly assessment: Assessment | null;
  readonly ready: Promise<void>;
  reset(): void;
  focusField(id: keyof Findings): boolean;
  exportNote(format?: 'text' | 'markdown' | 'sbar' | 'json'): string;
  /**
   * Reads FHIR resources and shows what was found; nothing enters the form before the reader says so. `now` is that of the page
   * unless it is given. Rejects as `fromFhir` throws.
   */
  takeFhir(input: object | string, options?: Partial<FhirOptions>): Promise<FromOutside>;
  /** How far the learner is in the case of the teaching room: at most 4,096 characters, and bytes of UTF-8. */
  exportProgress(): string;
  /** Goes on from what `exportProgress` returned; resolves to what could not be read, in sentences. */
  restoreProgress(text: string): Promise<string[]>;
}

/**
 * `detail` of `nms-change`, raised after every change that the reader makes, and of `nms-assessment`, raised after every change of
 * the assessment, whoever made it. Each part is made when it is first read.
 */
export interface NmsChange {
  findings: Findings;
  assessment: Assessment;
}

/** One side of a stage: what the learner committed to, or what the plan has. */
export interface NmsSide<G> {
  grade: G;
  /** Rule ids, the first action first; at most three. */
  actions: string[];
}

/** A stage of a case that was answered and compared. No score: a difference is explained by its rule, on screen. */
export interface NmsStageRow {
  /** Its place on the road through the case, from 1. */
  stage: number;
  /** Its name. */
  name: string;
  /** Minutes since the first stage, in the case. */
  minutes: number;
  /** Whether no stage follows. */
  last: boolean;
  committed: NmsSide<'mild' | 'moderate' | 'severe' | 'unsure'>;
  /** `null`: the answers do not tell the grade, which `unsure` matches. */
  plan: NmsSide<'mild' | 'moderate' | 'severe' | null>;
  sameGrade: boolean;
  /** Actions that both have. */
  matched: string[];
  /** First actions of the plan that were not chosen. */
  missed: string[];
  /** Chosen actions that are not among the first of the plan; they may stand further down. */
  other: string[];
}

/** `detail` of `nms-stage`. */
export interface NmsStage extends NmsStageRow {
  /** The id of a bundled case; empty for one from a file. */
  case: string;
  title: string;
  /** How many stages the longest road through the case has. */
  stages: number;
}

/** `detail` of `nms-case`. */
export interface NmsCase {
  case: string;
  title: string;
  stages: number;
  /** The stages that were answered, in order. */
  road: NmsStageRow[];
}

/** The events of the element. All bubble and are composed, so a document or a window can listen too. */
export interface NmsAdvisorEventMap {
  'nms-change': CustomEvent<NmsChange>;
  'nms-assessment': CustomEvent<NmsChange>;
  'nms-stage': CustomEvent<NmsStage>;
  'nms-case': CustomEvent<NmsCase>;
  'nms-ready': CustomEvent<null>;
  'nms-error': CustomEvent<{ error: NmsError; code: NmsErrorCode }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'nms-advisor': NmsAdvisorElement;
  }
  // what elements, documents and windows have in common
  interface GlobalEventHandlersEventMap extends NmsAdvisorEventMap {}
}
