/** The block in the editor: the widget in a state of its preview, and what an author may choose. The page's markup comes from PHP. */
(({ blocks, blockEditor, components, element, i18n }, settings) => {
  const { createElement, Fragment, useEffect, useRef, useState } = element;
  const { CheckboxControl, Disabled, Notice, PanelBody, SelectControl, TextControl } = components;
  const { __ } = i18n;

  const DOCUMENTS = [
    ['passport', __('Passport', 'kyc-verification')],
    ['driving-licence', __('Driving licence', 'kyc-verification')],
    ['national-id', __('National ID card', 'kyc-verification')],
    ['residence-permit', __('Residence permit', 'kyc-verification')],
  ];
  const PROOF = [
    ['', __('As the settings say', 'kyc-verification')],
    ['yes', __('Yes', 'kyc-verification')],
    ['no', __('No', 'kyc-verification')],
  ];
  const REGIONS = [
    ['', __('International', 'kyc-verification')],
    ['us', __('United States', 'kyc-verification')],
  ];
  const PRESENTATIONS = [
    ['', __('In a window above the page', 'kyc-verification')],
    ['embedded', __('In the page', 'kyc-verification')],
    ['redirect', __('On Veriff’s page', 'kyc-verification')],
  ];
  const STATES = [
    ['guidance', __('Before the start', 'kyc-verification')],
    ['reviewing', __('Under review', 'kyc-verification')],
    ['verified', __('Verified', 'kyc-verification')],
    ['rejected', __('Not verified', 'kyc-verification')],
    ['resubmission', __('Something is missing', 'kyc-verification')],
    ['expired', __('Expired', 'kyc-verification')],
    ['failed', __('Something went wrong', 'kyc-verification')],
  ];

  /** The editor may draw blocks in a frame, which has no scripts but its own. */
  function furnish(page) {
    if (page.defaultView.customElements.get('kyc-verification') !== undefined || page.getElementById('kyc-verification-preview') !== null) return;
    const script = Object.assign(page.createElement('script'), { id: 'kyc-verification-preview', type: 'module', src: settings.script });
    page.head.append(script);
    if (settings.style !== '') page.head.append(Object.assign(page.createElement('link'), { rel: 'stylesheet', href: settings.style }));
  }

  function documentControls({ documents }, setAttributes) {
    // None chosen is the element's word for all of them.
    const chosen = documents.length > 0 ? documents : DOCUMENTS.map(([name]) => name);
    return DOCUMENTS.map(([name, label]) => {
      const checked = chosen.includes(name);
      const onChange = (wanted) => {
        const next = DOCUMENTS.map(([one]) => one).filter((one) => (one === name ? wanted : chosen.includes(one)));
        setAttributes({ documents: next.length === DOCUMENTS.length ? [] : next });
      };
      // The last one stays.
      return createElement(CheckboxControl, { key: name, label, checked, disabled: checked && chosen.length === 1, onChange });
    });
  }

  function Edit({ attributes, setAttributes }) {
    const [preview, setPreview] = useState('guidance');
    const place = useRef(null);
    useEffect(() => furnish(place.current.ownerDocument));

    const select = (label, options, value, onChange) =>
      createElement(SelectControl, { label, value, onChange, options: options.map(([name, text]) => ({ value: name, label: text })) });
    const choice = (label, options, name) => select(label, options, attributes[name], (value) => setAttributes({ [name]: value }));
    const proof = attributes.proofOfAddress || settings.proof_of_address;

    return createElement(Fragment, null,
      createElement(blockEditor.InspectorControls, null,
        settings.endpoint === '' && createElement(Notice, { status: 'warning', isDismissible: false }, __('The endpoint is not set yet, so visitors see nothing here.', 'kyc-verification')),
        createElement(PanelBody, { title: __('Documents', 'kyc-verification') }, documentControls(attributes, setAttributes)),
        createElement(PanelBody, { title: __('Verification', 'kyc-verification') },
          choice(__('Proof of address', 'kyc-verification'), PROOF, 'proofOfAddress'),
          choice(__('Region', 'kyc-verification'), REGIONS, 'region'),
          choice(__('Veriff is shown', 'kyc-verification'), PRESENTATIONS, 'presentation'),
          createElement(TextControl, {
            label: __('Continue at', 'kyc-verification'),
            help: __('Address of the page that comes next, for a link after the verification.', 'kyc-verification'),
            type: 'url', value: attributes.continueUrl, onChange: (continueUrl) => setAttributes({ continueUrl }),
          })),
        createElement(PanelBody, { title: __('Preview', 'kyc-verification') },
          select(__('Shown here', 'kyc-verification'), STATES, preview, setPreview))),
      createElement('div', blockEditor.useBlockProps({ ref: place }),
        createElement(Disabled, null,
          createElement('kyc-verification', {
            preview,
            lang: settings.lang,
            documents: attributes.documents.join(' '),
            region: attributes.region,
            'proof-of-address': proof === 'yes' ? '' : undefined,
            'continue-url': attributes.continueUrl,
          }))));
  }

  blocks.registerBlockType('kyc-verification/widget', { edit: Edit, save: () => null });
})(window.wp, window.kycVerificationBlock);
