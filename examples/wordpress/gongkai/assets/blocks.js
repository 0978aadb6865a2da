// The blocks in the editor: what the server draws, with the few settings that they have.
( ( { blocks, blockEditor, components, element, serverSideRender: ServerSideRender } ) => {
	const { createElement: el, RawHTML } = element;
	const texts = window.gongkaiTexts;

	const drawn = ( name, props ) => el( components.Disabled, {}, el( ServerSideRender, { block: name, attributes: props.attributes } ) );

	const setting = ( props, name, label, help ) => el( blockEditor.InspectorControls, {}, el( components.PanelBody, {},
		el( components.TextControl, {
			label,
			help,
			value: String( props.attributes[ name ] || '' ),
			onChange: ( text ) => props.setAttributes( { [ name ]: name === 'page' ? Number.parseInt( text, 10 ) || 0 : text.trim() } ),
		} )
	) );

	const wrapped = ( ...children ) => el( 'div', blockEditor.useBlockProps(), ...children );

	// What is saved is the entry as HTML, so that the page stays readable without the plugin; the server writes it.
	blocks.registerBlockType( 'gongkai/entry', {
		edit: ( props ) => wrapped( el( RawHTML, {}, props.attributes.content || texts.entry ) ),
		save: ( { attributes } ) => el( RawHTML, {}, attributes.content ),
	} );

	blocks.registerBlockType( 'gongkai/list', {
		edit: ( props ) => wrapped(
			setting( props, 'item', texts.item, texts.itemHelp ),
			el( 'p', {}, props.attributes.item || texts.list ),
			props.attributes.item ? drawn( 'gongkai/list', props ) : null
		),
		save: () => null,
	} );

	blocks.registerBlockType( 'gongkai/menu', {
		edit: ( props ) => wrapped(
			setting( props, 'page', texts.page, texts.pageHelp ),
			el( 'p', {}, texts.menu )
		),
		save: () => null,
	} );
} )( window.wp );
