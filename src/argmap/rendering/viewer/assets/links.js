// The address names what is chosen, so that it can be shared: page.html#statement-…

function entityOfAddress() {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // An address that somebody mistyped names nothing.
  }
  return indexOfId.has(name) ? indexOfId.get(name) : -1;
}

onChoice((index, how) => {
  if (how.quiet) return;
  try {
    history.replaceState(null, "", `#${encodeURIComponent(entities[index].id)}`);
  } catch {
    // Some readers of files forbid it; then the address stays as it was.
  }
});

addEventListener("hashchange", () => {
  const index = entityOfAddress();
  if (index >= 0 && index !== chosen.entity) choose(index, { from: "link" });
});
