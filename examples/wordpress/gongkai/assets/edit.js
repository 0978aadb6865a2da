// Drafts may hold anything: only the button that publishes is held back by the form.
document.addEventListener( 'DOMContentLoaded', () => {
	const form = document.querySelector( 'gongkai-form[for="gongkai-entry"]' );
	if ( ! form ) {
		return;
	}
	const drafts = [ '#save-post' ];
	if ( form.dataset.mayPublish === '0' ) {
		drafts.push( '#publish' ); // it asks for a review
	}
	for ( const button of document.querySelectorAll( drafts.join( ',' ) ) ) {
		button.formNoValidate = true;
	}
} );
