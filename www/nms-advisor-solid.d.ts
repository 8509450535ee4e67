// `<nms-advisor>` in the JSX of Solid. A file of its own, so that nobody else needs Solid.

import type { JSX } from 'solid-js';
import type { Findings, NmsAdvisorAttributes, NmsAdvisorElement, NmsAdvisorEventMap, StockPlace } from './nms-advisor.js';

export * from './nms-advisor.js';
export { default } from './nms-advisor.js';

/** What the element takes in JSX. `prop:` sets a property, `on:` listens. */
export interface NmsAdvisorSolidProps
  extends Omit<JSX.HTMLAttributes<NmsAdvisorElement>, keyof NmsAdvisorAttributes>,
    NmsAdvisorAttributes {
  'prop:findings'?: Findings | string | null | undefined;
  'prop:contacts'?: Record<string, string> | string | null | undefined;
  'prop:stock'?: StockPlace | readonly StockPlace[] | string | null | undefined;
  'on:nms-change'?: ((event: NmsAdvisorEventMap['nms-change']) => void) | undefined;
  'on:nms-assessment'?: ((event: NmsAdvisorEventMap['nms-assessment']) => void) | undefined;
  'on:nms-stage'?: ((event: NmsAdvisorEventMap['nms-stage']) => void) | undefined;
  'on:nms-case'?: ((event: NmsAdvisorEventMap['nms-case']) => void) | undefined;
  'on:nms-ready'?: ((event: NmsAdvisorEventMap['nms-ready']) => void) | undefined;
  'on:nms-error'?: ((event: NmsAdvisorEventMap['nms-error']) => void) | undefined;
}

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'nms-advisor': NmsAdvisorSolidProps;
    }
  }
}
