import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app';

// what React mends while it hydrates is an error of the page
hydrateRoot(document.querySelector('#app')!, <StrictMode><App /></StrictMode>, {
  onRecoverableError: (error) => console.error(error),
});
