import type { Messages } from './messages.js';

const UNREADABLE = 'Wir konnten Ihr Dokument nicht lesen. Machen Sie das Foto noch einmal bei gutem Licht, mit allen vier Ecken im Bild.';
const CLOSED = {
  title: 'Hier geht es nicht weiter',
  text: 'Dieser Schritt ist nicht mehr offen. Wenn Sie Ihre Dokumente schon gesendet haben, müssen Sie hier nichts mehr tun.',
};
const SETUP = {
  title: 'Identifizierung nicht verfügbar',
  text: 'Auf dieser Seite ist etwas nicht richtig eingerichtet. Das liegt nicht an Ihnen. Bitte wenden Sie sich an den Kundenservice.',
};

export const words: Messages = {
  lang: 'de',
  dir: 'ltr',
  guidance: {
    title: 'Bestätigen Sie Ihre Identität',
    text: 'Das Gesetz verlangt, dass wir Ihre Identität prüfen. Das dauert etwa 2 Minuten.',
    documentsTitle: (count) => (count === 1 ? 'Halten Sie dieses Dokument bereit' : 'Halten Sie eines dieser Dokumente bereit'),
    documents: {
      passport: { title: 'Reisepass', text: 'Gültig, Fotoseite aufgeschlagen, alle vier Ecken im Bild' },
      'driving-licence': { title: 'Führerschein', text: 'Gültig, Vorder- und Rückseite, gut lesbar' },
      'national-id': { title: 'Personalausweis', text: 'Gültig, Vorder- und Rückseite, alle vier Ecken im Bild' },
      'residence-permit': { title: 'Aufenthaltstitel', text: 'Gültig, Vorder- und Rückseite, gut lesbar' },
    },
    selfie: { title: 'Ein Selfie', text: 'Live mit Ihrer Kamera aufgenommen, Gesicht gut zu sehen' },
    proofOfAddress: {
      title: 'Adressnachweis',
      text: 'Strom-, Gas- oder Wasserrechnung, Kontoauszug, Brief einer Behörde oder Mietvertrag aus den letzten 3 Monaten',
    },
    stepsTitle: 'So lange dauert es',
    steps: (region) => [
      { title: 'Fotos machen', text: 'Etwa 2 Minuten' },
      { title: 'Automatische Prüfung', text: '5 bis 15 Minuten' },
      { title: 'Ergebnis', text: region === 'us' ? 'Meist 15 bis 60 Minuten' : 'Meist 5 bis 30 Minuten' },
    ],
    tipsTitle: 'Tipps für gute Fotos',
    tips: [
      'Sorgen Sie für gutes Licht, ohne Spiegelungen auf dem Dokument.',
      'Halten Sie still, bis das Bild scharf ist.',
      'Achten Sie darauf, dass alle vier Ecken des Dokuments zu sehen sind.',
      'Nehmen Sie für das Selfie Brille, Mütze oder Hut ab.',
    ],
    usNote: 'In den USA werden Sie vielleicht auch nach Ihrer Sozialversicherungsnummer (SSN) und einem Adressnachweis gefragt.',
    privacy: 'Ihre Dokumente gehen verschlüsselt an unseren Partner Veriff und werden nur für Ihre Identifizierung verwendet.',
    start: 'Identifizierung starten',
  },
  busy: 'Einen Moment\u00a0…',
  unloaded: 'Die Seite wurde nicht vollständig geladen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  titles: {
    idle: 'Identifizierung',
    verifying: 'Die Identifizierung hat begonnen',
    reviewing: 'Wir prüfen Ihre Dokumente',
    verified: 'Ihre Identität ist bestätigt',
    rejected: 'Die Prüfung war nicht erfolgreich',
    resubmission: 'Wir brauchen ein neues Foto',
    expired: 'Die Zeit ist abgelaufen',
  },
  texts: {
    idle: 'Die Identifizierung ist auf dieser Seite noch nicht verfügbar.',
    verifying: 'Folgen Sie den Schritten im geöffneten Fenster. Wenn Sie fertig sind, kommen Sie hierher zurück.',
    reviewing: 'Ihre Dokumente sind angekommen. Sie müssen jetzt nichts tun.',
    verified: 'Die Prüfung war erfolgreich. Sie können jetzt weitermachen.',
    rejected: 'Dieses Mal konnten wir Ihre Identität mit Ihren Dokumenten nicht bestätigen.',
    resubmission: 'Etwas fehlt oder ist nicht lesbar. Sie können es jetzt nachreichen, ohne von vorn anzufangen.',
    expired: 'Die Identifizierung wurde nicht rechtzeitig abgeschlossen. Sie können jetzt neu beginnen.',
  },
  leftOpen: {
    unfinished: { title: 'Machen Sie weiter, wo Sie aufgehört haben', text: 'Ihre Identifizierung ist noch offen. Sind Sie auf dem Handy fertig geworden? Dann rufen Sie den Status ab.' },
    elsewhere: {
      title: 'Machen Sie im anderen Tab weiter',
      text: 'Ihre Identifizierung ist in einem anderen Tab oder Fenster dieses Browsers geöffnet. Machen Sie dort weiter. Wenn Sie hier fortfahren, wird sie dort geschlossen.',
    },
  },
  review: {
    time: { international: 'Meist 5 bis 30 Minuten. Manchmal bis zu 24 Stunden.', us: 'Meist 15 bis 60 Minuten. Manchmal bis zu 24 Stunden.' },
    freshTitle: 'Ihre Identifizierung läuft',
    freshText: 'Haben Sie noch nicht alle Dokumente gesendet? Dann machen Sie jetzt weiter. Sonst müssen Sie nichts tun.',
    stepsTitle: 'So weit ist Ihre Prüfung',
    steps: { submitted: 'Dokumente erhalten', automated: 'Automatische Prüfung', manual: 'Prüfung durch eine Person, falls nötig', result: 'Ergebnis' },
    submittedAt: (time) => `Gesendet: ${time}\u00a0Uhr`,
    done: 'Erledigt',
    current: 'Läuft gerade',
    next: 'Kommt noch',
    mayLeave: 'Sie können diese Seite schließen. Die Prüfung läuft weiter.',
    mayContinue: 'Sie können inzwischen mit dem nächsten Schritt weitermachen.',
    stalled: {
      'record-closed': {
        title: 'Sie können weitermachen',
        text: 'Das Ergebnis können wir hier nicht mehr verfolgen. Auf dieser Seite müssen Sie nichts mehr tun.',
      },
      unauthorized: {
        title: 'Das Ergebnis ist gerade nicht abrufbar',
        text: 'Die Prüfung läuft trotzdem weiter. Melden Sie sich neu an oder rufen Sie den Status später ab.',
      },
      unchanged: {
        title: 'Es gibt noch kein neues Ergebnis',
        text: 'Das frühere Ergebnis gilt weiterhin. Rufen Sie den Status noch einmal ab oder beginnen Sie eine neue Identifizierung.',
      },
      deadline: {
        title: 'Das dauert länger als sonst',
        text: 'Die Prüfung läuft schon mehr als einen Tag. Rufen Sie den Status ab. Wenn Sie unsicher sind, hilft Ihnen der Kundenservice.',
      },
    },
  },
  actions: {
    continue: 'Jetzt fortsetzen',
    continueHere: 'Hier fortsetzen',
    tryAgain: 'Erneut versuchen',
    startAgain: 'Neu beginnen',
    check: 'Status abrufen',
    goOn: 'Zum nächsten Schritt',
    continueAnyway: 'Trotzdem fortsetzen',
    continueOnPhone: 'Auf dem Handy fortsetzen',
    continueOnDevice: 'Auf diesem Gerät fortsetzen',
    continueThere: 'Auf Veriffs Seite fortsetzen',
    openInBrowser: 'Im Browser öffnen',
    copyLink: 'Link kopieren',
    cancel: 'Abbrechen',
  },
  outcomes: {
    reasonsTitle: 'Das ist uns aufgefallen',
    reasons: {
      'document-expired': 'Ihr Dokument ist abgelaufen. Verwenden Sie eines, das noch gültig ist.',
      'document-unreadable': UNREADABLE,
      'document-damaged': 'Ihr Dokument ist beschädigt. Verwenden Sie ein anderes.',
      'document-unsupported': 'Diese Art von Dokument können wir nicht akzeptieren. Verwenden Sie ein anderes aus der Liste.',
      'document-mismatch': 'Die Daten auf Ihrem Dokument passen nicht zu denen, die Sie uns genannt haben.',
      'document-missing': 'Ein Foto fehlt. Machen Sie alle Fotos, um die Sie gebeten werden.',
      'selfie-mismatch': 'Ihr Selfie sieht dem Foto auf Ihrem Dokument nicht ähnlich. Machen Sie es noch einmal bei gutem Licht.',
      'name-mismatch': 'Auf Ihrem Dokument steht ein anderer Name als der, den Sie uns genannt haben.',
      underage: 'Sie haben das Mindestalter für dieses Angebot noch nicht erreicht.',
      'address-mismatch': 'Auf Ihrem Dokument steht eine andere Adresse als die, die Sie uns genannt haben.',
      'address-document-old': 'Ihr Adressnachweis ist älter als 3 Monate. Verwenden Sie einen neueren.',
      'not-accepted': 'Wir können die Dokumente, die Sie gesendet haben, nicht akzeptieren.',
    },
    generalReasonsTitle: 'Die häufigsten Gründe',
    generalReasons: [
      'Das Dokument ist abgelaufen oder wird in Ihrer Region nicht akzeptiert.',
      'Die Fotos sind unscharf, zu dunkel oder abgeschnitten.',
      'Ihre Angaben oder Ihr Selfie passen nicht zum Dokument.',
    ],
    rejectedNext: 'Sie können es mit einem gültigen Dokument und scharfen Fotos erneut versuchen. ' +
      'Wenn Sie das für einen Irrtum halten, wenden Sie sich an den Kundenservice.',
    retryAt: (time) => `Sie können es ab ${time}\u00a0Uhr erneut versuchen.`,
  },
  warnings: {
    'in-app-browser': {
      title: 'Öffnen Sie diese Seite im Browser',
      text: 'Sie sind in einer anderen App. Dort funktioniert die Kamera oft nicht. Öffnen Sie diese Seite in einem Browser wie Chrome oder Safari.',
    },
    'camera-policy': {
      title: 'Diese Seite kann Ihre Kamera nicht verwenden',
      text: 'Für die Fotos brauchen Sie eine Kamera. Machen Sie auf der Seite unseres Partners Veriff weiter. Dort funktioniert die Kamera.',
    },
    'camera-unsupported': {
      title: 'Dieser Browser kann Ihre Kamera nicht verwenden',
      text: 'Für die Fotos brauchen Sie eine Kamera. Öffnen Sie diese Seite in einem anderen Browser oder auf einem Handy.',
    },
    'camera-missing': {
      title: 'Wir finden keine Kamera',
      text: 'Für die Fotos brauchen Sie eine Kamera. Schließen Sie eine an oder öffnen Sie diese Seite auf einem Handy.',
    },
    'camera-denied': {
      title: 'Ihre Kamera ist für diese Seite ausgeschaltet',
      text: 'Für die Fotos brauchen Sie eine Kamera. Erlauben Sie sie in den Browsereinstellungen oder machen Sie auf der Seite unseres Partners Veriff weiter.',
    },
    'frame-blocked': { title: 'Die Identifizierung lässt sich hier nicht öffnen', text: 'Machen Sie auf der Seite unseres Partners Veriff weiter.' },
  },
  ways: {
    phone: {
      title: 'Machen Sie auf dem Handy weiter',
      text: 'Richten Sie die Kamera Ihres Handys auf diesen Code und öffnen Sie den Link. Lassen Sie diese Seite offen: Hier sehen Sie das Ergebnis.',
    },
    leaving: { title: 'Die Seite von Veriff wird geöffnet', text: 'Die nächsten Schritte machen Sie dort. Wenn nichts passiert, drücken Sie den Button.' },
    codeLabel: 'QR-Code mit dem Link für Ihr Handy',
    linkLabel: 'Link',
  },
  errors: {
    configuration: SETUP,
    'unsupported-browser': {
      title: 'Ihr Browser ist zu alt',
      text: 'Dieser Browser kann die Identifizierung nicht öffnen. Aktualisieren Sie ihn oder nutzen Sie einen anderen Browser.',
    },
    'insecure-context': {
      title: 'Diese Seite ist nicht sicher',
      text: 'Ihre Kamera funktioniert nur auf einer sicheren Seite. Öffnen Sie diese Seite mit einer Adresse, ' +
        'die mit https beginnt, oder wenden Sie sich an den Kundenservice.',
    },
    'camera-unavailable': {
      title: 'Wir finden keine Kamera',
      text: 'Erlauben Sie dieser Seite, Ihre Kamera zu verwenden, oder öffnen Sie die Seite auf einem Gerät mit Kamera.',
    },
    offline: { title: 'Sie sind offline', text: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut. Es ist nichts verloren.' },
    network: {
      title: 'Der Dienst ist nicht erreichbar',
      text: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut. Hilft das nicht, schalten Sie Werbeblocker für diese Seite aus.',
    },
    timeout: { title: 'Der Dienst hat nicht geantwortet', text: 'Vielleicht ist die Verbindung langsam. Versuchen Sie es gleich noch einmal.' },
    unauthorized: {
      title: 'Sie sind nicht mehr angemeldet',
      text: 'Melden Sie sich neu an und kehren Sie auf diese Seite zurück oder wenden Sie sich an den Kundenservice.',
    },
    'onboarding-invalid': CLOSED,
    'onboarding-not-found': CLOSED,
    'client-key': SETUP,
    'rate-limited': { title: 'Zu viele Versuche', text: 'Es gab viele Versuche in kurzer Zeit. Warten Sie ein paar Minuten und versuchen Sie es dann erneut.' },
    server: { title: 'Der Dienst ist gerade gestört', text: 'Das liegt nicht an Ihnen. Versuchen Sie es in ein paar Minuten erneut.' },
    'bad-response': {
      title: 'Die Antwort war nicht wie erwartet',
      text: 'Wenn Sie ein öffentliches WLAN nutzen, melden Sie sich zuerst dort an. Versuchen Sie es dann erneut.',
    },
    'session-url': SETUP,
    'frame-blocked': {
      title: 'Die Identifizierung öffnet sich nicht',
      text:
        'Diese Seite oder Ihr Browser hat das verhindert. Machen Sie auf der Seite unseres Partners Veriff weiter. ' +
        'Oder schalten Sie Werbeblocker für diese Seite aus und versuchen Sie es erneut.',
    },
    'frame-timeout': {
      title: 'Die Identifizierung lädt nicht',
      text: 'Prüfen Sie Ihre Verbindung und schalten Sie Werbeblocker für diese Seite aus. Versuchen Sie es dann erneut.',
    },
    'frame-busy': {
      title: 'Eine Identifizierung ist schon offen',
      text: 'Beenden oder schließen Sie die andere Identifizierung auf dieser Seite. Versuchen Sie es dann erneut.',
    },
  },
  errorCode: 'Fehlercode:',
  notices: {
    'check-unchanged': 'Gerade abgerufen. Es gibt noch nichts Neues.',
    'check-failed': 'Das Abrufen hat gerade nicht geklappt. Versuchen Sie es gleich noch einmal.',
    copied: 'Link kopiert.',
    'copy-failed': 'Der Link ließ sich nicht kopieren. Markieren und kopieren Sie ihn selbst.',
    'not-loaded': 'Wir konnten den Code nicht anzeigen. Kopieren Sie stattdessen den Link und öffnen Sie ihn auf Ihrem Handy.',
  },
  slow: 'Das dauert länger als sonst. Bitte bleiben Sie auf dieser Seite.',
  frame: {
    label: 'Identifizierung',
    close: 'Schließen',
    opening: 'Die Identifizierung wird geöffnet\u00a0…',
    slow: 'Das dauert länger als sonst. Sie können warten oder das Fenster schließen und es erneut versuchen.',
    leaveTitle: 'Identifizierung verlassen?',
    leaveText: 'Sie können später weitermachen, müssen aber vielleicht einige Schritte wiederholen.',
    stay: 'Bleiben',
    leave: 'Verlassen',
  },
};
