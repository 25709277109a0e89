import type { Messages } from './messages.js';

const UNREADABLE = 'Non siamo riusciti a leggere il documento. Scatta di nuovo la foto con una buona luce e i quattro angoli ben visibili.';
const CLOSED = {
  title: 'Non puoi continuare qui',
  text: 'Questo passaggio è chiuso. Se hai già inviato i documenti, qui non devi fare altro.',
};
const SETUP = {
  title: 'La verifica non è disponibile',
  text: 'In questa pagina qualcosa non è impostato bene. Non dipende da te. Contatta l’assistenza.',
};

export const words: Messages = {
  lang: 'it',
  dir: 'ltr',
  guidance: {
    title: 'Verifica la tua identità',
    text: 'Per legge dobbiamo accertarci che si tratti proprio di te. Ci vogliono circa 2 minuti.',
    documentsTitle: (count) => (count === 1 ? 'Tieni pronto questo documento' : 'Tieni pronto uno di questi documenti'),
    documents: {
      passport: { title: 'Passaporto', text: 'Valido, aperto alla pagina con la foto, con i quattro angoli visibili' },
      'driving-licence': { title: 'Patente di guida', text: 'Valida, fronte e retro, ben leggibile' },
      'national-id': { title: 'Carta d’identità', text: 'Valida, fronte e retro, con i quattro angoli visibili' },
      'residence-permit': { title: 'Permesso di soggiorno', text: 'Valido, fronte e retro, ben leggibile' },
    },
    selfie: { title: 'Un selfie', text: 'Scattato al momento con la fotocamera, con il viso ben visibile' },
    proofOfAddress: {
      title: 'Prova di residenza',
      text: 'Bolletta, estratto conto, lettera di un ente pubblico o contratto di affitto degli ultimi 3 mesi',
    },
    stepsTitle: 'Quanto tempo ci vuole',
    steps: (region) => [
      { title: 'Scatto delle foto', text: 'Circa 2 minuti' },
      { title: 'Controlli automatici', text: 'Da 5 a 15 minuti' },
      { title: 'Esito', text: region === 'us' ? 'Di solito da 15 a 60 minuti' : 'Di solito da 5 a 30 minuti' },
    ],
    tipsTitle: 'Consigli per fare buone foto',
    tips: [
      'Trova una buona luce, senza riflessi sul documento.',
      'Non muoverti finché l’immagine non è nitida.',
      'Inquadra tutti e quattro gli angoli del documento.',
      'Per il selfie, togli occhiali e cappello.',
    ],
    usNote: 'Negli Stati Uniti potrebbero servire anche il numero di previdenza sociale (SSN) e una prova di residenza.',
    privacy: 'Inviamo i tuoi documenti al nostro partner Veriff con una connessione cifrata. Servono solo a verificare la tua identità.',
    start: 'Inizia la verifica',
  },
  busy: 'Un momento…',
  unloaded: 'La pagina non è stata caricata del tutto. Controlla la connessione e riprova.',
  titles: {
    idle: 'Verifica dell’identità',
    verifying: 'La verifica è iniziata',
    reviewing: 'Stiamo controllando i tuoi documenti',
    verified: 'La tua identità è verificata',
    rejected: 'La verifica non è riuscita',
    resubmission: 'Ci serve un’altra foto',
    expired: 'Il tempo è scaduto',
  },
  texts: {
    idle: 'La verifica non è ancora disponibile in questa pagina.',
    verifying: 'Segui i passaggi nella finestra di verifica. Quando avrai finito, tornerai qui.',
    reviewing: 'Abbiamo ricevuto i tuoi documenti. Per ora non devi fare nulla.',
    verified: 'Abbiamo confermato la tua identità. Ora puoi proseguire.',
    rejected: 'Questa volta il controllo dei tuoi documenti non è andato a buon fine.',
    resubmission: 'Qualcosa manca o non si legge. Puoi aggiungerlo ora, senza ricominciare da capo.',
    expired: 'La verifica non è stata completata in tempo. Puoi iniziarne una nuova adesso.',
  },
  leftOpen: {
    unfinished: {
      title: 'Riprendi da dove avevi lasciato',
      text: 'La verifica non è ancora conclusa. Se l’hai completata dal telefono, aggiorna lo stato.',
    },
    elsewhere: {
      title: 'Continua nell’altra scheda',
      text: 'La verifica è aperta in un’altra scheda o finestra di questo browser. Continua lì. Se prosegui qui, lì si chiude.',
    },
  },
  review: {
    time: { international: 'Di solito da 5 a 30 minuti. A volte fino a 24 ore.', us: 'Di solito da 15 a 60 minuti. A volte fino a 24 ore.' },
    freshTitle: 'La tua verifica è in corso',
    freshText: 'Se non hai ancora inviato tutti i documenti, continua adesso. Se li hai già inviati, non devi fare nulla.',
    stepsTitle: 'A che punto siamo',
    steps: { submitted: 'Documenti ricevuti', automated: 'Controlli automatici', manual: 'Controllo di una persona, se serve', result: 'Esito' },
    submittedAt: (time) => `Inviati: ${time}`,
    done: 'Fatto',
    current: 'In corso',
    next: 'In attesa',
    mayLeave: 'Puoi chiudere questa pagina. Il controllo va avanti lo stesso.',
    mayContinue: 'Intanto puoi andare al prossimo passaggio.',
    stalled: {
      'record-closed': { title: 'Puoi andare avanti', text: 'Qui non possiamo più seguire l’esito. In questa pagina non devi fare altro.' },
      unauthorized: {
        title: 'Al momento non vediamo l’esito',
        text: 'Il controllo va avanti lo stesso. Accedi di nuovo o aggiorna lo stato più tardi.',
      },
      unchanged: {
        title: 'Non c’è ancora un nuovo esito',
        text: 'L’esito precedente resta valido. Aggiorna di nuovo lo stato o inizia una nuova verifica.',
      },
      deadline: {
        title: 'Ci vuole più tempo del solito',
        text: 'Il controllo dura da più di un giorno. Aggiorna lo stato o, se hai dubbi, contatta l’assistenza.',
      },
    },
  },
  actions: {
    continue: 'Continua la verifica',
    continueHere: 'Continua qui',
    tryAgain: 'Riprova',
    startAgain: 'Ricomincia',
    check: 'Aggiorna lo stato',
    goOn: 'Vai al prossimo passaggio',
    continueAnyway: 'Continua comunque',
    continueOnPhone: 'Continua sul telefono',
    continueOnDevice: 'Continua su questo dispositivo',
    continueThere: 'Continua nella pagina di Veriff',
    openInBrowser: 'Apri nel browser',
    copyLink: 'Copia il link',
    cancel: 'Annulla',
  },
  outcomes: {
    reasonsTitle: 'Che cosa abbiamo notato',
    reasons: {
      'document-expired': 'Il tuo documento è scaduto. Usane uno ancora valido.',
      'document-unreadable': UNREADABLE,
      'document-damaged': 'Il tuo documento è rovinato. Usane un altro.',
      'document-unsupported': 'Non possiamo accettare questo tipo di documento. Usane un altro tra quelli dell’elenco.',
      'document-mismatch': 'I dati sul documento non corrispondono a quelli che ci hai indicato.',
      'document-missing': 'Manca una foto. Scatta tutte le foto richieste.',
      'selfie-mismatch': 'Il tuo selfie non somiglia alla foto sul documento. Scattalo di nuovo con una buona luce.',
      'name-mismatch': 'Il nome sul documento non è quello che ci hai indicato.',
      underage: 'Non hai ancora l’età minima per questo servizio.',
      'address-mismatch': 'L’indirizzo sul documento non è quello che ci hai indicato.',
      'address-document-old': 'La tua prova di residenza ha più di 3 mesi. Usane una più recente.',
      'not-accepted': 'Non possiamo accettare i documenti che hai inviato.',
    },
    generalReasonsTitle: 'I motivi più comuni',
    generalReasons: [
      'Il documento è scaduto o non è accettato nella tua zona.',
      'Le foto sono sfocate, scure o tagliate.',
      'I tuoi dati o il tuo selfie non corrispondono al documento.',
    ],
    rejectedNext: 'Puoi riprovare con un documento valido e foto nitide. Se pensi che sia un errore, contatta l’assistenza.',
    // A clock time and a date want different prepositions; a colon suits both.
    retryAt: (time) => `Puoi riprovare a partire da: ${time}.`,
  },
  warnings: {
    'in-app-browser': {
      title: 'Apri questa pagina nel browser',
      text: 'Questa pagina è aperta in un’altra app, dove spesso la fotocamera non funziona. Aprila con un browser come Chrome o Safari.',
    },
    'camera-policy': {
      title: 'Questa pagina non può usare la fotocamera',
      text: 'Per le foto ti serve una fotocamera. Continua nella pagina del nostro partner Veriff, dove funziona.',
    },
    'camera-unsupported': {
      title: 'Questo browser non può usare la fotocamera',
      text: 'Per le foto ti serve una fotocamera. Apri questa pagina con un altro browser o su un telefono.',
    },
    'camera-missing': {
      title: 'Non troviamo una fotocamera',
      text: 'Per le foto ti serve una fotocamera. Collegane una o apri questa pagina su un telefono.',
    },
    'camera-denied': {
      title: 'La fotocamera è disattivata per questa pagina',
      text: 'Per le foto ti serve una fotocamera. Consentine l’uso nelle impostazioni del browser o continua nella pagina del nostro partner Veriff.',
    },
    'frame-blocked': { title: 'La verifica non si può aprire in questa pagina', text: 'Continua nella pagina del nostro partner Veriff.' },
  },
  ways: {
    phone: {
      title: 'Continua sul telefono',
      text: 'Inquadra questo codice con la fotocamera del telefono e apri il link. Tieni aperta questa pagina: qui vedrai l’esito.',
    },
    leaving: { title: 'Apertura della pagina di Veriff', text: 'I prossimi passaggi si fanno lì. Se non succede nulla, premi il pulsante.' },
    codeLabel: 'Codice QR con il link per il telefono',
    linkLabel: 'Link',
  },
  errors: {
    configuration: SETUP,
    'unsupported-browser': {
      title: 'Il tuo browser è troppo vecchio',
      text: 'La verifica non funziona con questo browser. Aggiornalo o apri questa pagina con un altro browser.',
    },
    'insecure-context': {
      title: 'Questa pagina non è sicura',
      text:
        'La fotocamera funziona solo in una pagina sicura. Apri questa pagina con un indirizzo che inizia con https ' +
        'o contatta l’assistenza.',
    },
    'camera-unavailable': {
      title: 'Non troviamo una fotocamera',
      text: 'Consenti a questa pagina di usare la fotocamera o apri la pagina su un dispositivo che ne ha una.',
    },
    offline: { title: 'Non sei online', text: 'Controlla la connessione e riprova. Non hai perso nulla.' },
    network: {
      title: 'Non riusciamo a collegarci al servizio',
      text: 'Controlla la connessione e riprova. Se il problema continua, disattiva il blocco degli annunci per questa pagina.',
    },
    timeout: { title: 'Il servizio non ha risposto', text: 'Forse la connessione è lenta. Riprova tra poco.' },
    unauthorized: { title: 'Devi accedere di nuovo', text: 'Accedi di nuovo e torna in questa pagina, oppure contatta l’assistenza.' },
    'onboarding-invalid': CLOSED,
    'onboarding-not-found': CLOSED,
    'client-key': SETUP,
    'rate-limited': { title: 'Troppi tentativi', text: 'Ci sono stati molti tentativi in poco tempo. Aspetta qualche minuto, poi riprova.' },
    server: { title: 'Il servizio ha un problema', text: 'Non dipende da te. Riprova tra qualche minuto.' },
    'bad-response': { title: 'Abbiamo ricevuto una risposta inattesa', text: 'Se usi un Wi-Fi pubblico, prima accedi a quella rete. Poi riprova.' },
    'session-url': SETUP,
    'frame-blocked': {
      title: 'Non è stato possibile aprire la verifica',
      text:
        'Questa pagina o il tuo browser l’ha bloccata. Continua nella pagina del nostro partner Veriff, ' +
        'oppure disattiva il blocco degli annunci per questa pagina e riprova.',
    },
    'frame-timeout': {
      title: 'La verifica non si è caricata',
      text: 'Controlla la connessione e disattiva il blocco degli annunci per questa pagina, poi riprova.',
    },
    'frame-busy': { title: 'C’è già una verifica aperta', text: 'Completa o chiudi l’altra verifica in questa pagina, poi riprova.' },
  },
  errorCode: 'Codice di errore:',
  notices: {
    'check-unchanged': 'Stato appena aggiornato. Non ci sono ancora novità.',
    'check-failed': 'Non siamo riusciti ad aggiornare lo stato. Riprova tra poco.',
    copied: 'Link copiato.',
    'copy-failed': 'Non siamo riusciti a copiare il link. Selezionalo e copialo tu.',
    'not-loaded': 'Non siamo riusciti a mostrare il codice. Copia il link e aprilo sul telefono.',
  },
  slow: 'Ci vuole più tempo del solito. Resta in questa pagina.',
  frame: {
    label: 'Verifica dell’identità',
    close: 'Chiudi',
    opening: 'Apertura della verifica…',
    slow: 'Ci vuole più tempo del solito. Puoi aspettare, oppure chiudere e riprovare.',
    leaveTitle: 'Uscire dalla verifica?',
    leaveText: 'Puoi continuare più tardi, ma potresti dover ripetere alcuni passaggi.',
    stay: 'Rimani',
    leave: 'Esci',
  },
};
