/** The words of the flow in one language. The developer's drawer is in English only. */
export interface Texts {
  close: string; back: string; loading: string; step: string; done: string;
  welcomeTitle: string; welcomeText: string; needDocument: string; needFace: string; needTime: string; begin: string; privacy: string;
  documentTitle: string; documentText: string; country: string; passport: string; licence: string; idCard: string; permit: string;
  onePicture: string; twoPictures: string;
  photoPage: string; front: string; backSide: string; selfie: string; documentHint: string; backHint: string; selfieHint: string;
  capture: string; sample: string; starting: string; noCamera: string;
  reviewTitle: string; reviewText: string; retake: string; submit: string; sending: string; failed: string;
  thanksTitle: string; thanksText: string; phoneTitle: string; phoneText: string;
  usedTitle: string; usedText: string; expiredTitle: string; expiredText: string; unknownTitle: string; unknownText: string;
  sentTitle: string; sentText: string; overTitle: string; overText: string; doneText: string; leftTitle: string; leftText: string;
}

const en: Texts = {
  close: 'Close', back: 'Back', loading: 'Loading', step: 'Step', done: 'Done',
  welcomeTitle: 'Let’s verify your identity', welcomeText: 'It takes about two minutes. Have this ready:',
  needDocument: 'A valid identity document', needFace: 'Your face, in good light', needTime: 'A device with a camera', begin: 'Begin',
  privacy: 'This is a sandbox: your pictures stay on this device.',
  documentTitle: 'Choose your document', documentText: 'It must be valid and your own.', country: 'Issued by',
  passport: 'Passport', licence: 'Driving licence', idCard: 'National ID card', permit: 'Residence permit',
  onePicture: 'One picture', twoPictures: 'Front and back',
  photoPage: 'Photo page of your passport', front: 'Front of your document', backSide: 'Back of your document', selfie: 'Picture of your face',
  documentHint: 'Place it inside the frame. All four corners must be visible.', backHint: 'Turn it over and place it inside the frame.',
  selfieHint: 'Look straight at the camera. Take off glasses and hats.',
  capture: 'Take picture', sample: 'Use a sample picture', starting: 'Starting the camera…',
  noCamera: 'The camera is not available here. Allow it in your browser, or go on with a sample picture.',
  reviewTitle: 'Are the pictures clear?', reviewText: 'Everything should be sharp and easy to read.', retake: 'Retake',
  submit: 'Send pictures', sending: 'Sending…', failed: 'That did not work. Check your connection and try again.',
  thanksTitle: 'Thank you', thanksText: 'We have your pictures. You’ll go back in a moment.',
  phoneTitle: 'Continue on your phone', phoneText: 'You can finish there. This window waits for you.',
  usedTitle: 'This link was used before', usedText: 'It works only once. Go back and start again to get a new one.',
  expiredTitle: 'This link has expired', expiredText: 'Go back and start again to get a new one.',
  unknownTitle: 'We can’t find this check', unknownText: 'Go back and start again.',
  sentTitle: 'We already have your pictures', sentText: 'There is nothing more to do here.',
  overTitle: 'This check is finished', overText: 'There is nothing more to do here.',
  doneText: 'We have your pictures. You can close this page.',
  leftTitle: 'You can close this page', leftText: 'Nothing was sent. You can go on where you came from.',
};

const de: Texts = {
  close: 'Schließen', back: 'Zurück', loading: 'Wird geladen', step: 'Schritt', done: 'Fertig',
  welcomeTitle: 'Bestätigen Sie Ihre Identität', welcomeText: 'Es dauert etwa zwei Minuten. Das brauchen Sie:',
  needDocument: 'Ein gültiges Ausweisdokument', needFace: 'Ihr Gesicht, bei gutem Licht', needTime: 'Ein Gerät mit Kamera', begin: 'Beginnen',
  privacy: 'Dies ist eine Testumgebung: Ihre Bilder bleiben auf diesem Gerät.',
  documentTitle: 'Wählen Sie Ihr Dokument', documentText: 'Es muss gültig und Ihr eigenes sein.', country: 'Ausgestellt von',
  passport: 'Reisepass', licence: 'Führerschein', idCard: 'Personalausweis', permit: 'Aufenthaltstitel',
  onePicture: 'Ein Bild', twoPictures: 'Vorder- und Rückseite',
  photoPage: 'Fotoseite Ihres Reisepasses', front: 'Vorderseite Ihres Dokuments', backSide: 'Rückseite Ihres Dokuments', selfie: 'Bild Ihres Gesichts',
  documentHint: 'Legen Sie es in den Rahmen. Alle vier Ecken müssen zu sehen sein.', backHint: 'Drehen Sie es um und legen Sie es in den Rahmen.',
  selfieHint: 'Schauen Sie gerade in die Kamera, ohne Brille und Kopfbedeckung.',
  capture: 'Bild aufnehmen', sample: 'Beispielbild verwenden', starting: 'Kamera wird gestartet…',
  noCamera: 'Die Kamera ist hier nicht verfügbar. Erlauben Sie sie im Browser, oder nehmen Sie ein Beispielbild.',
  reviewTitle: 'Sind die Bilder deutlich?', reviewText: 'Alles sollte scharf und gut lesbar sein.', retake: 'Neu aufnehmen',
  submit: 'Bilder senden', sending: 'Wird gesendet…', failed: 'Das hat nicht geklappt. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  thanksTitle: 'Vielen Dank', thanksText: 'Wir haben Ihre Bilder. Gleich geht es zurück.',
  phoneTitle: 'Weiter auf dem Handy', phoneText: 'Dort können Sie fertig werden. Dieses Fenster wartet.',
  usedTitle: 'Dieser Link wurde schon benutzt', usedText: 'Er gilt nur einmal. Gehen Sie zurück und beginnen Sie neu.',
  expiredTitle: 'Dieser Link ist abgelaufen', expiredText: 'Gehen Sie zurück und beginnen Sie neu.',
  unknownTitle: 'Diese Prüfung gibt es nicht', unknownText: 'Gehen Sie zurück und beginnen Sie neu.',
  sentTitle: 'Wir haben Ihre Bilder schon', sentText: 'Hier ist nichts mehr zu tun.',
  overTitle: 'Diese Prüfung ist abgeschlossen', overText: 'Hier ist nichts mehr zu tun.',
  doneText: 'Wir haben Ihre Bilder. Sie können diese Seite schließen.',
  leftTitle: 'Sie können diese Seite schließen', leftText: 'Es wurde nichts gesendet. Weiter geht es dort, woher Sie kamen.',
};

const es: Texts = {
  close: 'Cerrar', back: 'Atrás', loading: 'Cargando', step: 'Paso', done: 'Listo',
  welcomeTitle: 'Verifiquemos su identidad', welcomeText: 'Son unos dos minutos. Tenga a mano:',
  needDocument: 'Un documento de identidad válido', needFace: 'Su rostro, con buena luz', needTime: 'Un dispositivo con cámara', begin: 'Empezar',
  privacy: 'Es un entorno de prueba: sus fotos se quedan en este dispositivo.',
  documentTitle: 'Elija su documento', documentText: 'Debe ser válido y suyo.', country: 'Emitido por',
  passport: 'Pasaporte', licence: 'Permiso de conducir', idCard: 'Documento de identidad', permit: 'Permiso de residencia',
  onePicture: 'Una foto', twoPictures: 'Anverso y reverso',
  photoPage: 'Página con foto de su pasaporte', front: 'Anverso de su documento', backSide: 'Reverso de su documento', selfie: 'Foto de su rostro',
  documentHint: 'Colóquelo dentro del marco. Deben verse las cuatro esquinas.', backHint: 'Dele la vuelta y colóquelo dentro del marco.',
  selfieHint: 'Mire de frente a la cámara, sin gafas ni gorra.',
  capture: 'Tomar foto', sample: 'Usar una foto de ejemplo', starting: 'Iniciando la cámara…',
  noCamera: 'La cámara no está disponible aquí. Permítala en su navegador o siga con una foto de ejemplo.',
  reviewTitle: '¿Se ven bien las fotos?', reviewText: 'Todo debe verse nítido y leerse bien.', retake: 'Repetir',
  submit: 'Enviar fotos', sending: 'Enviando…', failed: 'No ha funcionado. Revise su conexión e inténtelo de nuevo.',
  thanksTitle: 'Gracias', thanksText: 'Tenemos sus fotos. Volverá en un momento.',
  phoneTitle: 'Siga en su teléfono', phoneText: 'Puede terminar allí. Esta ventana le espera.',
  usedTitle: 'Este enlace ya se ha usado', usedText: 'Solo sirve una vez. Vuelva atrás y empiece de nuevo.',
  expiredTitle: 'Este enlace ha caducado', expiredText: 'Vuelva atrás y empiece de nuevo.',
  unknownTitle: 'No encontramos esta verificación', unknownText: 'Vuelva atrás y empiece de nuevo.',
  sentTitle: 'Ya tenemos sus fotos', sentText: 'Aquí no hay nada más que hacer.',
  overTitle: 'Esta verificación ha terminado', overText: 'Aquí no hay nada más que hacer.',
  doneText: 'Tenemos sus fotos. Puede cerrar esta página.',
  leftTitle: 'Puede cerrar esta página', leftText: 'No se ha enviado nada. Puede seguir donde empezó.',
};

const languages: Readonly<Record<string, Texts>> = { en, de, es };

/** The words for a BCP 47 tag, and the language they are in: English if there is none of that language. */
export function textsFor(tag: string): { language: string; texts: Texts } {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  const texts = Object.hasOwn(languages, language) ? languages[language] : undefined;
  return texts === undefined ? { language: 'en', texts: en } : { language, texts };
}
