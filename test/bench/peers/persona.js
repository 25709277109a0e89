import { Client } from 'persona';

new Client({ templateId: 'itmpl_1', environment: 'sandbox' }).open();
