// "Leave this page": without this script the link works as any link does. With it
// the page is also taken out of the browser's history, so that "back" does not
// return to it; and pressing Escape three times does the same.

const link = document.querySelector('[data-leave]')

if (link) {
  const leave = () => window.location.replace(link.href)
  let pressed = []

  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    pressed = pressed.filter((at) => event.timeStamp - at < 2000)
    pressed.push(event.timeStamp)
    if (pressed.length === 3) leave()
  })
}
