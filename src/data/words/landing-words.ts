/** The words of the bar that steps through the words searched for, on a cable's page. Small, for reading pages load them. */
const en = {
  label: 'Words searched for',
  at: '{at} of {count}',
  none: 'The words searched for are not in this text.',
  previous: 'Previous',
  next: 'Next',
  close: 'Put the marks away',
  back: 'Back to the results',
};

const es: typeof en = {
  label: 'Palabras buscadas',
  at: '{at} de {count}',
  none: 'Las palabras buscadas no están en este texto.',
  previous: 'Anterior',
  next: 'Siguiente',
  close: 'Quitar las marcas',
  back: 'Volver a los resultados',
};

const languages: Record<string, typeof en> = { en, es };

export function landingWordsFor(language: string): typeof en {
  return languages[language.split('-')[0] ?? ''] ?? en;
}
