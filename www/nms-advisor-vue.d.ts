// `<nms-advisor>` in templates of Vue. A file of its own, so that nobody else needs Vue.

import type { HTMLAttributes, PublicProps } from 'vue';
import type { Findings, NmsAdvisorAttributes, NmsAdvisorElement, NmsAdvisorEventMap, StockPlace } from './nms-advisor.js';

export * from './nms-advisor.js';
export { default } from './nms-advisor.js';

/** What the element takes in a template: `:findings`, attributes, and `@nms-…`. */
export interface NmsAdvisorVueProps extends Omit<
  NmsAdvisorAttributes,
  'findings' | 'contacts' | 'stock' | 'text-size' | 'heading-level' | 'teaching-wasm' | 'activity-base'
> {
  findings?: Findings | string | null | undefined;
  contacts?: Record<string, string> | string | null | undefined;
  stock?: StockPlace | readonly StockPlace[] | string | null | undefined;
  activityBase?: string | undefined;
  textSize?: NmsAdvisorAttributes['text-size'];
  headingLevel?: NmsAdvisorAttributes['heading-level'];
  teachingWasm?: string | undefined;
  onNmsChange?: ((event: NmsAdvisorEventMap['nms-change']) => void) | undefined;
  onNmsAssessment?: ((event: NmsAdvisorEventMap['nms-assessment']) => void) | undefined;
  onNmsStage?: ((event: NmsAdvisorEventMap['nms-stage']) => void) | undefined;
  onNmsCase?: ((event: NmsAdvisorEventMap['nms-case']) => void) | undefined;
  onNmsReady?: ((event: NmsAdvisorEventMap['nms-ready']) => void) | undefined;
  onNmsError?: ((event: NmsAdvisorEventMap['nms-error']) => void) | undefined;
}

declare module 'vue' {
  interface GlobalComponents {
    'nms-advisor': new () => NmsAdvisorElement & { $props: HTMLAttributes & NmsAdvisorVueProps & PublicProps };
  }
}
