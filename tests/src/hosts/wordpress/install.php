<?php
/**
 * Installs a fresh WordPress with the plugin, accounts and the public page, as the README has a person do it.
 */

define( 'WP_INSTALLING', true );
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// Nobody is written to.
function wp_new_blog_notification() {}

$password = getenv( 'GONGKAI_PASSWORD' );
wp_install( '示例县人民政府', 'administrator', 'administrator@example.org', false, '', $password, 'zh_CN' );
update_option( 'timezone_string', 'Asia/Shanghai' );
update_option( 'WPLANG', 'zh_CN' );
// They come from elsewhere.
update_option( 'show_avatars', 0 );
foreach ( array( 'editor', 'contributor' ) as $role ) {
	$user = wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => $password,
			'user_email' => "$role@example.org",
			'role'       => $role,
		)
	);
	// What WordPress tells newcomers would lie on top of the page.
	update_user_meta( $user, 'show_welcome_panel', 0 );
	update_user_meta( $user, 'dismissed_wp_pointers', 'theme_editor_notice,plugin_editor_notice' );
}

$failed = activate_plugin( 'gongkai/gongkai.php' );
if ( is_wp_error( $failed ) ) {
	fwrite( STDERR, $failed->get_error_message() );
	exit( 1 );
}
$page = wp_insert_post(
	array(
		'post_type'    => 'page',
		'post_status'  => 'publish',
		'post_title'   => '政务公开',
		'post_content' => "<!-- wp:gongkai/list /-->\n\n<!-- wp:gongkai/menu /-->",
	)
);
update_option(
	'gongkai',
	array(
		'sidecar'   => (string) getenv( 'GONGKAI_SIDECAR' ),
		'post_type' => 'post',
		'page'      => $page,
		'publisher' => '武陵区教育局',
	)
);
echo get_permalink( $page ), "\n";
