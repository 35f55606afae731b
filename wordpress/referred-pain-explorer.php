<?php
/**
 * Plugin Name:       Referred-pain explorer
 * Description:       For people with heel pain: a map of the muscles that may send it, a massage timer and a diary. As a block and as the shortcode [referred_pain_explorer]. Asks nothing of any other server.
 * Version:           __RPE_VERSION__
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       referred-pain-explorer
 */

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/options.php';
require_once __DIR__ . '/fallback.php';

const RPE_VERSION = '__RPE_VERSION__';
const RPE_MODULE  = 'referred-pain-explorer';
const RPE_BLOCK   = 'referred-pain-explorer/explorer';

/** Registers the script, the block and the shortcode. Nothing is loaded until a page holds an explorer. */
function rpe_init() {
	wp_register_script_module( RPE_MODULE, plugins_url( 'assets/referred-pain-explorer.js', __FILE__ ), array(), RPE_VERSION );
	register_block_type(
		__DIR__ . '/block',
		array(
			'attributes'      => rpe_block_attributes(),
			'render_callback' => 'rpe_block',
		)
	);
	wp_add_inline_script(
		generate_block_asset_handle( RPE_BLOCK, 'editorScript' ),
		'window.rpeOptions = ' . wp_json_encode( RPE_OPTIONS ) . ';',
		'before'
	);
	add_shortcode( 'referred_pain_explorer', 'rpe_shortcode' );
}
add_action( 'init', 'rpe_init' );

/**
 * The element with its fallback, as HTML. Every value is checked, and escaped.
 *
 * @param array $options Values by attribute, with hyphens, underscores or in camel case; others are left out.
 */
function rpe_render( $options ) {
	wp_enqueue_script_module( RPE_MODULE );
	$attributes = '';
	$checked    = array();
	foreach ( array_keys( RPE_OPTIONS ) as $name ) {
		foreach ( array( $name, str_replace( '-', '_', $name ), rpe_camel( $name ) ) as $written ) {
			if ( ! isset( $checked[ $name ] ) && isset( $options[ $written ] ) ) {
				$checked[ $name ] = rpe_checked( $name, $options[ $written ] );
			}
		}
		if ( isset( $checked[ $name ] ) && '' !== $checked[ $name ] ) {
			$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $checked[ $name ] ) );
		}
	}
	$lang = empty( $checked['lang'] ) ? rpe_checked( 'lang', get_locale() ) : $checked['lang'];
	return sprintf( '<referred-pain-explorer%s>%s</referred-pain-explorer>', $attributes, rpe_fallback( $lang ) );
}

/**
 * [referred_pain_explorer region="heel" lang="nl"]
 *
 * @param array|string $options What stands in the brackets; WordPress gives an empty text for nothing.
 */
function rpe_shortcode( $options ) {
	return rpe_render( is_array( $options ) ? $options : array() );
}

/**
 * The block as it stands in a page.
 *
 * @param array $options Its attributes.
 */
function rpe_block( $options ) {
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), rpe_render( $options ) );
}
