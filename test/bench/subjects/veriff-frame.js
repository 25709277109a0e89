import { createVeriffFrame } from '@veriff/incontext-sdk';

document.querySelector('button').addEventListener('click', () => createVeriffFrame({ url: 'https://example.veriff.me/v/1' }));
