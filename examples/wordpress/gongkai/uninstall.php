<?php
/**
 * Removes the settings; entries stay where they are, and so does the text of the pages they are on.
 *
 * @package Gongkai
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'gongkai' );
delete_post_meta_by_key( 'gongkai_refused' );
delete_metadata( 'user', 0, 'gongkai_notices', '', true );
