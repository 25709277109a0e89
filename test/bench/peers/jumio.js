import '@jumio/websdk';
