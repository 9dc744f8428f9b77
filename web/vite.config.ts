import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const platform = `http://127.0.0.1:${process.env['PORT'] ?? '4000'}`;
const proxied = ['/graphql', '/schema.graphql', '/api', '/runs', '/info', '/otel', '/feedback'];

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: platform, ws: true }])),
  },
  build: {
    target: 'es2023',
    // A page of one origin under a strict Content-Security-Policy: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Streamdown's highlighting, diagrams and formulas run code or load much; our renderer uses none.
      external: [],
    },
  },
});
