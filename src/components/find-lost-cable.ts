/** On the 404 page: an address that is nearly a cable's leads to the cable. */
import { candidateIds } from './candidate-ids.ts';

const perhaps = document.getElementById('perhaps');
const link = perhaps?.querySelector('a');
const cables = perhaps?.dataset.cables;

async function find(): Promise<void> {
  if (!perhaps || !link || !cables) return;
  for (const id of candidateIds(location.pathname)) {
    const address = `${cables}${encodeURIComponent(id)}/`;
    if (address === location.pathname) continue;
    const { ok } = await fetch(address, { method: 'HEAD' });
    if (!ok) continue;
    link.href = address + location.hash;
    link.textContent = id;
    perhaps.hidden = false;
    location.replace(link.href);
    return;
  }
}

find().catch(() => undefined);
