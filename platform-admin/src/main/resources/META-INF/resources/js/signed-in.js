// Leaves the page soon after its sign-in has ended, wherever that was done. Asks only while somebody can see the page; asking is no act.
(() => {
  if (window.tillhouseSignedIn) {
    return;
  }
  window.tillhouseSignedIn = true;
  const look = async () => {
    if (document.visibilityState !== 'visible') {
      return;
    }
    try {
      const answer = await fetch('signed-in', { cache: 'no-store' });
      if (answer.status === 401) {
        window.location.reload();
      }
    } catch {
      // the server is away; Vaadin says so
    }
  };
  setInterval(look, 4000);
  document.addEventListener('visibilitychange', look);
})();
