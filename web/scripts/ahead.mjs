// What the first page asks for before the client's own script is here: a slow line would wait for each in turn.

/**
 * Runs in the page, within the HTML. Begins to fetch the words in the reader's language, and what the address calls
 * for: exchanges the secret of a personal link, reads the lobby. `src/api.ts` takes up the calls that it finds begun.
 * @param {Record<string, string>} words where the words of each language are, in a built client
 */
export function ahead(words) {
  const wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  const href = words[wanted.find((language) => language in words) ?? 'en'];
  if (href)
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));

  const begun = new Map();
  window.begun = begun;
  const begin = (path, init = {}) => {
    const answer = fetch(path, { cache: 'no-store', ...init });
    // Whoever takes it up is told of a failure.
    answer.catch(() => {});
    begun.set(path + (init.body ?? ''), answer);
    return answer;
  };
  const readLobby = (home) => begin(`${home}api/lobby`);
  const [home] = /^\/as\/[^/]+\//.exec(`${location.pathname}/`) ?? [];
  const secret = location.hash.slice(1);
  if (home) readLobby(home);
  else if (location.pathname === '/join' && secret)
    begin('/api/enter', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret }),
    })
      .then((answer) => answer.ok && answer.clone().json())
      .then((entered) => entered && readLobby(entered.home))
      .catch(() => {});
}

/** The vite plugin that lays it into the page, and has the page drawn before its style and its script are here.
 * @returns {import('vite').Plugin} */
export function headStart() {
  return {
    name: 'plenary-head-start',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const words = {};
        for (const { fileName, facadeModuleId } of Object.values(bundle ?? {})) {
          const [, language] = /virtual:locale\/(\w+)$/.exec(facadeModuleId ?? '') ?? [];
          if (language) words[language] = `/${fileName}`;
        }
        const script = `<script>(${ahead})(${JSON.stringify(words)})</script>`;
        // A style in the head holds back the first drawing; at the end it only holds back the script, which needs it.
        const styles = [];
        const page = html.replace(/\s*<link rel="stylesheet"[^>]*>/g, (link) => {
          styles.push(link.trim());
          return '';
        });
        return page
          .replace('</title>', () => `</title>\n    ${script}`)
          .replace('</body>', () => `  ${styles.join('\n    ')}\n  </body>`);
      },
    },
  };
}
