// `<nms-advisor>` in the JSX of Preact. A file of its own, so that nobody else needs Preact.

import type { HTMLAttributes } from 'preact';
import type { Findings, NmsAdvisorAttributes, NmsAdvisorElement, NmsAdvisorEventMap, StockPlace } from './nms-advisor.js';

export * from './nms-advisor.js';
export { default } from './nms-advisor.js';

/** What the element takes in JSX. */
export interface NmsAdvisorPreactProps
  extends Omit<HTMLAttributes<NmsAdvisorElement>, keyof NmsAdvisorAttributes>,
    Omit<NmsAdvisorAttributes, 'findings' | 'contacts' | 'stock'> {
  findings?: Findings | string | null | undefined;
  contacts?: Record<string, string> | string | null | undefined;
  stock?: StockPlace | readonly StockPlace[] | string | null | undefined;
  'onnms-change'?: ((event: NmsAdvisorEventMap['nms-change']) => void) | undefined;
  'onnms-assessment'?: ((event: NmsAdvisorEventMap['nms-assessment']) => void) | undefined;
  'onnms-stage'?: ((event: NmsAdvisorEventMap['nms-stage']) => void) | undefined;
  'onnms-case'?: ((event: NmsAdvisorEventMap['nms-case']) => void) | undefined;
  'onnms-ready'?: ((event: NmsAdvisorEventMap['nms-ready']) => void) | undefined;
  'onnms-error'?: ((event: NmsAdvisorEventMap['nms-error']) => void) | undefined;
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'nms-advisor': NmsAdvisorPreactProps;
    }
  }
}
