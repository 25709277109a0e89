import { article } from '../article.js';
import { type Dress, link, type MenuItem } from '../dress.js';

const { before, after, aside } = article;

const menuItem = (item: MenuItem): string =>
  link(item, `py-1 hover:underline ${item.current ? 'font-semibold text-indigo-700 dark:text-indigo-300' : 'text-gray-600 dark:text-gray-300'}`);

/** Tailwind 4 with its preflight, in utilities. It is dark by a class alone: `color-scheme` is not declared, as on most such sites. */
export const tailwind: Dress = {
  label: 'Tailwind',
  styles: ['tailwind.css'],
  dark: 'class="dark"',
  body: ({ menu, element }) => `<body class="bg-white text-gray-900 antialiased dark:bg-gray-900 dark:text-gray-100">
  <header class="border-b border-gray-200 dark:border-gray-700">
    <div class="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-2 px-4 py-4">
      <a class="text-lg font-bold tracking-tight" href="#">${article.site}</a>
      <nav class="flex flex-wrap gap-x-5 text-sm">${menu.map(menuItem).join('')}</nav>
    </div>
  </header>
  <main class="mx-auto max-w-6xl px-4 py-10 leading-7">
    <h1 class="text-4xl font-extrabold tracking-tight">${article.title}</h1>
    <p class="mt-3 max-w-2xl text-lg text-gray-600 dark:text-gray-300">${article.lead}</p>
    <div class="mt-10 grid gap-12 lg:grid-cols-3">
      <div class="space-y-5 lg:col-span-2">
        <h2 class="text-2xl font-bold">${before.title}</h2>
        <p>${before.text}</p>
        <ul class="list-disc pl-5">${before.list.map((line) => `<li>${line}</li>`).join('')}</ul>
        <div class="rounded-xl border border-gray-200 p-4 sm:p-8 dark:border-gray-700">
          ${element}
        </div>
        <h2 class="text-2xl font-bold">${after.title}</h2>
        <p>${after.text}</p>
        <blockquote class="border-l-4 border-indigo-500 pl-4 italic"><p>${after.quote}</p><p class="text-sm not-italic">${after.quoted}</p></blockquote>
      </div>
      <aside>
        <form action="#" class="rounded-xl bg-gray-50 p-6 dark:bg-gray-800">
          <h2 class="text-lg font-semibold">${aside.title}</h2>
          <p class="mt-1 text-sm">${aside.text}</p>
          <label class="mt-4 block text-sm font-medium" for="email">${aside.label}</label>
          <input class="mt-1 w-full rounded-md border border-gray-400 px-3 py-2" id="email" type="email" autocomplete="email">
          <button class="mt-4 rounded-md bg-indigo-600 px-4 py-2 font-semibold text-white hover:bg-indigo-500" type="button">${aside.button}</button>
        </form>
      </aside>
    </div>
  </main>
  <footer class="mx-auto max-w-6xl border-t border-gray-200 px-4 py-8 text-sm text-gray-600 dark:border-gray-700 dark:text-gray-300">${article.footer}</footer>
</body>`,
};
