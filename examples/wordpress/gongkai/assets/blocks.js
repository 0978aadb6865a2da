// The blocks in the editor: what the server draws, with the few settings that they have.
( ( { blocks, blockEditor, components, element, i18n, serverSideRender: ServerSideRender } ) => {
	const { createElement: el, Fragment, RawHTML } = element;
	const { __ } = i18n;

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
		edit: ( props ) => wrapped( el( RawHTML, {}, props.attributes.content || __( 'The entry of this post.', 'gongkai' ) ) ),
		save: () => null,
	} );

	blocks.registerBlockType( 'gongkai/list', {
		edit: ( props ) => wrapped(
			setting( props, 'item', __( 'Item', 'gongkai' ), __( 'DOMAIN/ITEM; empty for the one that the reader chose in the menu.', 'gongkai' ) ),
			el( 'p', {}, props.attributes.item || __( 'List of the item that the reader chose in the menu.', 'gongkai' ) ),
			props.attributes.item ? drawn( 'gongkai/list', props ) : null
		),
		save: () => null,
	} );

	blocks.registerBlockType( 'gongkai/menu', {
		edit: ( props ) => wrapped(
			setting( props, 'page', __( 'Page of the list', 'gongkai' ), __( 'Number of the page; empty for the one of the settings.', 'gongkai' ) ),
			el( Fragment, {}, el( 'p', {}, __( 'Menu of domains and items.', 'gongkai' ) ) )
		),
		save: () => null,
	} );
} )( window.wp );
