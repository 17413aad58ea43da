// Takes a pasted link: of whatever stands around it, the secret behind # is what lets in.
(() => {
  const form = document.querySelector('form');
  const field = form.querySelector('input');
  const wrong = document.getElementById('wrong');
  const secretOf = (text) => (/#\s*([\w-]+)/.exec(text) ?? /^\s*([\w-]{20,})\s*$/.exec(text))?.[1];
  const enter = (text) => {
    const secret = secretOf(text);
    if (secret) location.assign(`/join#${secret}`);
    return secret !== undefined;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    wrong.hidden = enter(field.value);
    field.setAttribute('aria-invalid', String(!wrong.hidden));
    if (!wrong.hidden) field.focus();
  });
  addEventListener('hashchange', () => enter(location.hash));
  if (location.hash) enter(location.hash);
})();
