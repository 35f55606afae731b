// The values of attributes that are one of few. The build appends this to the program's script.
export const CHOICES = {
  theme: ["auto", "light", "dark"],
  storage: ["local", "none"],
  loading: ["lazy", "eager"],
  features: ["explore", "massage", "diary", "share", "print"],
};

/// Warns of a value that is none of those there are.
export function warn(warned, name, value, among = CHOICES[name]) {
  if (!value || !among || value.trim().split(/\s+/).every((word) => among.includes(word))) return;
  tell(warned, name, value, `one of ${among.join(" ")}`);
}

/// Each warning once.
export function tell(warned, name, value, allowed) {
  const key = `${name}=${value}`;
  if (warned.has(key)) return;
  warned.add(key);
  console.warn(`<referred-pain-explorer ${name}="${value}">: ignored; allowed is ${allowed}`);
}
