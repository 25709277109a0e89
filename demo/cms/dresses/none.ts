import { article } from '../article.js';
import { type Dress, link } from '../dress.js';

const { before, after, aside } = article;

/** No style sheet at all: what the others are compared with. */
export const none: Dress = {
  label: 'No theme',
  styles: [],
  body: ({ menu, element }) => `<body>
  <nav>${menu.map((item) => link(item)).join(' ')}</nav>
  <main>
    <h1>${article.title}</h1>
    <p>${article.lead}</p>
    <h2>${before.title}</h2>
    <p>${before.text}</p>
    <ul>${before.list.map((line) => `<li>${line}</li>`).join('')}</ul>
    <section>
      ${element}
    </section>
    <h2>${after.title}</h2>
    <p>${after.text}</p>
    <blockquote><p>${after.quote}</p><p>${after.quoted}</p></blockquote>
    <form action="#">
      <h2>${aside.title}</h2>
      <p><label>${aside.label} <input type="email" autocomplete="email"></label> <button type="button">${aside.button}</button></p>
    </form>
  </main>
  <footer><p>${article.footer}</p></footer>
</body>`,
};
