// A session ends after thirty quiet minutes. Three minutes before, this offers to stay;
// without it, the page says at its foot when it ends.

const box = document.querySelector('[data-stay]')

if (box && box.showModal) {
  const { left, warn, out } = box.dataset
  let ends = Date.now() + Number(left) * 1000

  // A laptop that slept wakes with its timers late, so the clock is asked, not counted.
  setInterval(() => {
    const seconds = (ends - Date.now()) / 1000
    if (seconds <= 0) window.location.assign(out)
    else if (seconds <= Number(warn) && !box.open) box.showModal()
  }, 1000)

  box.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), redirect: 'manual' })
    if (answer.status !== 204) return window.location.assign(out)
    ends = Date.now() + Number(box.dataset.idle) * 1000
    box.close()
  })
}
