// Tells what happened: in the status line, which screen readers read aloud.

const newsLine = make("p", { id: "news", role: "status" });
document.body.append(newsLine);

function tell(words) {
  newsLine.textContent = "";
  newsLine.textContent = words;
}
