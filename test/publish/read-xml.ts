import sax from 'sax';

/** What a strict XML parser makes of a text; throws where it is not well-formed. */
export function readXml(xml: string) {
  const parser = sax.parser(true);
  const open: string[] = [];
  const elements: { path: string; attributes: Record<string, string>; text: string }[] = [];
  const inside: (typeof elements)[number][] = [];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    open.push(name);
    const element = { path: open.join('/'), attributes: attributes as Record<string, string>, text: '' };
    elements.push(element);
    inside.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
    inside.pop();
  };
  const add = (text: string) => {
    const element = inside.at(-1);
    if (element) element.text += text;
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.write(xml).close();
  const ending = (end: string) => elements.filter(({ path }) => `/${path}`.endsWith(`/${end}`));
  return {
    names: elements.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
    /** Texts of elements by the end of their path: `entry/title`. */
    textsOf: (end: string) => ending(end).map(({ text }) => text),
    attributesOf: (end: string) => ending(end).map(({ attributes }) => attributes),
  };
}
