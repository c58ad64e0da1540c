// On a narrow screen the places of work fold behind a button, as the Design System's
// service navigation does. Without this script the list stands open.

const button = document.querySelector('[data-menu]')
const list = button && document.getElementById(button.getAttribute('aria-controls'))

if (list) {
  const wide = window.matchMedia('(min-width: 40.0625em)')
  let isOpen = false

  const draw = () => {
    button.hidden = wide.matches
    list.hidden = !wide.matches && !isOpen
    button.setAttribute('aria-expanded', String(isOpen))
  }
  button.addEventListener('click', () => {
    isOpen = !isOpen
    draw()
  })
  wide.addEventListener('change', draw)
  draw()
}
