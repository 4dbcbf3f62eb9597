// Eleventy with a minimal theme: Markdown is not read as a template, items have plain addresses.
const SIZE = 50;

function cut(kind, key, name, items) {
  const total = Math.ceil(items.length / SIZE);
  const address = (n) => `${kind}/${key}${n > 1 ? `-${n}` : ""}.html`;
  return Array.from({ length: total }, (_, n) => ({
    name,
    number: n + 1,
    total,
    address: address(n + 1),
    previous: n > 0 ? address(n) : "",
    next: n + 1 < total ? address(n + 2) : "",
    items: items.slice(n * SIZE, (n + 1) * SIZE),
  }));
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) {
    const found = key(item.data);
    groups.has(found) ? groups.get(found).push(item) : groups.set(found, [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

export default function (config) {
  config.setUseGitIgnore(false);
  config.setQuietMode(true);
  let newest = null;
  config.on("eleventy.before", () => (newest = null));
  const sorted = (api) =>
    (newest ??= api
      .getFilteredByTag("item")
      .sort((a, b) => (a.data.moment < b.data.moment ? 1 : -1)));
  const kinds = (names) => [
    ["category", (d) => d.category, (key) => names[key]],
    ["body", (d) => d.body, (key) => names[key]],
    ["year", (d) => d.day.slice(0, 4), (key) => `${key}年`],
    ["month", (d) => d.day.slice(0, 7), (key) => `${key.slice(0, 4)}年${Number(key.slice(5))}月`],
  ];
  config.addCollection("newest", (api) => sorted(api).slice(0, SIZE));
  config.addCollection("lists", (api) => {
    const items = sorted(api);
    const names = items.length ? items[0].data.names : {};
    return kinds(names).flatMap(([kind, key, name]) =>
      grouped(items, key).flatMap(([found, members]) => cut(kind, found, name(found), members)),
    );
  });
  config.addCollection("counts", (api) => {
    const items = sorted(api);
    const names = items.length ? items[0].data.names : {};
    return kinds(names).slice(0, 3).flatMap(([kind, key, name]) =>
      grouped(items, key).map(([found, members]) => ({
        name: name(found),
        address: `${kind}/${found}.html`,
        count: members.length,
      })),
    );
  });
  return {
    dir: { input: "content", output: "output", includes: "_includes", data: "_data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
