/** A theme of which no two values are alike, and none is a default. The accent is dark enough to be its own tint in light mode. */
export const VALUES: Readonly<Record<string, string>> = {
  '--kyc-accent-color': 'rgb(120, 10, 60)',
  '--kyc-on-accent-color': 'rgb(250, 240, 230)',
  '--kyc-text-color': 'rgb(10, 20, 30)',
  '--kyc-muted-color': 'rgb(70, 80, 90)',
  '--kyc-surface-color': 'rgb(240, 241, 242)',
  '--kyc-border-color': 'rgb(130, 131, 132)',
  '--kyc-success-color': 'rgb(1, 101, 2)',
  '--kyc-warning-color': 'rgb(102, 52, 3)',
  '--kyc-danger-color': 'rgb(153, 4, 5)',
  '--kyc-backdrop-color': 'rgb(6, 7, 8)',
  '--kyc-radius': '7px',
  '--kyc-space': '6px',
  '--kyc-font-family': 'Georgia',
  '--kyc-font-size': '20px',
  '--kyc-heading-size': '40px',
  '--kyc-focus-ring': '5px dotted rgb(9, 8, 7)',
  '--kyc-icon-size': '30px',
  '--kyc-max-width': '500px',
};

/** The same, as declarations. */
export const THEME = Object.entries(VALUES).map(([name, value]) => `${name}: ${value};`).join(' ');
