import type { Messages } from './messages.js';

const UNREADABLE = 'We couldn’t read your document. Take the photo again in good light, with all four corners in view.';
const CLOSED = {
  title: 'You can’t continue here',
  text: 'This step is closed. If you already sent your documents, there is nothing more to do here.',
};
const SETUP = {
  title: 'Verification isn’t available',
  text: 'Something isn’t set up correctly on this page. It’s not your fault. Please contact support.',
};

export const en: Messages = {
  lang: 'en',
  dir: 'ltr',
  titles: {
    idle: 'Identity verification',
    checking: 'Verify your identity',
    guidance: 'Verify your identity',
    requesting: 'Verify your identity',
    verifying: 'Verification is open',
    reviewing: 'We’re checking your documents',
    verified: 'You’re verified',
    rejected: 'We couldn’t verify you',
    resubmission: 'We need another photo',
    expired: 'Your time ran out',
    failed: 'Something went wrong',
  },
  texts: {
    idle: 'Verification isn’t ready on this page yet.',
    checking: 'By law we need to make sure it’s really you. It takes about 2 minutes.',
    guidance: 'By law we need to make sure it’s really you. It takes about 2 minutes.',
    requesting: 'By law we need to make sure it’s really you. It takes about 2 minutes.',
    verifying: 'Follow the steps in the verification window. You come back here when you’re done.',
    reviewing: 'Your documents have arrived. There’s nothing you need to do now.',
    verified: 'Your identity is confirmed. You’re all set to go on.',
    rejected: 'The check of your documents wasn’t successful this time.',
    resubmission: 'Something is missing or can’t be read. You can add it now, without starting over.',
    expired: 'The verification wasn’t finished in time. You can start a new one now.',
  },
  guidance: {
    unfinishedTitle: 'Pick up where you left off',
    unfinishedText: 'You haven’t finished yet. If you finished on your phone, check for the result.',
    documentsTitle: (count) => (count === 1 ? 'Have this document ready' : 'Have one of these ready'),
    documents: {
      passport: { title: 'Passport', text: 'Valid, photo page open, all four corners in view' },
      'driving-licence': { title: 'Driving licence', text: 'Valid, front and back, easy to read' },
      'national-id': { title: 'National ID card', text: 'Valid, front and back, all four corners in view' },
      'residence-permit': { title: 'Residence permit', text: 'Valid, front and back, easy to read' },
    },
    selfie: { title: 'A selfie', text: 'Taken live with your camera, your face in view' },
    proofOfAddress: {
      title: 'Proof of address',
      text: 'Utility bill, bank statement, government letter or rental agreement from the last 3 months',
    },
    stepsTitle: 'How long it takes',
    steps: (region) => [
      { title: 'Take photos', text: 'About 2 minutes' },
      { title: 'Automated checks', text: '5 to 15 minutes' },
      {
        title: 'Result',
        text: region === 'us' ? 'Usually 15 to 60 minutes' : 'Usually 5 to 30 minutes',
      },
    ],
    tipsTitle: 'Tips for good photos',
    tips: [
      'Find good light, without glare on the document.',
      'Hold still until the picture is sharp.',
      'Keep all four corners of the document in view.',
      'Take off glasses and hats for the selfie.',
    ],
    usNote: 'In the United States you may also be asked for your Social Security number and proof of your address.',
    privacy: 'Your documents go over an encrypted connection to our partner Veriff and are used only to verify you.',
  },
  review: {
    time: {
      international: 'Usually 5 to 30 minutes. Sometimes up to 24 hours.',
      us: 'Usually 15 to 60 minutes. Sometimes up to 24 hours.',
    },
    freshTitle: 'Your verification is under way',
    freshText: 'If you haven’t sent all your documents yet, continue now. If you have, there’s nothing you need to do.',
    stepsTitle: 'Where things stand',
    steps: {
      submitted: 'Documents received',
      automated: 'Automated checks',
      manual: 'Review by a person, if needed',
      result: 'Result',
    },
    submittedAt: (time) => `Sent at ${time}`,
    done: 'Done',
    current: 'In progress',
    next: 'Next',
    mayLeave: 'You can close this page. The check goes on without it.',
    mayContinue: 'You can go on with the next step meanwhile.',
    stalled: {
      'record-closed': {
        title: 'You can go on',
        text: 'We can’t follow the result here any longer. There’s nothing more you need to do on this page.',
      },
      unauthorized: {
        title: 'We can’t see the result right now',
        text: 'The check goes on all the same. Sign in again, or check later.',
      },
      unchanged: {
        title: 'There’s no new result yet',
        text: 'The earlier result still stands. Check again, or start a new verification.',
      },
      deadline: {
        title: 'This is taking longer than usual',
        text: 'The check has gone on for more than a day. Check now, or contact support if you’re worried.',
      },
    },
  },
  actions: {
    start: 'Start verification',
    continue: 'Continue verification',
    tryAgain: 'Try again',
    startAgain: 'Start again',
    check: 'Check now',
    goOn: 'Go to the next step',
  },
  outcomes: {
    reasonsTitle: 'What we found',
    reasons: {
      'document-expired': 'Your document has expired. Use one that is still valid.',
      'document-unreadable': UNREADABLE,
      'document-damaged': 'Your document is damaged. Use another one.',
      'document-unsupported': 'We can’t accept this kind of document. Use another one from the list.',
      'document-mismatch': 'The details on your document don’t match the ones you gave us.',
      'document-missing': 'A photo is missing. Take all the photos you’re asked for.',
      'selfie-mismatch': 'Your selfie doesn’t look like the photo on your document. Take it again in good light.',
      'name-mismatch': 'The name on your document isn’t the one you gave us.',
      underage: 'You’re not old enough for this service.',
      'address-mismatch': 'The address on your document isn’t the one you gave us.',
      'address-document-old': 'Your proof of address is older than 3 months. Use a newer one.',
      'not-accepted': 'We can’t accept the documents you sent.',
    },
    generalReasonsTitle: 'The most common reasons',
    generalReasons: [
      'The document has expired, or isn’t accepted in your region.',
      'The photos are blurred, dark or cut off.',
      'Your details or your selfie don’t match the document.',
    ],
    rejectedNext: 'You can try again with a valid document and clear photos. If you think this is wrong, contact support.',
    retryAt: (time) => `You can try again from ${time}.`,
  },
  errors: {
    configuration: SETUP,
    'unsupported-browser': {
      title: 'Your browser is too old',
      text: 'This browser can’t run the verification. Update it, or open this page in another browser.',
    },
    'insecure-context': {
      title: 'This page isn’t secure',
      text: 'Your camera only works on a secure page. Open this page with an address that starts with https, or contact support.',
    },
    'camera-unavailable': {
      title: 'We can’t find a camera',
      text: 'Allow this page to use your camera, or open it on a device that has one.',
    },
    offline: { title: 'You’re offline', text: 'Check your connection and try again. Nothing is lost.' },
    network: {
      title: 'We couldn’t reach the service',
      text: 'Check your connection and try again. If it goes on, turn off ad blockers for this page.',
    },
    timeout: { title: 'The service didn’t answer', text: 'The connection may be slow. Try again in a moment.' },
    unauthorized: { title: 'You’re no longer signed in', text: 'Sign in again and come back to this page, or contact support.' },
    'onboarding-invalid': CLOSED,
    'onboarding-not-found': CLOSED,
    'client-key': SETUP,
    'rate-limited': { title: 'Too many tries', text: 'There have been many tries in a short time. Wait a few minutes, then try again.' },
    server: { title: 'The service has a problem', text: 'It’s not your fault. Try again in a few minutes.' },
    'bad-response': {
      title: 'We got an unexpected answer',
      text: 'If you’re on public Wi-Fi, sign in to it first. Then try again.',
    },
    'session-url': SETUP,
    'frame-blocked': {
      title: 'The verification couldn’t open',
      text: 'This page or your browser stopped it. Turn off blockers for this page, or open it in another browser, then try again.',
    },
    'frame-timeout': {
      title: 'The verification didn’t load',
      text: 'Check your connection and turn off blockers for this page, then try again.',
    },
    'frame-busy': {
      title: 'A verification is already open',
      text: 'Finish or close the other verification on this page, then try again.',
    },
  },
  errorCode: 'Error code:',
  notices: {
    'check-unchanged': 'Checked just now. There’s nothing new yet.',
    'check-failed': 'We couldn’t check just now. Try again in a moment.',
  },
  busy: 'One moment…',
  slow: 'This is taking longer than usual. Please stay on this page.',
  frame: {
    label: 'Identity verification',
    close: 'Close',
    opening: 'Opening the verification…',
    slow: 'This is taking longer than usual. You can wait, or close and try again.',
    leaveTitle: 'Leave the verification?',
    leaveText: 'You can continue later, but some steps may have to be repeated.',
    stay: 'Stay',
    leave: 'Leave',
  },
};
