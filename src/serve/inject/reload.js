
// The preview's own script; not part of the published site.
(() => {
  const seen = document.currentScript.dataset.generation;
  const events = new EventSource("/__maklumat/events");
  // The first event tells the present build, so a build that ended while the page was loading is not missed.
  events.addEventListener("generation", (event) => {
    if (event.data !== seen) {
      events.close();
      location.reload();
    }
  });
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());

  const host = document.getElementById("maklumat-errors");
  const alert = host?.shadowRoot?.querySelector("[role=alert]");
  if (!alert) return;
  const close = () => host.remove();
  alert.querySelector("button").addEventListener("click", close);
  addEventListener("keydown", (event) => event.key === "Escape" && close());
  // Screen readers announce what enters an alert, not what stands in it when the page comes.
  const parts = [...alert.childNodes];
  alert.replaceChildren();
  setTimeout(() => alert.replaceChildren(...parts), 100);
})();
