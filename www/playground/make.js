// Elements without HTML in texts: nothing of what is typed here can become a tag.
export function make(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export const at = (id) => document.getElementById(id);
