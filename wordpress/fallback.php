<?php
/**
 * What stands in the page until the explorer is ready, and for who has no scripts: words and a map that a search engine
 * reads, too.
 */

defined( 'ABSPATH' ) || exit;

/**
 * The piece of HTML that the build made, in a language or else in English.
 *
 * @param string $lang One of the languages in options.php, or an empty text.
 */
function rpe_fallback( $lang ) {
	foreach ( array( $lang, 'en' ) as $one ) {
		$file = __DIR__ . "/assets/fallback-$one.html";
		if ( is_readable( $file ) ) {
			// Nobody who writes or reads the page has a part in it.
			return trim( (string) file_get_contents( $file ) );
		}
	}
	return '';
}
