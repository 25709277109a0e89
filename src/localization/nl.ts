import type { Messages } from './messages.js';

const UNREADABLE = 'We konden je document niet lezen. Maak de foto opnieuw bij goed licht, met alle vier de hoeken in beeld.';
const CLOSED = {
  title: 'Je kunt hier niet verder',
  text: 'Deze stap is afgesloten. Heb je je documenten al gestuurd? Dan hoef je hier niets meer te doen.',
};
const SETUP = {
  title: 'De verificatie is niet beschikbaar',
  text: 'Er is iets niet goed ingesteld op deze pagina. Het ligt niet aan jou. Neem contact op met de klantenservice.',
};

export const words: Messages = {
  lang: 'nl',
  dir: 'ltr',
  guidance: {
    title: 'Bevestig je identiteit',
    text: 'Volgens de wet moeten we zeker weten dat jij het echt bent. Het duurt ongeveer 2 minuten.',
    documentsTitle: (count) => (count === 1 ? 'Houd dit document bij de hand' : 'Houd een van deze bij de hand'),
    documents: {
      passport: { title: 'Paspoort', text: 'Geldig, open bij de pagina met je foto, alle vier de hoeken in beeld' },
      'driving-licence': { title: 'Rijbewijs', text: 'Geldig, voor- en achterkant, goed leesbaar' },
      'national-id': { title: 'Identiteitskaart', text: 'Geldig, voor- en achterkant, alle vier de hoeken in beeld' },
      'residence-permit': { title: 'Verblijfsvergunning', text: 'Geldig, voor- en achterkant, goed leesbaar' },
    },
    selfie: { title: 'Een selfie', text: 'Live gemaakt met je camera, met je gezicht in beeld' },
    proofOfAddress: {
      title: 'Bewijs van je adres',
      text: 'Energierekening, bankafschrift, brief van de overheid of huurcontract van de laatste 3 maanden',
    },
    stepsTitle: 'Zo lang duurt het',
    steps: (region) => [
      { title: 'Foto’s maken', text: 'Ongeveer 2 minuten' },
      { title: 'Automatische check', text: '5 tot 15 minuten' },
      { title: 'Resultaat', text: region === 'us' ? 'Meestal 15 tot 60 minuten' : 'Meestal 5 tot 30 minuten' },
    ],
    tipsTitle: 'Tips voor goede foto’s',
    tips: [
      'Zoek een plek met goed licht, zonder glans op het document.',
      'Houd je camera stil tot het beeld scherp is.',
      'Zorg dat alle vier de hoeken van het document in beeld zijn.',
      'Zet voor de selfie je bril en je pet of hoed af.',
    ],
    usNote: 'In de Verenigde Staten kunnen we ook vragen om je Social Security-nummer en een bewijs van je adres.',
    privacy:
      'Je documenten gaan via een versleutelde verbinding naar onze partner Veriff. ' +
      'Ze worden alleen gebruikt om je identiteit te controleren.',
    start: 'Verificatie starten',
  },
  busy: 'Een moment…',
  unloaded: 'De pagina is niet helemaal geladen. Controleer je verbinding en probeer het opnieuw.',
  titles: {
    idle: 'Identiteit bevestigen',
    verifying: 'De verificatie staat open',
    reviewing: 'We controleren je documenten',
    verified: 'De verificatie is gelukt',
    rejected: 'We konden je identiteit niet bevestigen',
    resubmission: 'We hebben nog een foto nodig',
    expired: 'De verificatie is verlopen',
  },
  texts: {
    idle: 'De verificatie is op deze pagina nog niet beschikbaar.',
    verifying: 'Volg de stappen in het venster van de verificatie. Als je klaar bent, kom je hier terug.',
    reviewing: 'Je documenten zijn binnen. Je hoeft nu niets te doen.',
    verified: 'Je identiteit is bevestigd. Je kunt nu verder.',
    rejected: 'De controle van je documenten is deze keer niet gelukt.',
    resubmission: 'Er ontbreekt iets of iets is niet goed te lezen. Je kunt het nu aanvullen. Je hoeft niet opnieuw te beginnen.',
    expired: 'De verificatie is niet op tijd afgerond. Je kunt nu een nieuwe beginnen.',
  },
  leftOpen: {
    unfinished: {
      title: 'Ga verder waar je was gebleven',
      text: 'Je bent nog niet klaar. Heb je het op je telefoon afgerond? Bekijk dan de status.',
    },
    elsewhere: {
      title: 'Ga verder in je andere tabblad',
      text: 'Je verificatie staat open in een ander tabblad of venster van deze browser. Ga daar verder. Als je hier verdergaat, sluit ze daar.',
    },
  },
  review: {
    time: { international: 'Meestal 5 tot 30 minuten. Soms tot 24 uur.', us: 'Meestal 15 tot 60 minuten. Soms tot 24 uur.' },
    freshTitle: 'Je verificatie loopt',
    freshText: 'Heb je nog niet al je documenten gestuurd? Ga dan nu verder. Heb je dat wel gedaan? Dan hoef je niets te doen.',
    stepsTitle: 'Stand van zaken',
    steps: { submitted: 'Documenten ontvangen', automated: 'Automatische check', manual: 'Zo nodig controle door een medewerker', result: 'Resultaat' },
    submittedAt: (time) => `Verstuurd: ${time}`,
    done: 'Klaar',
    current: 'Bezig',
    next: 'Hierna',
    mayLeave: 'Je kunt deze pagina sluiten. De controle gaat gewoon door.',
    mayContinue: 'Je kunt intussen verder met de volgende stap.',
    stalled: {
      'record-closed': { title: 'Je kunt verder', text: 'We kunnen het resultaat hier niet meer volgen. Je hoeft op deze pagina niets meer te doen.' },
      unauthorized: { title: 'We kunnen het resultaat nu niet zien', text: 'De controle gaat gewoon door. Log opnieuw in of kijk later nog eens.' },
      unchanged: {
        title: 'Er is nog geen nieuw resultaat',
        text: 'Het eerdere resultaat geldt nog. Bekijk de status opnieuw of begin een nieuwe verificatie.',
      },
      deadline: {
        title: 'Dit duurt langer dan normaal',
        text: 'De controle duurt al meer dan een dag. Bekijk de status, of neem contact op met de klantenservice als je je zorgen maakt.',
      },
    },
  },
  actions: {
    continue: 'Verder met verificatie',
    continueHere: 'Hier verdergaan',
    tryAgain: 'Opnieuw proberen',
    startAgain: 'Opnieuw beginnen',
    check: 'Status bekijken',
    goOn: 'Naar de volgende stap',
    continueAnyway: 'Toch verdergaan',
    continueOnPhone: 'Verder op je telefoon',
    continueOnDevice: 'Verder op dit apparaat',
    continueThere: 'Verder op de pagina van Veriff',
    openInBrowser: 'Openen in je browser',
    copyLink: 'Link kopiëren',
    cancel: 'Annuleren',
  },
  outcomes: {
    reasonsTitle: 'Waarom het niet lukte',
    reasons: {
      'document-expired': 'Je document is verlopen. Gebruik een document dat nog geldig is.',
      'document-unreadable': UNREADABLE,
      'document-damaged': 'Je document is beschadigd. Gebruik een ander document.',
      'document-unsupported': 'We kunnen dit soort document niet accepteren. Gebruik een ander document uit de lijst.',
      'document-mismatch': 'De gegevens op je document zijn anders dan de gegevens die we van je hebben.',
      'document-missing': 'Er ontbreekt een foto. Maak alle foto’s waar we om vragen.',
      'selfie-mismatch': 'Je selfie lijkt niet op de foto op je document. Maak een nieuwe selfie bij goed licht.',
      'name-mismatch': 'De naam op je document is anders dan de naam die we van je hebben.',
      underage: 'Je bent nog niet oud genoeg voor deze dienst.',
      'address-mismatch': 'Het adres op je document is anders dan het adres dat we van je hebben.',
      'address-document-old': 'Je bewijs van adres is ouder dan 3 maanden. Gebruik een nieuwer document.',
      'not-accepted': 'We kunnen je documenten niet accepteren.',
    },
    generalReasonsTitle: 'De meest voorkomende redenen',
    generalReasons: [
      'Het document is verlopen of wordt in jouw regio niet geaccepteerd.',
      'De foto’s zijn onscherp, te donker of niet volledig.',
      'Je gegevens of je selfie passen niet bij het document.',
    ],
    rejectedNext:
      'Je kunt het opnieuw proberen met een geldig document en duidelijke foto’s. ' +
      'Klopt dit volgens jou niet? Neem dan contact op met de klantenservice.',
    retryAt: (time) => `Je kunt het opnieuw proberen vanaf ${time}.`,
  },
  warnings: {
    'in-app-browser': {
      title: 'Open deze pagina in je browser',
      text: 'Je zit in een andere app, waar de camera vaak niet werkt. Open deze pagina in een browser zoals Chrome of Safari.',
    },
    'camera-policy': {
      title: 'Deze pagina kan je camera niet gebruiken',
      text: 'Je hebt een camera nodig voor de foto’s. Ga verder op de pagina van onze partner Veriff. Daar werkt de camera wel.',
    },
    'camera-unsupported': {
      title: 'Deze browser kan je camera niet gebruiken',
      text: 'Je hebt een camera nodig voor de foto’s. Open deze pagina in een andere browser of op een telefoon.',
    },
    'camera-missing': {
      title: 'We kunnen geen camera vinden',
      text: 'Je hebt een camera nodig voor de foto’s. Sluit een camera aan of open deze pagina op een telefoon.',
    },
    'camera-denied': {
      title: 'Je camera staat uit voor deze pagina',
      text: 'Je hebt een camera nodig voor de foto’s. Sta de camera toe in je browserinstellingen, of ga verder op de pagina van onze partner Veriff.',
    },
    'frame-blocked': { title: 'De verificatie gaat op deze pagina niet open', text: 'Ga verder op de pagina van onze partner Veriff.' },
  },
  ways: {
    phone: {
      title: 'Ga verder op je telefoon',
      text: 'Richt de camera van je telefoon op deze code en open de link. Laat deze pagina open: hier zie je het resultaat.',
    },
    leaving: { title: 'De pagina van Veriff wordt geopend', text: 'Daar doe je de volgende stappen. Gebeurt er niets? Druk dan op de knop.' },
    codeLabel: 'QR-code met de link voor je telefoon',
    linkLabel: 'Link',
  },
  errors: {
    configuration: SETUP,
    'unsupported-browser': {
      title: 'Je browser is te oud',
      text: 'De verificatie werkt niet in deze browser. Werk de browser bij of open deze pagina in een andere browser.',
    },
    'insecure-context': {
      title: 'Deze pagina is niet beveiligd',
      text:
        'De camera werkt alleen op een beveiligde pagina. ' +
        'Gebruik een adres dat begint met https, of neem contact op met de klantenservice.',
    },
    'camera-unavailable': {
      title: 'We kunnen geen camera vinden',
      text: 'Geef deze pagina toegang tot je camera, of open de pagina op een apparaat met een camera.',
    },
    offline: { title: 'Je bent offline', text: 'Controleer je verbinding en probeer het opnieuw. Er is niets verloren gegaan.' },
    network: {
      title: 'We krijgen geen verbinding',
      text: 'Controleer je internetverbinding en probeer het opnieuw. Lukt het nog niet? Zet dan adblockers uit voor deze pagina.',
    },
    timeout: { title: 'We kregen geen antwoord', text: 'Misschien is de verbinding traag. Probeer het zo nog eens.' },
    unauthorized: { title: 'Je bent niet meer ingelogd', text: 'Log opnieuw in en kom terug naar deze pagina, of neem contact op met de klantenservice.' },
    'onboarding-invalid': CLOSED,
    'onboarding-not-found': CLOSED,
    'client-key': SETUP,
    'rate-limited': { title: 'Te veel pogingen', text: 'Er waren veel pogingen in korte tijd. Wacht een paar minuten en probeer het dan opnieuw.' },
    server: { title: 'Er is een storing', text: 'Het ligt niet aan jou. Probeer het over een paar minuten opnieuw.' },
    'bad-response': {
      title: 'We kregen een onverwacht antwoord',
      text: 'Gebruik je openbare wifi? Meld je dan eerst aan bij dat netwerk. Probeer het daarna opnieuw.',
    },
    'session-url': SETUP,
    'frame-blocked': {
      title: 'De verificatie ging niet open',
      text:
        'Deze pagina of je browser hield dat tegen. Ga verder op de pagina van onze partner Veriff, ' +
        'of zet adblockers uit voor deze pagina en probeer het opnieuw.',
    },
    'frame-timeout': {
      title: 'De verificatie is niet geladen',
      text: 'Controleer je internetverbinding en zet adblockers uit voor deze pagina. Probeer het dan opnieuw.',
    },
    'frame-busy': {
      title: 'Er staat al een verificatie open',
      text: 'Rond de andere verificatie op deze pagina af of sluit die. Probeer het dan opnieuw.',
    },
  },
  errorCode: 'Foutcode:',
  notices: {
    'check-unchanged': 'Zojuist bekeken. Er is nog niets nieuws.',
    'check-failed': 'We konden de status nu niet ophalen. Probeer het zo nog eens.',
    copied: 'Link gekopieerd.',
    'copy-failed': 'We konden de link niet kopiëren. Selecteer de link en kopieer die zelf.',
    'not-loaded': 'We konden de code niet tonen. Kopieer de link en open die op je telefoon.',
  },
  slow: 'Dit duurt langer dan normaal. Blijf op deze pagina.',
  frame: {
    label: 'Identiteit bevestigen',
    close: 'Sluiten',
    opening: 'De verificatie wordt geopend…',
    slow: 'Dit duurt langer dan normaal. Je kunt wachten, of sluiten en het opnieuw proberen.',
    leaveTitle: 'Verificatie verlaten?',
    leaveText: 'Je kunt later verdergaan, maar misschien moet je een paar stappen opnieuw doen.',
    stay: 'Blijven',
    leave: 'Verlaten',
  },
};
