// Steps through the findings of the map.

let findingAt = -1;

function showFinding(number) {
  const count = data.findings.length;
  if (!count) {
    tell("The map has no findings.");
    return;
  }
  findingAt = (number + count) % count;
  const finding = data.findings[findingAt];
  if (finding.entity >= 0) {
    choose(finding.entity, { from: "finding" });
    const block = detail.querySelector(`[data-finding="${findingAt}"]`);
    if (block) block.scrollIntoView({ block: "nearest" });
  } else {
    detail.replaceChildren(
      make("h2", { id: "detail-heading", tabindex: "-1" }, "About the map as a whole"),
      make("ul", { class: "findings" }, findingBlock(findingAt)),
    );
  }
  showPanel("detail");
  tell(`Finding ${findingAt + 1} of ${count}: ${finding.code}. ${finding.message}`);
}

function findingTools() {
  const count = data.findings.length;
  if (!count) return [];
  const words = `${count} finding${count === 1 ? "" : "s"}`;
  const button = makeButton(words, `Next of ${words} (c)`, () => showFinding(findingAt + 1));
  button.id = "next-finding";
  return [button];
}
