import { article } from '../article.js';
import { type Dress, link, type MenuItem } from '../dress.js';

const { before, after, aside, later } = article;

const menuItem = (item: MenuItem): string =>
  `<li class="wp-block-navigation-item wp-block-navigation-link">${link(item, 'wp-block-navigation-item__content')}</li>`;

/**
 * A block theme: the markup that WordPress makes of a template with a post in it. The widget stands in a Custom HTML block,
 * whose editor leaves only `div`s of it to most authors; a second one stands in a column.
 */
export const wordpress: Dress = {
  label: 'WordPress',
  styles: ['wordpress-common.css', 'wordpress-style.css', 'wordpress-theme.css', 'wordpress-elements.css', 'global-styles.css'],
  dark: 'data-style-variation="night"',
  body: ({ menu, placeholder, preview }) => `<body class="wp-singular page-template-default page wp-embed-responsive">
<div class="wp-site-blocks">
  <header class="wp-block-template-part">
    <div class="wp-block-group alignfull has-global-padding is-layout-constrained">
      <div class="wp-block-group alignwide is-content-justification-space-between is-layout-flex">
        <p class="wp-block-site-title"><a href="#" rel="home">${article.site}</a></p>
        <nav class="wp-block-navigation is-layout-flex" aria-label="Site">
          <ul class="wp-block-navigation__container is-layout-flex wp-block-navigation">${menu.map(menuItem).join('')}</ul>
        </nav>
      </div>
    </div>
  </header>
  <main class="wp-block-group is-layout-flow">
    <div class="wp-block-group has-global-padding is-layout-constrained"><h1 class="wp-block-post-title">${article.title}</h1></div>
    <div class="entry-content wp-block-post-content has-global-padding is-layout-constrained">
      <p class="has-large-font-size">${article.lead}</p>
      <h2 class="wp-block-heading">${before.title}</h2>
      <p>${before.text}</p>
      <ul class="wp-block-list">${before.list.map((line) => `<li>${line}</li>`).join('')}</ul>
      ${placeholder}
      <h2 class="wp-block-heading">${after.title}</h2>
      <p>${after.text}</p>
      <div class="wp-block-columns alignwide is-layout-flex">
        <div class="wp-block-column is-layout-flow">
          <h3 class="wp-block-heading">${later.title}</h3>
          <p>${later.text}</p>
          ${preview}
        </div>
        <div class="wp-block-column is-layout-flow">
          <blockquote class="wp-block-quote is-layout-flow"><p>${after.quote}</p><cite>${after.quoted}</cite></blockquote>
        </div>
        <div class="wp-block-column is-layout-flow">
          <h3 class="wp-block-heading">${aside.title}</h3>
          <p>${aside.text}</p>
          <div class="wp-block-buttons is-layout-flex">
            <div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="#">${aside.button}</a></div>
          </div>
        </div>
      </div>
    </div>
  </main>
  <footer class="wp-block-template-part">
    <div class="wp-block-group has-global-padding is-layout-constrained"><p class="has-small-font-size">${article.footer}</p></div>
  </footer>
</div>
</body>`,
};
