/** The words of the page, the same in every dress. */
export const article = {
  site: 'Tarnwell Help',
  title: 'How we check your identity',
  lead: 'Before your card is made, we have to know that you are you. It takes about five minutes, and you can do it right here.',
  before: {
    title: 'Before you start',
    text: 'Have one document ready, and good light. Phones take better photos than most laptops.',
    list: ['Take the document out of its cover.', 'Wipe the lens of your camera.', 'Stay where nobody looks over your shoulder.'],
  },
  after: {
    title: 'What happens to my photos?',
    text: 'They go to Veriff, which checks them for us. We keep the result, and the photos for as long as the law says.',
    quote: 'Sent them in the queue at the bakery. The card was approved before it was my turn.',
    quoted: 'Ines, Lisbon',
  },
  aside: {
    title: 'Still stuck?',
    text: 'Leave your e-mail address, and we write to you within a day.',
    label: 'E-mail address',
    button: 'Write to me',
  },
  later: { title: 'Once your photos are sent', text: 'You will see this. There is no need to keep the page open.' },
  footer: 'Tarnwell is a made-up company. The article shows how the widget sits in the dress of others.',
  fallback: 'The identity check needs JavaScript. You can also write to help@tarnwell.example.',
} as const;
