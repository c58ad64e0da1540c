// Warns while typing where a text looks as if it named a person. The server asks again
// on sending, by the fuller rule of kith.domain.rules.signs_of_a_person: this is the
// early word, and works for nobody who has no script.

const form = document.querySelector('form[data-names-known]')

if (form) {
  const known = new Set(form.dataset.namesKnown.split(' '))
  const forenames = new Set(form.dataset.namesForenames.split(' '))
  const word = /\p{L}+(?:[-'’]\p{L}+)*/gu

  const named = (text) => {
    let run = []
    let end = 0
    const found = []
    const close = () => {
      const isForename = run.some((one) => forenames.has(one.toLowerCase()))
      const plain = run.filter((one) => one !== one.toUpperCase())
      if (run.length && (isForename || plain.length > 1)) found.push(run.join(' '))
      run = []
    }
    for (const match of text.matchAll(word)) {
      if (text.slice(end, match.index).trim()) close()
      end = match.index + match[0].length
      const plain = match[0].replace(/['’]s$/, '')
      const isCapital = plain[0] !== plain[0].toLowerCase()
      // The first word of a sentence has a capital anyway, so two are needed there.
      if (isCapital && !known.has(plain.toLowerCase())) run.push(plain)
      else close()
    }
    close()
    if (/\b(d\.?o\.?b\.?|born( on)?|date of birth)\b[^.\n]{0,20}?\d/i.test(text)) found.push('a date of birth')
    if (/(^|\D)\d{3}[ -]?\d{3}[ -]?\d{4}(\D|$)/.test(text)) found.push('an NHS number')
    if (/\b[A-HJ-NP-RT-Z]\d{11}/.test(text)) found.push('a pupil number')
    return found
  }

  for (const field of form.querySelectorAll('textarea, input[type="text"]')) {
    const said = document.createElement('p')
    said.className = 'govuk-body kith-names__said'
    said.setAttribute('role', 'status')
    field.after(said)
    let waiting
    field.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        const found = named(field.value)
        said.textContent = found.length
          ? `This looks like a name or number: ${found.slice(0, 3).join(', ')}. Child-level matters are not kept here.`
          : ''
      }, 400)
    })
  }
}
