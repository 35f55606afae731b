<?php
/**
 * What a page may say about the explorer. The one place where the values are listed: the shortcode, the block and the
 * block's controls in the editor all read it.
 */

defined( 'ABSPATH' ) || exit;

// By attribute of the element. "one": one of these; "some": words out of these; "ids": words of the atlas, so many at most;
// "number": from the first to the second; "name": a word of the page's own.
const RPE_OPTIONS = array(
	'region'      => array( 'ids' => 20 ),
	'muscle'      => array( 'ids' => 1 ),
	'side'        => array( 'one' => array( 'left', 'right', 'both' ) ),
	'view'        => array( 'one' => array( 'posterior', 'anterior', 'medial', 'lateral', 'plantar', 'dorsal', 'foot_medial', 'foot_lateral' ) ),
	'mode'        => array( 'one' => array( 'explore', 'massage', 'day' ) ),
	'lang'        => array( 'one' => array( 'de', 'en', 'es', 'fr', 'nl' ) ),
	'theme'       => array( 'one' => array( 'auto', 'light', 'dark' ) ),
	'hold'        => array( 'number' => array( 10, 120 ) ),
	'rounds'      => array( 'number' => array( 1, 5 ) ),
	'per-day'     => array( 'number' => array( 1, 12 ) ),
	'features'    => array( 'some' => array( 'explore', 'massage', 'diary', 'share', 'print' ) ),
	'storage'     => array( 'one' => array( 'local', 'none' ) ),
	'storage-key' => array( 'name' => true ),
	'loading'     => array( 'one' => array( 'lazy', 'eager' ) ),
);

/**
 * The name of an attribute as the block has it: per-day is perDay.
 *
 * @param string $name The attribute.
 */
function rpe_camel( $name ) {
	return lcfirst( str_replace( ' ', '', ucwords( str_replace( '-', ' ', $name ) ) ) );
}

/**
 * A value as the element takes it, or an empty text for one that it does not take.
 *
 * @param string $name  The attribute.
 * @param mixed  $value Whatever somebody wrote.
 */
function rpe_checked( $name, $value ) {
	$rule  = RPE_OPTIONS[ $name ];
	$text  = is_scalar( $value ) ? trim( (string) $value ) : '';
	$words = preg_split( '/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY );
	if ( 'lang' === $name ) {
		// Of nl-BE or nl_BE the first part counts.
		$text = strtolower( substr( $text, 0, strcspn( $text, '-_' ) ) );
	}
	if ( isset( $rule['one'] ) ) {
		return in_array( $text, $rule['one'], true ) ? $text : '';
	}
	if ( isset( $rule['some'] ) ) {
		return implode( ' ', array_intersect( $rule['some'], (array) $words ) );
	}
	if ( isset( $rule['number'] ) ) {
		list( $low, $high ) = $rule['number'];
		return ctype_digit( $text ) && (int) $text >= $low && (int) $text <= $high ? (string) (int) $text : '';
	}
	$id = isset( $rule['ids'] ) ? '/\A[a-z0-9_]{1,64}\z/' : '/\A[A-Za-z0-9_-]{1,64}\z/';
	if ( false === $words || count( $words ) > ( isset( $rule['ids'] ) ? $rule['ids'] : 1 ) ) {
		return '';
	}
	// One that is none of these makes the whole value ignored, as it does in the element.
	return count( preg_grep( $id, $words ) ) === count( $words ) ? implode( ' ', $words ) : '';
}

/** The attributes of the block, for WordPress: texts, so that an empty one is the element's own choice. */
function rpe_block_attributes() {
	$list = array();
	foreach ( array_keys( RPE_OPTIONS ) as $name ) {
		$list[ rpe_camel( $name ) ] = array(
			'type'    => 'string',
			'default' => '',
		);
	}
	return $list;
}
