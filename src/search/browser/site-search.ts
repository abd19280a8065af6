/** On every page: Ctrl+K (Cmd+K) goes to the search box; the words searched for are marked where the address names some. */
addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
    return;
  const box = [...document.querySelectorAll<HTMLInputElement>('input[type="search"][name="q"]')].find(
    (each) => each.offsetParent !== null,
  );
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

if (new URLSearchParams(location.search).has('hl')) import('../landing/landing.ts');
