// Renders the app into the page that was built.
import { readFileSync, writeFileSync } from 'node:fs';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app';

const page = 'out/index.html';
const rendered = renderToString(<StrictMode><App /></StrictMode>);
writeFileSync(page, readFileSync(page, 'utf8').replace('<!--app-->', rendered));
