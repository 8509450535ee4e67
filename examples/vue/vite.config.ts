import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: { outDir: 'out' },
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'nms-advisor' } } })],
});
