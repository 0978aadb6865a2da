<?php
/**
 * Removes the settings and what can be made anew; entries stay where they are, and so does the text of the pages they
 * are on.
 *
 * @package Gongkai
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'gongkai' );
delete_post_meta_by_key( 'gongkai_refused' );
delete_metadata( 'user', 0, 'gongkai_notices', '', true );

global $wpdb;
// Transients that lie in another store go by themselves.
$gongkai_kept = $wpdb->get_col( // phpcs:ignore WordPress.DB.DirectDatabaseQuery
	$wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like( '_transient_gongkai_' ) . '%' )
);
foreach ( $gongkai_kept as $gongkai_name ) {
	delete_transient( substr( $gongkai_name, strlen( '_transient_' ) ) );
}
