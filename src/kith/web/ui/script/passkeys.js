// Passkeys: sign in with one, check one, add one. Without this script, and in a browser
// without passkeys, the forms stay hidden and the page's other ways in remain.

const FORGOTTEN = 'Nothing was checked: the browser’s question was closed, or took too long. Try again.'
const KNOWN = 'This device holds a passkey for your account already. Use it, or another device or key.'

const bytes = (text) => {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (one) => one.charCodeAt(0))
}
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

// The server speaks in text, the browser in bytes.
function readable (options) {
  const asked = { ...options.publicKey }
  asked.challenge = bytes(asked.challenge)
  if (asked.user) asked.user = { ...asked.user, id: bytes(asked.user.id) }
  for (const list of ['allowCredentials', 'excludeCredentials']) {
    if (asked[list]) asked[list] = asked[list].map((one) => ({ ...one, id: bytes(one.id) }))
  }
  return asked
}

function sendable (made) {
  const answer = {}
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (made.response[part]) answer[part] = text(made.response[part])
  }
  if (made.response.getTransports) answer.transports = made.response.getTransports()
  return JSON.stringify({
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: made.getClientExtensionResults(),
    response: answer
  })
}

async function optionsOf (form) {
  if (form.dataset.passkey !== 'sign-in') return JSON.parse(form.dataset.options)
  const answer = await fetch(form.dataset.options, {
    headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' }
  })
  if (!answer.ok) throw new Error('no options')
  return await answer.json()
}

async function ask (form) {
  const options = await optionsOf(form)
  if (form.dataset.passkey !== 'add') {
    return navigator.credentials.get({ publicKey: readable(options.request_options) })
  }
  const asked = readable(options.creation_options)
  const alone = form.elements.passwordless.checked
  asked.authenticatorSelection = {
    ...asked.authenticatorSelection,
    residentKey: alone ? 'required' : 'discouraged',
    requireResidentKey: alone,
    userVerification: alone ? 'required' : 'preferred'
  }
  return navigator.credentials.create({ publicKey: asked })
}

function prepare (form) {
  const fault = form.querySelector('[data-passkey-fault]')
  form.hidden = false
  for (const shown of form.querySelectorAll('[data-passkey-with]')) shown.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (fault) fault.hidden = true
    try {
      form.elements.credential.value = sendable(await ask(form))
      form.submit()
    } catch (wrong) {
      if (!fault) return
      fault.textContent = wrong.name === 'InvalidStateError' ? KNOWN : FORGOTTEN
      fault.hidden = false
    }
  })
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll('[data-passkey]')) prepare(form)
  for (const words of document.querySelectorAll('[data-passkey-without]')) words.hidden = true
}
