// Copies what the page loads: no bundler.
import { cpSync, rmSync } from 'node:fs';

rmSync('out', { recursive: true, force: true });
cpSync('node_modules/reveal.js/dist', 'out/reveal', { recursive: true });
cpSync('node_modules/nms-advisor', 'out/nms-advisor', { recursive: true });
for (const name of ['index.html', 'slides.css', 'slides.js']) cpSync(name, `out/${name}`);
