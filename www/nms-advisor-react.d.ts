// `<nms-advisor>` in the JSX of React 19. A file of its own, so that nobody else needs the types of React.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Findings, NmsAdvisorAttributes, NmsAdvisorElement, NmsCase, NmsChange, NmsError, NmsErrorCode, NmsStage } from './nms-advisor.js';

export * from './nms-advisor.js';
export { default } from './nms-advisor.js';

/** What `<nms-advisor>` takes in JSX. React sets `findings` as a property and listens to each `onnms-…`. */
export interface NmsAdvisorProps
  extends DetailedHTMLProps<HTMLAttributes<NmsAdvisorElement>, NmsAdvisorElement>,
    Omit<NmsAdvisorAttributes, 'findings'> {
  /** Puts these in place of what is entered. What is read to the same value stays, so a controlled host may echo. */
  findings?: Findings | null;
  'onnms-change'?: (event: CustomEvent<NmsChange>) => void;
  'onnms-assessment'?: (event: CustomEvent<NmsChange>) => void;
  'onnms-stage'?: (event: CustomEvent<NmsStage>) => void;
  'onnms-case'?: (event: CustomEvent<NmsCase>) => void;
  'onnms-ready'?: (event: CustomEvent<null>) => void;
  'onnms-error'?: (event: CustomEvent<{ error: NmsError; code: NmsErrorCode }>) => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'nms-advisor': NmsAdvisorProps;
    }
  }
}
