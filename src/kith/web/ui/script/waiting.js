// Something is being read in the background: look again by ourselves until it is done.
// Without this script the link "Look again" does the same.

const waiting = document.querySelector('[data-waiting]')

if (waiting) {
  const look = async () => {
    const answer = await fetch(window.location.href, { credentials: 'same-origin' })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (answer.ok && page.querySelector('[data-waiting]')) setTimeout(look, 2000)
    else window.location.reload()
  }
  setTimeout(look, 1000)
}
