import type { Messages } from './messages.js';

const UNREADABLE = 'No pudimos leer tu documento. Toma la foto otra vez con buena luz y con las cuatro esquinas visibles.';
const CLOSED = {
  title: 'No puedes continuar aquí',
  text: 'Este paso está cerrado. Si ya enviaste tus documentos, no tienes que hacer nada más aquí.',
};
const SETUP = {
  title: 'La verificación no está disponible',
  text: 'Algo no está bien configurado en esta página. No es culpa tuya. Ponte en contacto con atención al cliente.',
};

export const words: Messages = {
  lang: 'es',
  dir: 'ltr',
  guidance: {
    title: 'Verifica tu identidad',
    text: 'La ley nos pide confirmar que realmente eres tú. Te llevará unos 2 minutos.',
    documentsTitle: (count) => (count === 1 ? 'Ten a mano este documento' : 'Ten a mano uno de estos documentos'),
    documents: {
      passport: { title: 'Pasaporte', text: 'Vigente, abierto en la página de la foto, con las cuatro esquinas visibles' },
      'driving-licence': { title: 'Permiso o licencia de conducir', text: 'Vigente, por ambos lados, fácil de leer' },
      'national-id': { title: 'Documento de identidad', text: 'Vigente, por ambos lados, con las cuatro esquinas visibles' },
      'residence-permit': { title: 'Permiso de residencia', text: 'Vigente, por ambos lados, fácil de leer' },
    },
    selfie: { title: 'Selfie', text: 'Una foto al momento con tu cámara, con la cara bien visible' },
    proofOfAddress: {
      title: 'Comprobante de domicilio',
      text: 'Factura de luz, agua o gas, extracto bancario, carta oficial o contrato de alquiler de los últimos 3 meses',
    },
    stepsTitle: 'Cuánto tiempo lleva',
    steps: (region) => [
      { title: 'Tomar las fotos', text: 'Unos 2 minutos' },
      { title: 'Revisión automática', text: 'De 5 a 15 minutos' },
      { title: 'Resultado', text: region === 'us' ? 'Normalmente, de 15 a 60 minutos' : 'Normalmente, de 5 a 30 minutos' },
    ],
    tipsTitle: 'Consejos para tus fotos',
    tips: [
      'Busca buena luz y evita los reflejos en el documento.',
      'No te muevas hasta que la imagen se vea nítida.',
      'Encuadra las cuatro esquinas del documento.',
      'Para tu selfie, quítate las gafas y la gorra o el sombrero.',
    ],
    usNote: 'En Estados Unidos también pueden pedirte tu número de Seguro Social (SSN) y un comprobante de domicilio.',
    privacy:
      'Tus documentos se envían por una conexión cifrada a Veriff, nuestro colaborador, y se usan solo para verificar tu identidad.',
    start: 'Iniciar verificación',
  },
  busy: 'Un momento…',
  unloaded: 'La página no se cargó por completo. Revisa tu conexión e inténtalo de nuevo.',
  titles: {
    idle: 'Verificación de identidad',
    verifying: 'La verificación está abierta',
    reviewing: 'Estamos revisando tus documentos',
    verified: 'Tu identidad está verificada',
    rejected: 'No pudimos verificar tu identidad',
    resubmission: 'Necesitamos otra foto',
    expired: 'Se agotó el tiempo',
  },
  texts: {
    idle: 'La verificación todavía no está disponible en esta página.',
    verifying: 'Sigue los pasos en la ventana de verificación. Cuando termines, volverás aquí.',
    reviewing: 'Ya recibimos tus documentos. Por ahora no tienes que hacer nada.',
    verified: 'Ya confirmamos que eres tú. Puedes continuar.',
    rejected: 'La revisión de tus documentos no tuvo éxito esta vez.',
    resubmission: 'Falta algo o no se puede leer. Puedes añadirlo ahora, sin volver a empezar.',
    expired: 'La verificación no se completó a tiempo. Puedes empezar una nueva ahora.',
  },
  leftOpen: {
    unfinished: {
      title: 'Continúa donde lo dejaste',
      text: 'La verificación está sin terminar. Si la completaste en tu teléfono, consulta el estado.',
    },
    elsewhere: {
      title: 'Continúa en la otra pestaña',
      text: 'Tu verificación está abierta en otra pestaña o ventana de este navegador. Continúa allí. Si sigues aquí, se cerrará allí.',
    },
  },
  review: {
    time: { international: 'Normalmente, de 5 a 30 minutos. A veces, hasta 24 horas.', us: 'Normalmente, de 15 a 60 minutos. A veces, hasta 24 horas.' },
    freshTitle: 'Tu verificación está en curso',
    freshText: 'Si aún no has enviado todos tus documentos, continúa ahora. Si ya los enviaste, no tienes que hacer nada.',
    stepsTitle: 'Cómo va tu verificación',
    steps: { submitted: 'Documentos recibidos', automated: 'Revisión automática', manual: 'Revisión por una persona, si hace falta', result: 'Resultado' },
    submittedAt: (time) => `Enviados: ${time}`,
    done: 'Listo',
    current: 'En curso',
    next: 'Pendiente',
    mayLeave: 'Puedes cerrar esta página. La revisión sigue su curso.',
    mayContinue: 'Mientras tanto, puedes seguir con el siguiente paso.',
    stalled: {
      'record-closed': { title: 'Puedes continuar', text: 'Ya no podemos seguir el resultado desde aquí. No tienes que hacer nada más en esta página.' },
      unauthorized: {
        title: 'Ahora no podemos ver el resultado',
        text: 'La revisión sigue su curso. Inicia sesión de nuevo o consulta el estado más tarde.',
      },
      unchanged: {
        title: 'Aún no hay un resultado nuevo',
        text: 'El resultado anterior sigue siendo válido. Vuelve a consultar el estado o empieza una verificación nueva.',
      },
      deadline: {
        title: 'Está tardando más de lo normal',
        text: 'La revisión lleva más de un día. Consulta el estado o, si te preocupa, ponte en contacto con atención al cliente.',
      },
    },
  },
  actions: {
    continue: 'Continuar verificación',
    continueHere: 'Continuar aquí',
    tryAgain: 'Intentar de nuevo',
    startAgain: 'Empezar de nuevo',
    check: 'Consultar estado',
    goOn: 'Ir al siguiente paso',
    continueAnyway: 'Continuar de todos modos',
    continueOnPhone: 'Continuar en tu teléfono',
    continueOnDevice: 'Continuar en este dispositivo',
    continueThere: 'Continuar en la página de Veriff',
    openInBrowser: 'Abrir en tu navegador',
    copyLink: 'Copiar enlace',
    cancel: 'Cancelar',
  },
  outcomes: {
    reasonsTitle: 'Lo que encontramos',
    reasons: {
      'document-expired': 'Tu documento ya no está vigente. Usa uno que todavía lo esté.',
      'document-unreadable': UNREADABLE,
      'document-damaged': 'Tu documento está dañado. Usa otro.',
      'document-unsupported': 'No podemos aceptar este tipo de documento. Usa otro de la lista.',
      'document-mismatch': 'Los datos de tu documento no coinciden con los que nos diste.',
      'document-missing': 'Falta una foto. Toma todas las fotos que se te pidan.',
      'selfie-mismatch': 'Tu selfie no se parece a la foto de tu documento. Repite la foto con buena luz.',
      'name-mismatch': 'El nombre de tu documento no es el que nos diste.',
      underage: 'Aún no tienes la edad mínima para este servicio.',
      'address-mismatch': 'La dirección de tu documento no es la que nos diste.',
      'address-document-old': 'Tu comprobante de domicilio tiene más de 3 meses. Usa uno más reciente.',
      'not-accepted': 'No podemos aceptar los documentos que enviaste.',
    },
    generalReasonsTitle: 'Los motivos más frecuentes',
    generalReasons: [
      'El documento ya no está vigente o no se acepta en tu región.',
      'Las fotos están borrosas, oscuras o cortadas.',
      'Tus datos o tu selfie no coinciden con el documento.',
    ],
    rejectedNext:
      'Puedes intentarlo de nuevo con un documento vigente y fotos claras. ' +
      'Si crees que es un error, ponte en contacto con atención al cliente.',
    // A clock time and a date want different articles; a colon suits both.
    retryAt: (time) => `Podrás intentarlo de nuevo a partir de esta hora: ${time}.`,
  },
  warnings: {
    'in-app-browser': {
      title: 'Abre esta página en tu navegador',
      text: 'Estás dentro de otra aplicación, donde la cámara a menudo no funciona. Abre esta página en un navegador como Chrome o Safari.',
    },
    'camera-policy': {
      title: 'Esta página no puede usar tu cámara',
      text: 'Necesitas una cámara para las fotos. Continúa en la página de Veriff, nuestro colaborador, donde sí funciona.',
    },
    'camera-unsupported': {
      title: 'Este navegador no puede usar tu cámara',
      text: 'Necesitas una cámara para las fotos. Abre esta página en otro navegador o en un teléfono.',
    },
    'camera-missing': {
      title: 'No encontramos ninguna cámara',
      text: 'Necesitas una cámara para las fotos. Conecta una o abre esta página en un teléfono.',
    },
    'camera-denied': {
      title: 'Tu cámara está desactivada en esta página',
      text: 'Necesitas una cámara para las fotos. Permite su uso en la configuración del navegador o continúa en la página de Veriff, nuestro colaborador.',
    },
    'frame-blocked': { title: 'La verificación no se puede abrir en esta página', text: 'Continúa en la página de Veriff, nuestro colaborador.' },
  },
  ways: {
    phone: {
      title: 'Continúa en tu teléfono',
      text: 'Apunta a este código con la cámara de tu teléfono y abre el enlace. Deja esta página abierta: aquí verás el resultado.',
    },
    leaving: { title: 'Abriendo la página de Veriff', text: 'Allí harás los siguientes pasos. Si no ocurre nada, usa el botón.' },
    codeLabel: 'Código QR con el enlace para tu teléfono',
    linkLabel: 'Enlace',
  },
  errors: {
    configuration: SETUP,
    'unsupported-browser': {
      title: 'Tu navegador es demasiado antiguo',
      text: 'La verificación no funciona en este navegador. Actualízalo o abre esta página en otro navegador.',
    },
    'insecure-context': {
      title: 'Esta página no es segura',
      text:
        'Tu cámara solo funciona en una página segura. Abre esta página con una dirección que empiece por https ' +
        'o ponte en contacto con atención al cliente.',
    },
    'camera-unavailable': {
      title: 'No encontramos ninguna cámara',
      text: 'Permite que esta página use tu cámara o abre la página en un dispositivo que tenga una.',
    },
    offline: { title: 'No tienes conexión', text: 'Revisa tu conexión e inténtalo de nuevo. No se ha perdido nada.' },
    network: {
      title: 'No pudimos conectar con el servicio',
      text: 'Revisa tu conexión e inténtalo de nuevo. Si sigue igual, desactiva los bloqueadores de anuncios en esta página.',
    },
    timeout: { title: 'El servicio no respondió', text: 'Puede que la conexión sea lenta. Inténtalo de nuevo en un momento.' },
    unauthorized: {
      title: 'Tienes que volver a iniciar sesión',
      text: 'Inicia sesión de nuevo y vuelve a esta página, o ponte en contacto con atención al cliente.',
    },
    'onboarding-invalid': CLOSED,
    'onboarding-not-found': CLOSED,
    'client-key': SETUP,
    'rate-limited': { title: 'Demasiados intentos', text: 'Hubo muchos intentos en poco tiempo. Espera unos minutos e inténtalo de nuevo.' },
    server: { title: 'El servicio tiene un problema', text: 'No es culpa tuya. Inténtalo de nuevo en unos minutos.' },
    'bad-response': {
      title: 'Recibimos una respuesta inesperada',
      text: 'Si usas una red wifi pública, primero inicia sesión en ella. Después, inténtalo de nuevo.',
    },
    'session-url': SETUP,
    'frame-blocked': {
      title: 'No se pudo abrir la verificación',
      text:
        'Esta página o tu navegador lo impidió. Continúa en la página de Veriff, nuestro colaborador, ' +
        'o desactiva los bloqueadores de anuncios en esta página e inténtalo de nuevo.',
    },
    'frame-timeout': {
      title: 'La verificación no se cargó',
      text: 'Revisa tu conexión y desactiva los bloqueadores de anuncios en esta página. Después, inténtalo de nuevo.',
    },
    'frame-busy': { title: 'Ya hay una verificación abierta', text: 'Termina o cierra la otra verificación en esta página. Después, inténtalo de nuevo.' },
  },
  errorCode: 'Código de error:',
  notices: {
    'check-unchanged': 'Acabamos de consultar el estado. Todavía no hay novedades.',
    'check-failed': 'Ahora no pudimos consultar el estado. Inténtalo de nuevo en un momento.',
    copied: 'Enlace copiado.',
    'copy-failed': 'No pudimos copiar el enlace. Selecciónalo y cópialo manualmente.',
    'not-loaded': 'No pudimos mostrar el código. Copia el enlace y ábrelo en tu teléfono.',
  },
  slow: 'Está tardando más de lo normal. No cierres esta página.',
  frame: {
    label: 'Verificación de identidad',
    close: 'Cerrar',
    opening: 'Abriendo la verificación…',
    slow: 'Está tardando más de lo normal. Puedes esperar, o cerrar e intentarlo de nuevo.',
    leaveTitle: '¿Salir de la verificación?',
    leaveText: 'Puedes continuar más tarde, pero quizá tengas que repetir algunos pasos.',
    stay: 'Quedarme',
    leave: 'Salir',
  },
};
