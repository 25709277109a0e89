import { article } from '../article.js';
import { type Dress, link, type MenuItem } from '../dress.js';

const { before, after, aside } = article;

const menuItem = (item: MenuItem): string => `<li class="nav-item">${link(item, item.current ? 'nav-link active' : 'nav-link')}</li>`;

/** Bootstrap 5 as its documentation writes pages. */
export const bootstrap: Dress = {
  label: 'Bootstrap',
  styles: ['bootstrap.css'],
  dark: 'data-bs-theme="dark"',
  body: ({ menu, element }) => `<body>
  <nav class="navbar navbar-expand-sm bg-body-tertiary border-bottom">
    <div class="container">
      <a class="navbar-brand" href="#">${article.site}</a>
      <ul class="navbar-nav flex-row flex-wrap column-gap-3">${menu.map(menuItem).join('')}</ul>
    </div>
  </nav>
  <main class="container py-5">
    <h1 class="display-5">${article.title}</h1>
    <p class="lead">${article.lead}</p>
    <div class="row g-5">
      <div class="col-lg-7">
        <h2>${before.title}</h2>
        <p>${before.text}</p>
        <ul>${before.list.map((line) => `<li>${line}</li>`).join('')}</ul>
        <div class="my-4">
          ${element}
        </div>
        <h2>${after.title}</h2>
        <p>${after.text}</p>
        <figure>
          <blockquote class="blockquote"><p>${after.quote}</p></blockquote>
          <figcaption class="blockquote-footer">${after.quoted}</figcaption>
        </figure>
      </div>
      <aside class="col-lg-5">
        <div class="card">
          <div class="card-body">
            <h2 class="card-title h5">${aside.title}</h2>
            <p class="card-text">${aside.text}</p>
            <form action="#">
              <label class="form-label" for="email">${aside.label}</label>
              <input class="form-control mb-3" id="email" type="email" autocomplete="email">
              <button class="btn btn-primary" type="button">${aside.button}</button>
            </form>
          </div>
        </div>
      </aside>
    </div>
  </main>
  <footer class="container py-4 border-top text-body-secondary"><p class="mb-0">${article.footer}</p></footer>
</body>`,
};
