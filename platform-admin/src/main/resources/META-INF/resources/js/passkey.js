// Asks the browser about passkeys. The server's question comes in as JSON, the device's answer goes back as JSON.
window.tillhousePasskey = {
  async create(question) {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(question));
    return JSON.stringify((await navigator.credentials.create({ publicKey })).toJSON());
  },
  async get(question) {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(question));
    return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
  },
  async signIn(question, form) {
    form.elements.passkey.value = await this.get(question);
    form.submit();
  },
};
