/** Longer than a double click and than most answers take; shorter than the patience of who has stopped the page. */
const pauseMs = 5_000;

let sent = new WeakMap<HTMLFormElement, number>();

/**
 * A button pressed twice sends its form once: the second would make a second indicator, or remind everybody again.
 * Forms other islands send themselves have been prevented before the event comes here.
 */
addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
  // form.method would be the field of that name, where there is one.
  if (form.getAttribute('method') !== 'post') return;
  const last = sent.get(form);
  if (last !== undefined && event.timeStamp - last < pauseMs) event.preventDefault();
  else sent.set(form, event.timeStamp);
});

// Come back to with the button of the browser: whoever corrects what was typed may send it again.
addEventListener('pageshow', () => {
  sent = new WeakMap();
});
