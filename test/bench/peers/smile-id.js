import '@smileid/web-components/end-user-consent';
