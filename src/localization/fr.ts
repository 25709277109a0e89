import type { Messages } from './messages.js';

const UNREADABLE = 'Nous n’avons pas pu lire votre document. Reprenez la photo avec un bon éclairage et les quatre coins bien visibles.';
const CLOSED = {
  title: 'Vous ne pouvez pas continuer ici',
  text: 'Cette étape est fermée. Si vous avez déjà envoyé vos documents, vous n’avez plus rien à faire ici.',
};
const SETUP = {
  title: 'La vérification n’est pas disponible',
  text: 'Un réglage n’est pas correct sur cette page. Vous n’y êtes pour rien. Contactez le service client.',
};

export const words: Messages = {
  lang: 'fr',
  dir: 'ltr',
  guidance: {
    title: 'Vérifiez votre identité',
    text: 'La loi nous demande de nous assurer que c’est bien vous. Cela prend environ 2 minutes.',
    documentsTitle: (count) => (count === 1 ? 'Préparez ce document' : 'Préparez l’un de ces documents'),
    documents: {
      passport: { title: 'Passeport', text: 'Valide, ouvert à la page avec photo, les quatre coins visibles' },
      'driving-licence': { title: 'Permis de conduire', text: 'Valide, recto et verso, bien lisible' },
      'national-id': { title: 'Carte d’identité', text: 'Valide, recto et verso, les quatre coins visibles' },
      'residence-permit': { title: 'Titre de séjour', text: 'Valide, recto et verso, bien lisible' },
    },
    selfie: { title: 'Un selfie', text: 'Pris sur le moment avec votre caméra, le visage bien visible' },
    proofOfAddress: {
      title: 'Justificatif de domicile',
      text: 'Facture d’eau, de gaz ou d’électricité, relevé bancaire, courrier administratif ou bail, datant de moins de 3 mois',
    },
    stepsTitle: 'Combien de temps cela prend',
    steps: (region) => [
      { title: 'Prise des photos', text: 'Environ 2 minutes' },
      { title: 'Contrôles automatiques', text: '5 à 15 minutes' },
      { title: 'Résultat', text: region === 'us' ? 'En général 15 à 60 minutes' : 'En général 5 à 30 minutes' },
    ],
    tipsTitle: 'Conseils pour vos photos',
    tips: [
      'Trouvez un bon éclairage, sans reflet sur le document.',
      'Ne bougez pas tant que l’image n’est pas nette.',
      'Gardez les quatre coins du document dans le cadre.',
      'Pour le selfie, retirez lunettes, chapeau ou casquette.',
    ],
    usNote: 'Aux États-Unis, on peut aussi vous demander votre numéro de sécurité sociale (SSN) et un justificatif de domicile.',
    privacy:
      'Vos documents sont transmis à notre partenaire Veriff par une connexion chiffrée et servent uniquement à vérifier votre identité.',
    start: 'Vérifier mon identité',
  },
  busy: 'Un instant…',
  unloaded: 'La page ne s’est pas chargée entièrement. Vérifiez votre connexion et réessayez.',
  titles: {
    idle: 'Vérification d’identité',
    verifying: 'La vérification a commencé',
    reviewing: 'Nous examinons vos documents',
    verified: 'Votre identité est vérifiée',
    rejected: 'La vérification n’a pas abouti',
    resubmission: 'Il nous faut une autre photo',
    expired: 'Le délai est dépassé',
  },
  texts: {
    idle: 'La vérification n’est pas encore disponible sur cette page.',
    verifying: 'Suivez les étapes dans la fenêtre de vérification. Vous reviendrez ici à la fin.',
    reviewing: 'Vos documents sont bien arrivés. Vous n’avez rien à faire pour le moment.',
    verified: 'Nous avons bien confirmé votre identité. Vous pouvez continuer.',
    rejected: 'Cette fois, nous n’avons pas pu confirmer votre identité avec vos documents.',
    resubmission: 'Un élément manque ou n’est pas lisible. Vous pouvez l’ajouter maintenant, sans tout recommencer.',
    expired: 'La vérification n’a pas été terminée à temps. Vous pouvez en commencer une nouvelle maintenant.',
  },
  leftOpen: {
    unfinished: {
      title: 'Reprenez là où vous en étiez',
      text: 'La vérification n’est pas terminée. Si vous l’avez finie sur votre téléphone, actualisez le statut.',
    },
    elsewhere: {
      title: 'Continuez dans l’autre onglet',
      text: 'Votre vérification est ouverte dans un autre onglet ou une autre fenêtre de ce navigateur. Continuez là-bas. Si vous continuez ici, elle s’y fermera.',
    },
  },
  review: {
    time: { international: 'En général 5 à 30 minutes. Parfois jusqu’à 24 heures.', us: 'En général 15 à 60 minutes. Parfois jusqu’à 24 heures.' },
    freshTitle: 'Votre vérification est en cours',
    freshText: 'Si vous n’avez pas encore envoyé tous vos documents, reprenez maintenant. Si c’est déjà fait, vous n’avez rien à faire.',
    stepsTitle: 'Où en est votre vérification',
    steps: { submitted: 'Documents reçus', automated: 'Contrôles automatiques', manual: 'Examen par une personne, si besoin', result: 'Résultat' },
    submittedAt: (time) => `Envoyés\u00a0: ${time}`,
    done: 'Terminé',
    current: 'En cours',
    next: 'À venir',
    mayLeave: 'Vous pouvez fermer cette page. L’examen continue.',
    mayContinue: 'En attendant, vous pouvez passer à l’étape suivante.',
    stalled: {
      'record-closed': {
        title: 'Vous pouvez continuer',
        text: 'Nous ne pouvons plus suivre le résultat ici. Vous n’avez plus rien à faire sur cette page.',
      },
      unauthorized: {
        title: 'Le résultat n’est pas visible pour l’instant',
        text: 'L’examen continue malgré tout. Reconnectez-vous, ou actualisez le statut plus tard.',
      },
      unchanged: {
        title: 'Pas encore de nouveau résultat',
        text: 'Le résultat précédent reste valable. Actualisez le statut, ou commencez une nouvelle vérification.',
      },
      deadline: {
        title: 'C’est plus long que d’habitude',
        text: 'L’examen dure depuis plus d’une journée. Actualisez le statut, ou contactez le service client si cela vous inquiète.',
      },
    },
  },
  actions: {
    continue: 'Reprendre maintenant',
    continueHere: 'Continuer ici',
    tryAgain: 'Réessayer',
    startAgain: 'Recommencer',
    check: 'Actualiser le statut',
    goOn: 'Passer à la suite',
    continueAnyway: 'Continuer quand même',
    continueOnPhone: 'Continuer sur mon téléphone',
    continueOnDevice: 'Continuer sur cet appareil',
    continueThere: 'Continuer sur la page de Veriff',
    openInBrowser: 'Ouvrir dans mon navigateur',
    copyLink: 'Copier le lien',
    cancel: 'Annuler',
  },
  outcomes: {
    reasonsTitle: 'Ce que nous avons constaté',
    reasons: {
      'document-expired': 'Votre document a expiré. Utilisez-en un qui est encore valide.',
      'document-unreadable': UNREADABLE,
      'document-damaged': 'Votre document est abîmé. Utilisez-en un autre.',
      'document-unsupported': 'Nous ne pouvons pas accepter ce type de document. Utilisez-en un autre de la liste.',
      'document-mismatch': 'Les informations de votre document ne correspondent pas à celles que vous nous avez données.',
      'document-missing': 'Il manque une photo. Prenez toutes les photos demandées.',
      'selfie-mismatch': 'Votre selfie ne ressemble pas à la photo de votre document. Reprenez-le avec un bon éclairage.',
      'name-mismatch': 'Le nom sur votre document n’est pas celui que vous nous avez donné.',
      underage: 'Vous n’avez pas encore l’âge requis pour ce service.',
      'address-mismatch': 'L’adresse sur votre document n’est pas celle que vous nous avez donnée.',
      'address-document-old': 'Votre justificatif de domicile date de plus de 3 mois. Utilisez-en un plus récent.',
      'not-accepted': 'Nous ne pouvons pas accepter les documents que vous avez envoyés.',
    },
    generalReasonsTitle: 'Les raisons les plus fréquentes',
    generalReasons: [
      'Le document a expiré, ou n’est pas accepté dans votre région.',
      'Les photos sont floues, sombres ou coupées.',
      'Vos informations ou votre selfie ne correspondent pas au document.',
    ],
    rejectedNext:
      'Vous pouvez réessayer avec un document valide et des photos nettes. ' +
      'Si vous pensez qu’il s’agit d’une erreur, contactez le service client.',
    // A clock time and a date want different prepositions; a colon suits both.
    retryAt: (time) => `Prochaine tentative possible\u00a0: ${time}.`,
  },
  warnings: {
    'in-app-browser': {
      title: 'Ouvrez cette page dans votre navigateur',
      text: 'Vous êtes dans une autre application, où souvent la caméra ne fonctionne pas. Ouvrez cette page dans un navigateur comme Chrome ou Safari.',
    },
    'camera-policy': {
      title: 'Cette page ne peut pas utiliser votre caméra',
      text: 'Il vous faut une caméra pour les photos. Continuez sur la page de notre partenaire Veriff, où elle fonctionne.',
    },
    'camera-unsupported': {
      title: 'Ce navigateur ne peut pas utiliser votre caméra',
      text: 'Il vous faut une caméra pour les photos. Ouvrez cette page dans un autre navigateur, ou sur un téléphone.',
    },
    'camera-missing': {
      title: 'Nous ne trouvons pas de caméra',
      text: 'Il vous faut une caméra pour les photos. Branchez-en une, ou ouvrez cette page sur un téléphone.',
    },
    'camera-denied': {
      title: 'Votre caméra est désactivée pour cette page',
      text: 'Il vous faut une caméra pour les photos. Autorisez-la dans les réglages du navigateur, ou continuez sur la page de notre partenaire Veriff.',
    },
    'frame-blocked': { title: 'La vérification ne peut pas s’ouvrir sur cette page', text: 'Continuez plutôt sur la page de notre partenaire Veriff.' },
  },
  ways: {
    phone: {
      title: 'Continuez sur votre téléphone',
      text: 'Scannez ce code avec la caméra de votre téléphone et ouvrez le lien. Gardez cette page ouverte\u00a0: le résultat s’affichera ici.',
    },
    leaving: { title: 'Ouverture de la page de Veriff', text: 'Vous y ferez les prochaines étapes. Si rien ne se passe, appuyez sur le bouton.' },
    codeLabel: 'Code QR avec le lien pour votre téléphone',
    linkLabel: 'Lien',
  },
  errors: {
    configuration: SETUP,
    'unsupported-browser': {
      title: 'Votre navigateur est trop ancien',
      text: 'La vérification ne fonctionne pas avec ce navigateur. Mettez-le à jour, ou ouvrez cette page dans un autre navigateur.',
    },
    'insecure-context': {
      title: 'Cette page n’est pas sécurisée',
      text:
        'Votre caméra ne fonctionne que sur une page sécurisée. Ouvrez cette page avec une adresse qui commence par https, ' +
        'ou contactez le service client.',
    },
    'camera-unavailable': {
      title: 'Nous ne trouvons pas de caméra',
      text: 'Autorisez cette page à utiliser votre caméra, ou ouvrez la page sur un appareil qui en a une.',
    },
    offline: { title: 'Vous êtes hors connexion', text: 'Vérifiez votre connexion et réessayez. Rien n’est perdu.' },
    network: {
      title: 'Le service est injoignable',
      text: 'Vérifiez votre connexion et réessayez. Si cela continue, désactivez les bloqueurs de publicité pour cette page.',
    },
    timeout: { title: 'Le service n’a pas répondu', text: 'La connexion est peut-être lente. Réessayez dans un instant.' },
    unauthorized: { title: 'Vous devez vous reconnecter', text: 'Connectez-vous de nouveau et revenez sur cette page, ou contactez le service client.' },
    'onboarding-invalid': CLOSED,
    'onboarding-not-found': CLOSED,
    'client-key': SETUP,
    'rate-limited': { title: 'Trop de tentatives', text: 'Il y a eu beaucoup de tentatives en peu de temps. Attendez quelques minutes, puis réessayez.' },
    server: { title: 'Le service rencontre un problème', text: 'Vous n’y êtes pour rien. Réessayez dans quelques minutes.' },
    'bad-response': {
      title: 'Nous avons reçu une réponse inattendue',
      text: 'Si vous utilisez un Wi-Fi public, identifiez-vous d’abord sur ce réseau. Réessayez ensuite.',
    },
    'session-url': SETUP,
    'frame-blocked': {
      title: 'La vérification n’a pas pu s’ouvrir',
      text:
        'Cette page ou votre navigateur l’a bloquée. Continuez sur la page de notre partenaire Veriff, ' +
        'ou désactivez les bloqueurs de publicité pour cette page et réessayez.',
    },
    'frame-timeout': {
      title: 'La vérification ne s’est pas chargée',
      text: 'Vérifiez votre connexion et désactivez les bloqueurs de publicité pour cette page, puis réessayez.',
    },
    'frame-busy': { title: 'Une vérification est déjà ouverte', text: 'Terminez ou fermez l’autre vérification sur cette page, puis réessayez.' },
  },
  errorCode: 'Code d’erreur\u00a0:',
  notices: {
    'check-unchanged': 'Statut actualisé à l’instant. Rien de nouveau pour le moment.',
    'check-failed': 'Nous n’avons pas pu actualiser le statut. Réessayez dans un instant.',
    copied: 'Lien copié.',
    'copy-failed': 'Nous n’avons pas pu copier le lien. Sélectionnez-le et copiez-le vous-même.',
    'not-loaded': 'Nous n’avons pas pu afficher le code. Copiez plutôt le lien et ouvrez-le sur votre téléphone.',
  },
  slow: 'C’est plus long que d’habitude. Merci de rester sur cette page.',
  frame: {
    label: 'Vérification d’identité',
    close: 'Fermer',
    opening: 'Ouverture de la vérification…',
    slow: 'C’est plus long que d’habitude. Vous pouvez attendre, ou fermer et réessayer.',
    leaveTitle: 'Quitter la vérification\u202f?',
    leaveText: 'Vous pourrez continuer plus tard, mais il faudra peut-être refaire certaines étapes.',
    stay: 'Rester',
    leave: 'Quitter',
  },
};
