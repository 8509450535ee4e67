// The package for React 18 and 19: a component, and `<nms-advisor>` in JSX. A file of its own, so that nobody else needs React.

import type { DetailedHTMLProps, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { Findings, NmsAdvisorAttributes, NmsAdvisorElement, NmsAdvisorEventMap, StockPlace } from './nms-advisor.js';

export * from './nms-advisor.js';
export { default } from './nms-advisor.js';

/** What the component takes beside the attributes of any element. */
export interface NmsAdvisorComponentProps extends Omit<HTMLAttributes<NmsAdvisorElement>, 'onChange' | 'onError'> {
  /**
   * The case. A new value replaces what is entered; the same answers in a new object change nothing. `null` clears. Left out from the
   * start, the answers are the reader's alone. For another patient give another `key`: two patients with the same answers are one case.
   */
  findings?: Findings | null | undefined;
  basis?: NmsAdvisorAttributes['basis'];
  theme?: NmsAdvisorAttributes['theme'];
  view?: NmsAdvisorAttributes['view'];
  units?: NmsAdvisorAttributes['units'];
  textSize?: NmsAdvisorAttributes['text-size'];
  idle?: NmsAdvisorAttributes['idle'];
  headingLevel?: NmsAdvisorAttributes['heading-level'];
  contacts?: string | Record<string, string> | null | undefined;
  stock?: NmsAdvisorElement['stock'] | StockPlace | readonly StockPlace[] | null | undefined;
  case?: string | undefined;
  activityBase?: string | undefined;
  wasm?: string | undefined;
  teachingWasm?: string | undefined;
  room?: boolean | undefined;
  fill?: boolean | undefined;
  bare?: boolean | undefined;
  fragment?: boolean | undefined;
  /** After each change that the reader makes. */
  onChange?: ((event: NmsAdvisorEventMap['nms-change']) => void) | undefined;
  /** After each change of the assessment, whoever made it, and once at the start. */
  onAssessment?: ((event: NmsAdvisorEventMap['nms-assessment']) => void) | undefined;
  /** A stage of a teaching case was answered and compared. */
  onStage?: ((event: NmsAdvisorEventMap['nms-stage']) => void) | undefined;
  /** A teaching case is done. */
  onCase?: ((event: NmsAdvisorEventMap['nms-case']) => void) | undefined;
  onReady?: ((event: NmsAdvisorEventMap['nms-ready']) => void) | undefined;
  /** It could not start, stopped, or was given something that it cannot use. */
  onError?: ((event: NmsAdvisorEventMap['nms-error']) => void) | undefined;
}

/** `<nms-advisor>` as a component: rendered on a server, hydrated, and set by effects. Its ref is the element. */
export declare const NmsAdvisor: ForwardRefExoticComponent<NmsAdvisorComponentProps & RefAttributes<NmsAdvisorElement>>;

/** What `<nms-advisor>` takes in the JSX of React 19, in pages that no server renders. */
export interface NmsAdvisorProps
  extends DetailedHTMLProps<HTMLAttributes<NmsAdvisorElement>, NmsAdvisorElement>,
    Omit<NmsAdvisorAttributes, 'findings' | 'lang'> {
  /** Puts these in place of what is entered. What is read to the same value stays, so a controlled host may echo. */
  findings?: Findings | null | undefined;
  'onnms-change'?: ((event: NmsAdvisorEventMap['nms-change']) => void) | undefined;
  'onnms-assessment'?: ((event: NmsAdvisorEventMap['nms-assessment']) => void) | undefined;
  'onnms-stage'?: ((event: NmsAdvisorEventMap['nms-stage']) => void) | undefined;
  'onnms-case'?: ((event: NmsAdvisorEventMap['nms-case']) => void) | undefined;
  'onnms-ready'?: ((event: NmsAdvisorEventMap['nms-ready']) => void) | undefined;
  'onnms-error'?: ((event: NmsAdvisorEventMap['nms-error']) => void) | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'nms-advisor': NmsAdvisorProps;
    }
  }
}
