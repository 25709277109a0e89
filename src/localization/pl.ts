import type { Messages } from './messages.js';

const UNREADABLE = 'Nie udało nam się odczytać dokumentu. Zrób zdjęcie ponownie w dobrym świetle, z widocznymi czterema rogami.';
const CLOSED = {
  title: 'Tutaj nie można przejść dalej',
  text: 'Ten krok jest zamknięty. Jeśli dokumenty są już wysłane, nie musisz tu robić nic więcej.',
};
const SETUP = {
  title: 'Weryfikacja jest niedostępna',
  text: 'W ustawieniach tej strony jest błąd. To nie Twoja wina. Skontaktuj się z obsługą klienta.',
};

export const words: Messages = {
  lang: 'pl',
  dir: 'ltr',
  guidance: {
    title: 'Potwierdź swoją tożsamość',
    text: 'Zgodnie z prawem musimy mieć pewność, że to naprawdę Ty. Zajmie to około 2 minut.',
    documentsTitle: (count) => (count === 1 ? 'Przygotuj ten dokument' : 'Przygotuj jeden z dokumentów'),
    documents: {
      passport: { title: 'Paszport', text: 'Ważny, otwarty na stronie ze zdjęciem, widoczne cztery rogi' },
      'driving-licence': { title: 'Prawo jazdy', text: 'Ważne, przód i tył, czytelne' },
      'national-id': { title: 'Dowód osobisty', text: 'Ważny, przód i tył, widoczne cztery rogi' },
      'residence-permit': { title: 'Karta pobytu', text: 'Ważna, przód i tył, czytelna' },
    },
    selfie: { title: 'Selfie', text: 'Zrobione na żywo kamerą, z widoczną twarzą' },
    proofOfAddress: {
      title: 'Potwierdzenie adresu',
      text: 'Rachunek za prąd, gaz lub wodę, wyciąg z banku, pismo z urzędu lub umowa najmu z ostatnich 3 miesięcy',
    },
    stepsTitle: 'Ile to potrwa',
    steps: (region) => [
      { title: 'Robienie zdjęć', text: 'Około 2 minut' },
      { title: 'Automatyczna kontrola', text: '5–15 minut' },
      { title: 'Wynik', text: region === 'us' ? 'Zwykle 15–60 minut' : 'Zwykle 5–30 minut' },
    ],
    tipsTitle: 'Jak zrobić dobre zdjęcia',
    tips: [
      'Wybierz dobrze oświetlone miejsce, bez odblasków na dokumencie.',
      'Trzymaj kamerę nieruchomo, aż obraz będzie ostry.',
      'Pokaż wszystkie cztery rogi dokumentu.',
      'Do selfie zdejmij okulary i czapkę.',
    ],
    usNote: 'W Stanach Zjednoczonych możemy też poprosić o numer Social Security i potwierdzenie adresu.',
    privacy: 'Twoje dokumenty trafiają szyfrowanym połączeniem do naszego partnera Veriff i służą tylko do weryfikacji tożsamości.',
    start: 'Rozpocznij weryfikację',
  },
  busy: 'Chwileczkę…',
  unloaded: 'Strona nie wczytała się w całości. Sprawdź połączenie i spróbuj ponownie.',
  titles: {
    idle: 'Potwierdzenie tożsamości',
    verifying: 'Okno weryfikacji jest otwarte',
    reviewing: 'Sprawdzamy Twoje dokumenty',
    verified: 'Tożsamość potwierdzona',
    rejected: 'Nie udało się potwierdzić tożsamości',
    resubmission: 'Potrzebujemy jeszcze jednego zdjęcia',
    expired: 'Czas na weryfikację minął',
  },
  texts: {
    idle: 'Weryfikacja na tej stronie nie jest jeszcze gotowa.',
    verifying: 'Wykonaj kolejne kroki w oknie weryfikacji. Gdy skończysz, wrócisz na tę stronę.',
    reviewing: 'Mamy już Twoje dokumenty. Nie musisz teraz nic robić.',
    verified: 'Weryfikacja zakończyła się pomyślnie. Możesz przejść dalej.',
    rejected: 'Tym razem nie udało się zweryfikować dokumentów.',
    resubmission: 'Czegoś brakuje albo coś jest nieczytelne. Możesz to teraz uzupełnić, bez zaczynania od nowa.',
    expired: 'Weryfikacja nie została ukończona na czas. Możesz teraz zacząć nową.',
  },
  leftOpen: {
    unfinished: {
      title: 'Dokończ weryfikację',
      text: 'Weryfikacja nie jest jeszcze ukończona. Jeśli została dokończona na telefonie, sprawdź wynik.',
    },
    elsewhere: {
      title: 'Kontynuuj w innej karcie',
      text: 'Weryfikacja jest otwarta w innej karcie lub innym oknie tej przeglądarki. Tam można ją dokończyć. Kontynuacja tutaj zamknie ją tam.',
    },
  },
  review: {
    time: { international: 'Zwykle 5–30 minut. Czasem do 24 godzin.', us: 'Zwykle 15–60 minut. Czasem do 24 godzin.' },
    freshTitle: 'Weryfikacja jest w toku',
    freshText: 'Jeśli nie wszystkie dokumenty są wysłane, kontynuuj teraz. Jeśli wszystkie są wysłane, nie musisz nic robić.',
    stepsTitle: 'Na jakim etapie jesteśmy',
    steps: { submitted: 'Dokumenty otrzymane', automated: 'Automatyczna kontrola', manual: 'W razie potrzeby kontrola przez pracownika', result: 'Wynik' },
    submittedAt: (time) => `Wysłano: ${time}`,
    done: 'Gotowe',
    current: 'W toku',
    next: 'Później',
    mayLeave: 'Możesz zamknąć tę stronę. Kontrola będzie trwać dalej.',
    mayContinue: 'W tym czasie możesz przejść do następnego kroku.',
    stalled: {
      'record-closed': { title: 'Możesz przejść dalej', text: 'Nie możemy już pokazać tu wyniku. Na tej stronie nie musisz robić nic więcej.' },
      unauthorized: { title: 'Nie możemy teraz pokazać wyniku', text: 'Kontrola trwa dalej. Zaloguj się ponownie lub sprawdź wynik później.' },
      unchanged: {
        title: 'Nie ma jeszcze nowego wyniku',
        text: 'Poprzedni wynik jest nadal aktualny. Sprawdź ponownie lub zacznij nową weryfikację.',
      },
      deadline: {
        title: 'To trwa dłużej niż zwykle',
        text: 'Kontrola trwa już ponad dobę. Sprawdź wynik, a jeśli coś Cię niepokoi, skontaktuj się z obsługą klienta.',
      },
    },
  },
  actions: {
    continue: 'Kontynuuj weryfikację',
    continueHere: 'Kontynuuj tutaj',
    tryAgain: 'Spróbuj ponownie',
    startAgain: 'Zacznij od nowa',
    check: 'Sprawdź wynik',
    goOn: 'Przejdź dalej',
    continueAnyway: 'Kontynuuj mimo to',
    continueOnPhone: 'Kontynuuj na telefonie',
    continueOnDevice: 'Kontynuuj na tym urządzeniu',
    continueThere: 'Kontynuuj na stronie Veriff',
    openInBrowser: 'Otwórz w przeglądarce',
    copyLink: 'Skopiuj link',
    cancel: 'Anuluj',
  },
  outcomes: {
    reasonsTitle: 'Co zauważyliśmy',
    reasons: {
      'document-expired': 'Dokument stracił ważność. Użyj takiego, który jest nadal ważny.',
      'document-unreadable': UNREADABLE,
      'document-damaged': 'Dokument jest uszkodzony. Użyj innego.',
      'document-unsupported': 'Nie możemy przyjąć tego rodzaju dokumentu. Użyj innego z listy.',
      'document-mismatch': 'Dane na dokumencie różnią się od tych, które mamy od Ciebie.',
      'document-missing': 'Brakuje zdjęcia. Zrób wszystkie zdjęcia, o które prosimy.',
      'selfie-mismatch': 'Selfie nie przypomina zdjęcia na dokumencie. Zrób je ponownie w dobrym świetle.',
      'name-mismatch': 'Imię i nazwisko na dokumencie różnią się od tych, które mamy od Ciebie.',
      underage: 'Nie masz jeszcze wieku wymaganego do korzystania z tej usługi.',
      'address-mismatch': 'Adres na dokumencie różni się od tego, który mamy od Ciebie.',
      'address-document-old': 'Potwierdzenie adresu ma ponad 3 miesiące. Użyj nowszego.',
      'not-accepted': 'Nie możemy przyjąć przesłanych dokumentów.',
    },
    generalReasonsTitle: 'Najczęstsze powody',
    generalReasons: [
      'Dokument stracił ważność albo nie jest przyjmowany w Twoim regionie.',
      'Zdjęcia są nieostre, ciemne lub ucięte.',
      'Dane albo selfie nie zgadzają się z dokumentem.',
    ],
    rejectedNext:
      'Możesz spróbować ponownie z ważnym dokumentem i wyraźnymi zdjęciami. ' +
      'Jeśli Twoim zdaniem to pomyłka, skontaktuj się z obsługą klienta.',
    retryAt: (time) => `Możesz spróbować ponownie od ${time}.`,
  },
  warnings: {
    'in-app-browser': {
      title: 'Otwórz tę stronę w przeglądarce',
      text: 'Ta strona jest otwarta w innej aplikacji, w której kamera często nie działa. Otwórz ją w przeglądarce, na przykład Chrome lub Safari.',
    },
    'camera-policy': {
      title: 'Ta strona nie może użyć kamery',
      text: 'Do zdjęć potrzebna jest kamera. Kontynuuj na stronie naszego partnera Veriff, na której kamera działa.',
    },
    'camera-unsupported': {
      title: 'Ta przeglądarka nie może użyć kamery',
      text: 'Do zdjęć potrzebna jest kamera. Otwórz tę stronę w innej przeglądarce lub na telefonie.',
    },
    'camera-missing': { title: 'Nie możemy znaleźć kamery', text: 'Do zdjęć potrzebna jest kamera. Podłącz ją lub otwórz tę stronę na telefonie.' },
    'camera-denied': {
      title: 'Kamera jest wyłączona dla tej strony',
      text: 'Do zdjęć potrzebna jest kamera. Zezwól na dostęp do niej w ustawieniach przeglądarki lub kontynuuj na stronie naszego partnera Veriff.',
    },
    'frame-blocked': { title: 'Nie można otworzyć weryfikacji na tej stronie', text: 'Kontynuuj na stronie naszego partnera Veriff.' },
  },
  ways: {
    phone: {
      title: 'Kontynuuj na telefonie',
      text: 'Zeskanuj ten kod kamerą telefonu i otwórz link. Zostaw tę stronę otwartą: tutaj pojawi się wynik.',
    },
    leaving: { title: 'Otwieramy stronę Veriff', text: 'Tam wykonasz kolejne kroki. Jeśli nic się nie dzieje, naciśnij przycisk.' },
    codeLabel: 'Kod QR z linkiem na telefon',
    linkLabel: 'Link',
  },
  errors: {
    configuration: SETUP,
    'unsupported-browser': {
      title: 'Ta przeglądarka jest za stara',
      text: 'Weryfikacja nie działa w tej przeglądarce. Zaktualizuj ją lub otwórz tę stronę w innej przeglądarce.',
    },
    'insecure-context': {
      title: 'Ta strona nie jest zabezpieczona',
      text:
        'Kamera działa tylko na zabezpieczonej stronie. ' +
        'Otwórz stronę z adresem, który zaczyna się od https, lub skontaktuj się z obsługą klienta.',
    },
    'camera-unavailable': {
      title: 'Nie możemy znaleźć kamery',
      text: 'Zezwól tej stronie na dostęp do kamery lub otwórz ją na urządzeniu, które ma kamerę.',
    },
    offline: { title: 'Brak połączenia z internetem', text: 'Sprawdź połączenie i spróbuj ponownie. Nic nie przepadło.' },
    network: {
      title: 'Nie udało się połączyć z usługą',
      text: 'Sprawdź połączenie z internetem i spróbuj ponownie. Jeśli to nie pomoże, wyłącz blokowanie reklam na tej stronie.',
    },
    timeout: { title: 'Usługa nie odpowiedziała', text: 'Połączenie może być wolne. Spróbuj ponownie za chwilę.' },
    unauthorized: { title: 'Zaloguj się ponownie', text: 'Zaloguj się i wróć na tę stronę lub skontaktuj się z obsługą klienta.' },
    'onboarding-invalid': CLOSED,
    'onboarding-not-found': CLOSED,
    'client-key': SETUP,
    'rate-limited': { title: 'Zbyt wiele prób', text: 'W krótkim czasie było wiele prób. Odczekaj kilka minut i spróbuj ponownie.' },
    server: { title: 'Problem jest po naszej stronie', text: 'To nie Twoja wina. Spróbuj ponownie za kilka minut.' },
    'bad-response': {
      title: 'Otrzymaliśmy nietypową odpowiedź',
      text: 'Jeśli korzystasz z publicznej sieci Wi-Fi, najpierw się w niej zaloguj. Potem spróbuj ponownie.',
    },
    'session-url': SETUP,
    'frame-blocked': {
      title: 'Nie udało się otworzyć weryfikacji',
      text:
        'Zablokowała ją ta strona lub przeglądarka. Kontynuuj na stronie naszego partnera Veriff ' +
        'albo wyłącz blokowanie reklam na tej stronie i spróbuj ponownie.',
    },
    'frame-timeout': {
      title: 'Weryfikacja się nie załadowała',
      text: 'Sprawdź połączenie z internetem, wyłącz blokowanie reklam na tej stronie i spróbuj ponownie.',
    },
    'frame-busy': { title: 'Inna weryfikacja jest już otwarta', text: 'Dokończ lub zamknij drugą weryfikację na tej stronie i spróbuj ponownie.' },
  },
  errorCode: 'Kod błędu:',
  notices: {
    'check-unchanged': 'Sprawdzono przed chwilą. Nie ma jeszcze nic nowego.',
    'check-failed': 'Nie udało się teraz sprawdzić wyniku. Spróbuj ponownie za chwilę.',
    copied: 'Link skopiowany.',
    'copy-failed': 'Nie udało się skopiować linku. Zaznacz go i skopiuj samodzielnie.',
    'not-loaded': 'Nie udało się pokazać kodu. Zamiast tego skopiuj link i otwórz go na telefonie.',
  },
  slow: 'To trwa dłużej niż zwykle. Zostań na tej stronie.',
  frame: {
    label: 'Weryfikacja tożsamości',
    close: 'Zamknij',
    opening: 'Otwieramy weryfikację…',
    slow: 'To trwa dłużej niż zwykle. Możesz poczekać albo zamknąć okno i spróbować ponownie.',
    leaveTitle: 'Przerwać weryfikację?',
    leaveText: 'Możesz wrócić do niej później, ale być może trzeba będzie powtórzyć niektóre kroki.',
    stay: 'Zostań',
    leave: 'Przerwij',
  },
};
