<?php
/**
 * Plugin Name: NMS Advisor
 * Description: The shortcode [nms-advisor view="panel"] shows the widget. Everything is computed in the reader's browser.
 * Version: 0.1.0
 * License: MIT OR Apache-2.0
 */

defined('ABSPATH') || exit;

/** The files of the package lie in the folder `package` beside this file. */
add_action('wp_enqueue_scripts', function () {
    wp_register_script('nms-advisor', plugins_url('package/nms-advisor.js', __FILE__), [], null, true);
});

// the widget is a module
add_filter('script_loader_tag', function ($tag, $handle) {
    return $handle === 'nms-advisor' ? str_replace('<script ', '<script type="module" ', $tag) : $tag;
}, 10, 2);

/** Attributes that an author may set, and nothing else. */
const NMS_ADVISOR_ATTRIBUTES = ['view', 'basis', 'theme', 'units', 'text-size', 'idle', 'heading-level', 'room', 'case', 'findings', 'contacts', 'stock', 'bare', 'fill', 'activity-base'];

add_shortcode('nms-advisor', function ($given, $notes = '') {
    wp_enqueue_script('nms-advisor');
    $attributes = '';
    foreach ((array) $given as $name => $value) {
        // an attribute without a value comes as a value without a name
        [$name, $value] = is_int($name) ? [$value, ''] : [str_replace('_', '-', $name), $value];
        if (in_array($name, NMS_ADVISOR_ATTRIBUTES, true)) {
            $attributes .= ' ' . $name . '="' . esc_attr($value) . '"';
        }
    }
    $slot = trim((string) $notes) === '' ? '' : '<span slot="local-notes">' . esc_html($notes) . '</span>';
    // one line within a <div>: else WordPress puts paragraphs in between, and tears the notes out
    return '<div><nms-advisor' . $attributes . '>' . $slot . '</nms-advisor></div>';
});
