/** Source of a pattern: `NNN`, `NNNN`, and what a relay ran into it, `NNNNVVZCZ...`, `NNNNMAFVVZCZ`. */
export const endSign = 'N{3,}(?:[A-Z]{0,4}V[A-Z0-9]*)?';
