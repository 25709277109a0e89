<?php
/**
 * Plugin Name: Identity verification
 * Description: Shows the identity verification on the pages that you choose, by a block or a shortcode.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: kyc-verification
 */

namespace Kyc_Verification;

defined('ABSPATH') || exit;

const VERSION = '0.1.0';
const OPTION = 'kyc_verification';
const HANDLE = 'kyc-verification';
const EDITOR_HANDLE = 'kyc-verification-block';
const TAG = 'kyc-verification';
const THEMES = ['bank', 'dark-crypto', 'high-contrast', 'neutral', 'playful'];
const DEFAULTS = ['endpoint' => '', 'source' => 'query:onboarding', 'theme' => '', 'proof_of_address' => '', 'script' => '', 'session_hosts' => ''];
const DOCUMENTS = ['passport', 'driving-licence', 'national-id', 'residence-permit'];
/** What an author may choose by a word. Whom the page asks, and whom it shows, is for the settings alone. */
const WORDS = ['proof-of-address' => ['yes', 'no'], 'region' => ['international', 'us'], 'presentation' => ['modal', 'embedded', 'redirect']];
const LINKS = ['endpoint', 'continue-url', 'handover-url'];

/** An attribute and a start tag as browsers read them; a comment, so that nothing in it is taken for a tag. */
const ATTRIBUTE_PATTERN = '([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?|"([^"]*)"|\'([^\']*)\'|(?!["\'])([^\t\n\f\r >]*)))?';
const TAG_PATTERN = '~<!--.*?-->|<([a-z][^\t\n\f\r />]*)((?:[\t\n\f\r /]+|' . ATTRIBUTE_PATTERN . ')*+)>~is';

function settings() {
  $saved = get_option(OPTION);
  return array_merge(DEFAULTS, is_array($saved) ? $saved : []);
}

/** An http(s) URL, or a path of this site; '' for anything else. */
function web_url($value) {
  $usable = is_string($value) && preg_match('~^(https?://[^\s/]|/(?![/\\\\]))~i', trim($value));
  return $usable ? esc_url_raw(trim($value), ['http', 'https']) : '';
}

/** Of what an author has written, by the element's attributes, what counts. */
function choices_from(array $given) {
  $documents = $given['documents'] ?? [];
  $asked = is_array($documents) ? $documents : preg_split('/[\s,]+/', $documents);
  $choices = ['documents' => implode(' ', array_intersect(DOCUMENTS, $asked)), 'continue-url' => web_url($given['continue-url'] ?? '')];
  foreach (WORDS as $name => $words) {
    $choices[$name] = in_array($given[$name] ?? '', $words, true) ? $given[$name] : '';
  }
  return $choices;
}

/** The element's, by the settings and an author's choices; none as long as there is no endpoint. True is an attribute without a value. */
function attributes_for(array $choices) {
  $settings = settings();
  if ($settings['endpoint'] === '') {
    return [];
  }
  $choices['proof-of-address'] = ($choices['proof-of-address'] ?: $settings['proof_of_address']) === 'yes';
  $own = ['endpoint' => $settings['endpoint'], 'onboarding-id-from' => $settings['source'], 'session-hosts' => $settings['session_hosts']];
  /** For a site's own code: what only it knows, such as `handover-url`, or the `onboarding-id` of a signed-in user. */
  return (array) apply_filters('kyc_verification_attributes', $own + ['lang' => get_bloginfo('language')] + $choices);
}

/** The tags that the plugin itself has printed, as `read_tag` has them. An author who writes the same gains nothing by it. */
function printed_tags($tag = '') {
  static $tags = [];
  return preg_match(TAG_PATTERN, $tag, $match) ? $tags[] = read_tag($match) : $tags;
}

/** A start tag with all that the element is told: `$html` goes before it as it stands. */
function start_tag($name, $html, array $attributes) {
  $tag = rtrim("<$name $html") . ($name === TAG || $attributes === [] ? '' : ' data-kyc-verification');
  foreach ($attributes as $attribute => $value) {
    if ($value === '' || $value === false || $value === null || !preg_match('/^[a-z][a-z-]*$/', $attribute)) {
      continue;
    }
    $text = $value === true ? '' : (in_array($attribute, LINKS, true) ? esc_url($value, ['http', 'https']) : esc_attr($value));
    $tag .= sprintf(' %s%s="%s"', $name === TAG ? '' : 'data-', $attribute, $text);
  }
  doing_filter('pre_kses') || printed_tags("$tag>");
  return "$tag>";
}

/** The widget, and what it needs; without an endpoint nothing but a hint for those who can set it. */
function widget($name, $html, array $given) {
  $attributes = attributes_for(choices_from($given));
  if ($attributes === []) {
    return current_user_can('manage_options') ? sprintf('<p><a href="%s">%s</a></p>', esc_url(settings_url()), esc_html(missing_text())) : '';
  }
  enqueue();
  return start_tag($name, $html, $attributes) . "</$name>";
}

function render_block($block) {
  $names = array_map(fn($name) => strtolower(preg_replace('/[A-Z]/', '-$0', $name)), array_keys($block));
  return widget(TAG, get_block_wrapper_attributes(), array_combine($names, $block));
}

/** As a `div`: what comes of shortcodes often passes a filter that strips unknown tags. */
function render_shortcode($given) {
  return widget('div', 'class="kyc-verification"', is_array($given) ? $given : []);
}

/** Elements that authors have written by hand, such as `<div data-kyc-verification data-region="us">`, obey the settings like the others. */
function filter_content($content) {
  if (!is_string($content) || stripos($content, TAG) === false) {
    return $content;
  }
  // What can't be read is not shown as markup.
  return preg_replace_callback(TAG_PATTERN, __NAMESPACE__ . '\filter_tag', $content) ?? esc_html(wp_strip_all_tags($content));
}

/** Where WordPress filters HTML, saving or printing it, only the choices are left. It makes tags of what is none to a browser: this comes after. */
function filter_kses($content, $allowed, $protocols) {
  return stripos($content, TAG) === false ? $content : filter_content(wp_kses_split($content, $allowed, $protocols));
}

/** The name and the attributes, the first of each name. */
function read_tag(array $match) {
  preg_match_all('~' . ATTRIBUTE_PATTERN . '~', $match[2] ?? '', $found, PREG_SET_ORDER);
  $written = [];
  foreach ($found as $attribute) {
    $written += [strtolower($attribute[1]) => html_entity_decode($attribute[2] ?? '', ENT_QUOTES | ENT_HTML5)];
  }
  return [strtolower($match[1] ?? ''), $written];
}

/** Of a tag with the element, or to be upgraded to it: an author's choices and what means nothing to the element. Others stay as they are. */
function filter_tag(array $match) {
  [$name, $written] = read_tag($match);
  if (in_array([$name, $written], printed_tags(), true) || ($name !== TAG && !isset($written['data-kyc-verification']))) {
    return $match[0];
  }
  $html = '';
  foreach (array_intersect_key($written, array_flip(['class', 'dir', 'id', 'slot', 'style', 'title'])) as $attribute => $value) {
    $html .= sprintf('%s="%s" ', $attribute, esc_attr($value));
  }
  $given = array_combine(preg_replace('/^data-/', '', array_keys($written)), $written);
  // On the element it is there or not, whatever its value.
  $given['proof-of-address'] = ($given['proof-of-address'] ?? 'no') === 'no' ? $given['proof-of-address'] ?? '' : 'yes';
  // What is saved outlives the settings.
  $attributes = doing_filter('pre_kses') ? choices_from($given) : attributes_for(choices_from($given));
  // An excerpt is made of the whole text, without the widget.
  if ($attributes !== [] && !doing_filter('get_the_excerpt') && !doing_filter('pre_kses')) {
    enqueue();
  }
  return start_tag($name, $html, $attributes);
}

function script_url() {
  return settings()['script'] ?: plugins_url('assets/kyc-verification.js', __FILE__);
}

function theme_url() {
  $theme = settings()['theme'];
  return in_array($theme, THEMES, true) ? plugins_url("assets/themes/$theme.css", __FILE__) : '';
}

function enqueue() {
  $script = [HANDLE, script_url(), [], settings()['script'] === '' ? VERSION : null];
  function_exists('wp_enqueue_script_module') ? wp_enqueue_script_module(...$script) : wp_enqueue_script(...[...$script, true]);
  enqueue_theme();
}

function enqueue_theme() {
  if (theme_url() !== '') {
    wp_enqueue_style(HANDLE, theme_url(), [], VERSION);
  }
}

/** Classic themes print their head before the content is known. */
function enqueue_theme_early() {
  $post = is_singular() ? get_post() : null;
  if ($post && (has_block('kyc-verification/widget', $post) || has_shortcode($post->post_content, 'kyc_verification'))) {
    enqueue_theme();
  }
}

/** Until WordPress 6.5 scripts are no modules by themselves. */
function as_module($tag, $handle, $source) {
  return $handle === HANDLE ? wp_get_script_tag(['type' => 'module', 'src' => $source, 'id' => HANDLE . '-js']) : $tag;
}

function enqueue_editor_data() {
  $data = ['script' => script_url(), 'style' => theme_url(), 'lang' => get_bloginfo('language')] + settings();
  wp_add_inline_script(EDITOR_HANDLE, 'window.kycVerificationBlock = ' . wp_json_encode($data) . ';', 'before');
}

function settings_url() {
  return admin_url('options-general.php?page=' . HANDLE);
}

function missing_text() {
  return __('Set the endpoint of the identity verification', 'kyc-verification');
}

/** What can be set: label, explanation and, where there is a choice, its words. */
function fields() {
  $themes = array_combine(THEMES, array_map('ucfirst', str_replace('-', ' ', THEMES)));
  $yes_no = ['' => __('No', 'kyc-verification'), 'yes' => __('Yes', 'kyc-verification')];
  return [
    'endpoint' => [__('Endpoint', 'kyc-verification'), __('Of your server that exchanges the onboarding id, such as /api/kyc or https://api.example.com/kyc.', 'kyc-verification')],
    'source' => [__('Onboarding id from', 'kyc-verification'), __('query:NAME for a parameter of the page’s address, session-storage:KEY for an entry of the session storage.', 'kyc-verification')],
    'theme' => [__('Theme', 'kyc-verification'), __('Colors and shapes of the widget.', 'kyc-verification'), ['' => __('None', 'kyc-verification')] + $themes],
    'proof_of_address' => [__('Proof of address', 'kyc-verification'), __('Also ask for one, where an author has not chosen.', 'kyc-verification'), $yes_no],
    'script' => [__('Script', 'kyc-verification'), __('Whole URL of kyc-verification.js with its files beside it. Empty: the plugin’s own.', 'kyc-verification')],
    'session_hosts' => [__('Veriff hosts', 'kyc-verification'), __('Only for a test environment: hosts that Veriff’s pages may have, separated by blanks. Empty: Veriff’s own.', 'kyc-verification')],
  ];
}

/** What can't be used leaves the setting as it was, and says so. */
function sanitize_settings($given) {
  $clean = settings();
  foreach (fields() as $name => $field) {
    $value = is_array($given) && is_string($given[$name] ?? null) ? trim($given[$name]) : $clean[$name];
    $usable = [
      'endpoint' => $value === '' || web_url($value) !== '',
      'script' => $value === '' || (web_url($value) !== '' && $value[0] !== '/'),
      'source' => preg_match('/^(query|session-storage):[\w.~-]+$/', $value),
      'session_hosts' => preg_match('/^[\w.:*\s-]*$/', $value),
    ][$name] ?? isset($field[2][$value]);
    if ($usable) {
      $clean[$name] = in_array($name, ['endpoint', 'script'], true) ? web_url($value) : $value;
    } elseif (function_exists('add_settings_error')) {
      /* translators: %s: label of a setting */
      add_settings_error(OPTION, $name, sprintf(__('%s: this value can’t be used. The former one is kept.', 'kyc-verification'), $field[0]));
    }
  }
  return $clean;
}

function print_field(array $field) {
  [$name, $help, $options] = $field;
  $value = settings()[$name];
  $common = sprintf('id="%1$s" name="%2$s[%1$s]" aria-describedby="%1$s-help"', esc_attr($name), esc_attr(OPTION));
  if ($options === null) {
    printf('<input type="text" %s class="regular-text code" value="%s">', $common, esc_attr($value));
  } else {
    $items = array_map(fn($key) => sprintf('<option value="%s"%s>%s</option>', esc_attr($key), selected($key, $value, false), esc_html($options[$key])), array_keys($options));
    printf('<select %s>%s</select>', $common, implode('', $items));
  }
  printf('<p class="description" id="%s-help">%s</p>', esc_attr($name), esc_html($help));
}

function print_settings_page() {
  printf('<div class="wrap"><h1>%s</h1><form action="options.php" method="post">', esc_html(get_admin_page_title()));
  settings_fields(OPTION);
  do_settings_sections(HANDLE);
  submit_button();
  echo '</form></div>';
}

function add_settings_page() {
  $title = __('Identity verification', 'kyc-verification');
  add_options_page($title, $title, 'manage_options', HANDLE, __NAMESPACE__ . '\print_settings_page');
  add_settings_section('main', '', '__return_null', HANDLE);
  foreach (fields() as $name => $field) {
    add_settings_field($name, $field[0], __NAMESPACE__ . '\print_field', HANDLE, 'main', ['label_for' => $name, $name, $field[1], $field[2] ?? null]);
  }
}

/** For the site's owner to take over into the privacy policy. */
function add_privacy_text() {
  $text = __('To verify your identity we use Veriff OÜ, Estonia. Until you reach for the Start button your browser has no contact with Veriff; as you do, it may look up Veriff’s server and begin a connection, which shows your IP address and nothing else. When you press Start, your browser opens Veriff’s page, which asks for your camera; the pictures of your documents and of your face go straight to Veriff, and this website neither receives nor keeps them. To open that page and to learn the result, your browser sends the identifier of your registration to our server. This website stores nothing of it, and sets no cookie for it; Veriff’s page may set its own. Veriff’s privacy notice is at veriff.com.', 'kyc-verification');
  wp_add_privacy_policy_content(__('Identity verification', 'kyc-verification'), '<p>' . esc_html($text) . '</p>');
}

function add_settings_link($links) {
  return array_merge([sprintf('<a href="%s">%s</a>', esc_url(settings_url()), esc_html__('Settings', 'kyc-verification'))], $links);
}

function uninstall() {
  delete_option(OPTION);
}

function register() {
  load_plugin_textdomain('kyc-verification', false, basename(__DIR__) . '/languages');
  register_setting(OPTION, OPTION, ['type' => 'array', 'sanitize_callback' => __NAMESPACE__ . '\sanitize_settings']);
  wp_register_script(EDITOR_HANDLE, plugins_url('block.js', __FILE__), ['wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n'], VERSION, true);
  wp_set_script_translations(EDITOR_HANDLE, 'kyc-verification');
  register_block_type(__DIR__, ['render_callback' => __NAMESPACE__ . '\render_block']);
  add_shortcode('kyc_verification', __NAMESPACE__ . '\render_shortcode');
}

add_action('init', __NAMESPACE__ . '\register');
add_action('admin_menu', __NAMESPACE__ . '\add_settings_page');
add_action('admin_init', __NAMESPACE__ . '\add_privacy_text');
add_action('wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_theme_early');
add_action('enqueue_block_editor_assets', __NAMESPACE__ . '\enqueue_editor_data');
add_filter('script_loader_tag', __NAMESPACE__ . '\as_module', 10, 3);
// Last, so that nothing comes after it.
foreach (['the_content', 'get_the_excerpt', 'render_block', 'widget_text', 'wp_get_attachment_caption'] as $hook) {
  add_filter($hook, __NAMESPACE__ . '\filter_content', PHP_INT_MAX);
}
add_filter('pre_kses', __NAMESPACE__ . '\filter_kses', PHP_INT_MAX, 3);
add_filter('plugin_action_links_' . plugin_basename(__FILE__), __NAMESPACE__ . '\add_settings_link');
register_uninstall_hook(__FILE__, __NAMESPACE__ . '\uninstall');
