// A button pressed twice in a hurry sends its form once, as the Design System's
// buttons that prevent a double click do.

const PAUSE = 1000
let last = { form: null, at: 0 }

document.addEventListener('submit', (event) => {
  const form = event.target
  if (form.method !== 'post') return
  if (last.form === form && event.timeStamp - last.at < PAUSE) {
    event.preventDefault()
    return
  }
  last = { form, at: event.timeStamp }
})
