// One script, as old pages load it: no module, no second file.
import { copyFileSync } from 'node:fs';
import { build } from 'esbuild';

const { warnings } = await build({ entryPoints: ['main.js'], bundle: true, minify: true, format: 'iife', outdir: 'out' });
if (warnings.length > 0) process.exit(1);
copyFileSync('index.html', 'out/index.html');
