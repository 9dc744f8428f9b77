import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const platform = `http://127.0.0.1:${process.env['PORT'] ?? '4000'}`;
const proxied = [
  '/graphql',
  '/schema.graphql',
  '/api',
  '/runs',
  '/info',
  '/otel',
  '/feedback',
  '/files',
];

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
      output: {
        // What changes rarely keeps its name, and so its place in browsers' caches.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'graph',
              test: /node_modules\/(@apollo|graphql|graphql-ws|rxjs|optimism|@wry)\//,
            },
            {
              name: 'router',
              test: /node_modules\/@tanstack\/(react-router|router-core|history)\//,
            },
          ],
        },
      },
    },
  },
});
