import type { FirstMessages } from './messages.js';

/** What the first screen says; the rest comes with the screens that say it. */
export const firstEn: FirstMessages = {
  lang: 'en',
  dir: 'ltr',
  guidance: {
    title: 'Verify your identity',
    text: 'By law we need to make sure it’s really you. It takes about 2 minutes.',
    documentsTitle: (count) => (count === 1 ? 'Have this document ready' : 'Have one of these ready'),
    documents: {
      passport: { title: 'Passport', text: 'Valid, photo page open, all four corners in view' },
      'driving-licence': { title: 'Driving licence', text: 'Valid, front and back, easy to read' },
      'national-id': { title: 'National ID card', text: 'Valid, front and back, all four corners in view' },
      'residence-permit': { title: 'Residence permit', text: 'Valid, front and back, easy to read' },
    },
    selfie: { title: 'A selfie', text: 'Taken live with your camera, your face in view' },
    proofOfAddress: { title: 'Proof of address', text: 'Utility bill, bank statement, government letter or rental agreement from the last 3 months' },
    stepsTitle: 'How long it takes',
    steps: (region) => [
      { title: 'Take photos', text: 'About 2 minutes' },
      { title: 'Automated checks', text: '5 to 15 minutes' },
      { title: 'Result', text: region === 'us' ? 'Usually 15 to 60 minutes' : 'Usually 5 to 30 minutes' },
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
    start: 'Start verification',
  },
  busy: 'One moment…',
  unloaded: 'This page didn’t load completely. Check your connection and try again.',
};
