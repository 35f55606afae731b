<?php
// A page as WordPress makes it of a post with the plugin in it: php page.php FOLDER OF THE PLUGIN < POST. With --options,
// what the editor is told instead.

error_reporting( E_ALL );
set_error_handler( function ( $kind, $text, $file, $line ) { throw new ErrorException( $text, 0, $kind, $file, $line ); } );

require __DIR__ . '/stub.php';
require $argv[1] . '/referred-pain-explorer.php';

do_action( 'init' );
if ( ( $argv[2] ?? '' ) === '--options' ) {
	$blocks = array_map( function ( $block ) { return array_keys( $block['attributes'] ); }, $stub['blocks'] );
	echo json_encode( array( 'inline' => $stub['inline'], 'blocks' => $blocks, 'options' => RPE_OPTIONS ) );
	exit;
}
$content = stub_content( stream_get_contents( STDIN ) );
?>
<!doctype html>
<html lang="<?php echo esc_attr( str_replace( '_', '-', get_locale() ) ); ?>">
  <head>
    <meta charset="utf-8">
    <title>A page that WordPress made</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
  </head>
  <body class="wp-singular page">
    <main class="entry-content"><h1>Heel pain</h1>
<?php echo $content; ?>
    </main>
    <?php echo stub_modules(), "\n"; ?>
  </body>
</html>
