import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
// the element with its WebAssembly inside: no asset to copy
import type { Findings, NmsChange } from 'nms-advisor/inline';
import 'nms-advisor/inline';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>NMS Advisor in Angular</h1>
    <p>The reader's plan: <output id="heard">{{ heard() }}</output></p>
    <nms-advisor [findings]="findings()" theme="light" heading-level="2" (nms-change)="hear($event)"></nms-advisor>
  `,
})
class App {
  readonly findings = signal<Findings>({ agents: ['haloperidol'], temperature: 41.3 });
  readonly heard = signal('not heard of yet');

  hear(event: Event) {
    const { findings, assessment } = (event as CustomEvent<NmsChange>).detail;
    this.findings.set(findings);
    this.heard.set(assessment.severity.grade ?? 'no grade');
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] }).catch((error) => console.error(error));
