import '@jumio/websdk';
import '@jumio/websdk/assets/style.css';
