// Asks the browser to keep the site. From a folder (`file:`) there is nothing to ask.

const worker = new URL(document.currentScript.dataset.root + "sw.js", location.href).href;
const types = window.trustedTypes;
const trusted = types ? types.createPolicy("maklumat", { createScriptURL: () => worker }).createScriptURL("") : worker;
if ("serviceWorker" in navigator && location.protocol !== "file:") {
  addEventListener("load", () => {
    navigator.serviceWorker.register(trusted).catch(() => {});
  });
}
