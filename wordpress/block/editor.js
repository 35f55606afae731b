// The block in the editor: a sign that it is there, and its options at the side, from options.php. The page itself is made
// on the server.
( function ( { blocks, blockEditor, components, element }, options ) {
	const { createElement: el } = element;
	const camel = ( name ) => name.replace( /-(.)/g, ( _, letter ) => letter.toUpperCase() );
	const hint = ( { some, number } ) => some?.join( ' ' ) ?? number?.join( '–' ) ?? '';
	blocks.registerBlockType( 'referred-pain-explorer/explorer', {
		edit( { attributes, setAttributes } ) {
			const control = ( [ name, rule ] ) => {
				const shared = {
					key: name,
					label: name,
					value: attributes[ camel( name ) ] ?? '',
					onChange: ( value ) => setAttributes( { [ camel( name ) ]: value } ),
				};
				if ( ! rule.one ) return el( components.TextControl, { ...shared, help: hint( rule ) } );
				const choices = [ '', ...rule.one ].map( ( value ) => ( { value, label: value || '–' } ) );
				return el( components.SelectControl, { ...shared, options: choices } );
			};
			return el(
				'div',
				blockEditor.useBlockProps(),
				el( blockEditor.InspectorControls, null, el( components.PanelBody, null, Object.entries( options ).map( control ) ) ),
				el( components.Placeholder, { icon: 'location-alt', label: 'Referred-pain explorer' } )
			);
		},
		save: () => null,
	} );
} )( window.wp, window.rpeOptions );
