<?php
/**
 * What stands in the page until the explorer is ready, and for who has no scripts: text that a search engine reads, too.
 */

defined( 'ABSPATH' ) || exit;

const RPE_FALLBACK = array(
	'en' => array(
		'See a doctor before you press if one leg is newly swollen, warm or discoloured, after a sudden snap or a fall, or if your heel cannot bear your weight.',
		'Heel pain may start in a sore spot in your calf or in the sole of your foot. Press each spot for 30 to 60 seconds, several times a day, so that it hurts in a good way only; stop if it tingles or goes numb.',
	),
	'nl' => array(
		'Ga naar een arts voordat je drukt als één been sinds kort dik, warm of verkleurd is, na een plotselinge knap of een val, of als je niet op je hiel kunt staan.',
		'Hielpijn kan beginnen bij een pijnlijke plek in je kuit of je voetzool. Druk 30 tot 60 seconden op elke plek, een paar keer per dag, zo dat het alleen op een goede manier pijn doet; stop als het tintelt of doof wordt.',
	),
	'de' => array(
		'Gehen Sie vor dem Drücken zum Arzt, wenn ein Bein neu geschwollen, warm oder verfärbt ist, nach einem plötzlichen Knall oder Sturz, oder wenn die Ferse Ihr Gewicht nicht trägt.',
		'Fersenschmerz kann an einer schmerzhaften Stelle in der Wade oder der Fußsohle beginnen. Drücken Sie jede Stelle 30 bis 60 Sekunden, mehrmals am Tag, sodass es nur angenehm schmerzt; hören Sie auf, wenn es kribbelt oder taub wird.',
	),
	'fr' => array(
		'Consultez un médecin avant d’appuyer si une jambe est depuis peu gonflée, chaude ou change de couleur, après un claquement soudain ou une chute, ou si le talon ne porte plus votre poids.',
		'La douleur au talon peut partir d’un point sensible du mollet ou de la plante du pied. Appuyez 30 à 60 secondes sur chaque point, plusieurs fois par jour, sans dépasser une douleur supportable ; arrêtez en cas de fourmillement ou d’engourdissement.',
	),
	'es' => array(
		'Acuda al médico antes de presionar si una pierna está hinchada, caliente o cambia de color desde hace poco, tras un chasquido repentino o una caída, o si el talón no soporta su peso.',
		'El dolor de talón puede empezar en un punto sensible de la pantorrilla o de la planta del pie. Presione cada punto de 30 a 60 segundos, varias veces al día, sin pasar de un dolor llevadero; pare si hormiguea o se adormece.',
	),
);

/**
 * What stands inside of the element, in a language or else in English: the file that the build made, or a few words.
 *
 * @param string $lang Two letters.
 */
function rpe_fallback( $lang ) {
	$lang = isset( RPE_FALLBACK[ $lang ] ) ? $lang : 'en';
	$file = __DIR__ . "/assets/fallback-$lang.html";
	if ( is_readable( $file ) ) {
		// Made by the build as HTML, and in no part by whoever writes or reads the page.
		return trim( (string) file_get_contents( $file ) );
	}
	$html = '';
	foreach ( RPE_FALLBACK[ $lang ] as $text ) {
		$html .= sprintf( '<p lang="%s">%s</p>', esc_attr( $lang ), esc_html( $text ) );
	}
	return $html;
}
