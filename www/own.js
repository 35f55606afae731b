// A page's own atlas. The build appends this to the script of the module that checks it, where `check` is.

/// Checks it as the build checks ours, and gives where its packs are. Throws with all problems, by the class of who loads
/// the files.
export function checked(given, LoadError) {
  const { problems, packs } = check(JSON.stringify(given) ?? "");
  if (problems) throw Object.assign(new LoadError("atlas", problems.join("\n")), { problems });
  const langs = Object.keys(packs).filter((name) => name.startsWith("names-")).map((name) => name.slice(6));
  let own;
  return {
    pack: (name) => packs[name],
    lang: (lang) => [lang, "en"].find((l) => langs.includes(l)) ?? langs[0],
    known: (module, pack) => (own ??= new module.Known(pack)),
  };
}
