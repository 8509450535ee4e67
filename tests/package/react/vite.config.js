import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  // the package finds its WebAssembly beside itself, so the development server must not move it
  optimizeDeps: { exclude: ['nms-advisor'] },
});
