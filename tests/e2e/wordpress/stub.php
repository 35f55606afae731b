<?php
// As much of WordPress as the plugin calls, with the same answers, so that its PHP runs without a WordPress around it.

define( 'ABSPATH', __DIR__ . '/' );

$stub = array( 'actions' => array(), 'shortcodes' => array(), 'blocks' => array(), 'modules' => array(), 'used' => array(), 'inline' => array() );

function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' );
}

function esc_attr( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' );
}

function wp_json_encode( $value ) {
	return json_encode( $value );
}

function get_locale() {
	return getenv( 'WP_LOCALE' ) ?: 'en_US';
}

function plugins_url( $path, $plugin ) {
	return '/wp-content/plugins/' . basename( dirname( $plugin ) ) . '/' . $path;
}

function add_action( $name, $callback ) {
	global $stub;
	$stub['actions'][ $name ][] = $callback;
}

function do_action( $name ) {
	global $stub;
	array_map( 'call_user_func', $stub['actions'][ $name ] ?? array() );
}

function wp_register_script_module( $id, $src, $deps, $version ) {
	global $stub;
	$stub['modules'][ $id ] = $src . '?ver=' . rawurlencode( $version );
}

function wp_enqueue_script_module( $id ) {
	global $stub;
	$stub['used'][ $id ] = true;
}

// Once each, at the foot of the page, as WordPress prints them.
function stub_modules() {
	global $stub;
	$tags = '';
	foreach ( array_keys( $stub['used'] ) as $id ) {
		$tags .= sprintf( '<script type="module" src="%s" id="%s-js-module"></script>', esc_attr( $stub['modules'][ $id ] ), esc_attr( $id ) );
	}
	return $tags;
}

function generate_block_asset_handle( $name, $field ) {
	return str_replace( '/', '-', $name ) . ( 'editorScript' === $field ? '-editor-script' : "-$field" );
}

function wp_add_inline_script( $handle, $script, $position ) {
	global $stub;
	$stub['inline'][ "$handle $position" ] = $script;
}

function register_block_type( $folder, $more ) {
	global $stub;
	$block = array_merge( json_decode( file_get_contents( "$folder/block.json" ), true, 9, JSON_THROW_ON_ERROR ), $more );
	$script = $folder . '/' . substr( $block['editorScript'], strlen( 'file:./' ) );
	$asset = require str_replace( '.js', '.asset.php', $script );
	if ( ! is_file( $script ) || ! is_array( $asset['dependencies'] ) ) {
		throw new Exception( 'the script of the editor is not there' );
	}
	$stub['blocks'][ $block['name'] ] = $block;
}

function get_block_wrapper_attributes() {
	return 'class="wp-block-referred-pain-explorer-explorer"';
}

function add_shortcode( $name, $callback ) {
	global $stub;
	$stub['shortcodes'][ $name ] = $callback;
}

// The blocks and shortcodes of a post, as they are written in it.
function stub_content( $post ) {
	global $stub;
	$block = function ( $found ) use ( $stub ) {
		$block = $stub['blocks'][ $found[1] ];
		$given = json_decode( $found[2] ?: '{}', true );
		return call_user_func( $block['render_callback'], array_merge( stub_defaults( $block['attributes'] ), $given ) );
	};
	$shortcode = function ( $found ) use ( $stub ) {
		preg_match_all( '/([\w-]+)\s*=\s*"([^"]*)"|([\w-]+)\s*=\s*\'([^\']*)\'/', $found[2], $pairs, PREG_SET_ORDER );
		$given = array();
		foreach ( $pairs as $pair ) {
			$given[ strtolower( $pair[1] ?: $pair[3] ) ] = $pair[1] ? $pair[2] : $pair[4];
		}
		return call_user_func( $stub['shortcodes'][ $found[1] ], $given ?: '' );
	};
	$post = preg_replace_callback( '/<!-- wp:([\w-]+\/[\w-]+) ({.*?} )?\/-->/', $block, $post );
	return preg_replace_callback( '/\[(referred_pain_explorer)([^\]]*)\]/', $shortcode, $post );
}

function stub_defaults( $attributes ) {
	return array_map( function ( $attribute ) { return $attribute['default']; }, $attributes );
}
