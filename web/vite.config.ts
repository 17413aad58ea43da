/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { headStart } from './scripts/ahead.mjs';
import { chunks, effectless } from './scripts/chunks.mjs';
import { locales } from './scripts/locales.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte(), locales(here('src/locales')), headStart(), effectless()],
  resolve: {
    alias: { $protocol: here('../proto/protocol.ts') },
    // Svelte's package gives its server build to Node unless told that a browser is meant.
    conditions: process.env.VITEST ? ['browser'] : ['module', 'browser', 'development|production'],
  },
  build: {
    target: 'es2022',
    // Fonts and pictures stay files: the page's content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: chunks(here('src/main.ts')),
        // budgets.mjs knows the locales' chunks by this name.
        chunkFileNames: (chunk) => {
          const [, locale, part] = chunk.facadeModuleId?.match(/virtual:locale\/(\w+)(?:\/(\w+))?$/) ?? [];
          if (part) return `assets/words-${part}-${locale}-[hash:7].js`;
          return locale ? `assets/locale-${locale}-[hash:7].js` : 'assets/[name]-[hash:7].js';
        },
        // The first page names all files of scripts and styles: a hash of seven tells them apart as well, and weighs less.
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
  server: {
    // The protocol lies beside the client.
    fs: { allow: [here('.'), here('../proto')] },
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/listen': 'http://127.0.0.1:8080',
      '^/as/[^/]+/(api|ws)/': { target: 'http://127.0.0.1:8080', ws: true },
    },
  },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'], setupFiles: ['tests/setup.ts'] },
});
