// For a site that keeps nothing (any more): removes what an earlier build kept on the phone, and this worker.

const own = "maklumat:" + new URL("./", location.href).pathname + ":";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const leave = async () => {
    const all = await caches.keys();
    await Promise.all(all.filter((name) => name.startsWith(own)).map((name) => caches.delete(name)));
    await registration.unregister();
  };
  event.waitUntil(leave());
});
