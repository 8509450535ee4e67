// `<nms-advisor>` in templates of Vue. A file of its own, so that nobody else needs Vue.

import type { HTMLAttributes, PublicProps } from 'vue';
import type { Findings, NmsAdvisorAttributes, NmsAdvisorElement, NmsAdvisorEventMap } from './nms-advisor.js';

export * from './nms-advisor.js';
export { default } from './nms-advisor.js';

/** What the element takes in a template: `:findings`, attributes, and `@nms-…`. */
export interface NmsAdvisorVueProps extends Omit<NmsAdvisorAttributes, 'findings' | 'contacts' | 'text-size' | 'heading-level' | 'teaching-wasm'> {
  findings?: Findings | string | null | undefined;
  contacts?: Record<string, string> | string | null | undefined;
  textSize?: NmsAdvisorAttributes['text-size'];
  headingLevel?: NmsAdvisorAttributes['heading-level'];
  teachingWasm?: string | undefined;
  onNmsChange?: ((event: NmsAdvisorEventMap['nms-change']) => void) | undefined;
  onNmsAssessment?: ((event: NmsAdvisorEventMap['nms-assessment']) => void) | undefined;
  onNmsReady?: ((event: NmsAdvisorEventMap['nms-ready']) => void) | undefined;
  onNmsError?: ((event: NmsAdvisorEventMap['nms-error']) => void) | undefined;
}

declare module 'vue' {
  interface GlobalComponents {
    'nms-advisor': new () => NmsAdvisorElement & { $props: HTMLAttributes & NmsAdvisorVueProps & PublicProps };
  }
}
