<?php
/**
 * Plugin Name: 基层政务公开 Gongkai
 * Description: Entries of the national guidelines for grassroots disclosure: a form for editors, a check on the server before anything is published, and readable public pages.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 8.1
 * License: Apache-2.0
 * Text Domain: gongkai
 * Domain Path: /languages
 *
 * @package Gongkai
 */

namespace Gongkai;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const PLUGIN  = __FILE__;

foreach ( array(
	'language',
	'settings',
	'entry',
	'verdict',
	'sidecar',
	'command',
	'judge',
	'incoming',
	'refusal',
	'guard',
	'meta-guard',
	'rest-guard',
	'rest-routes',
	'widgets',
	'pack',
	'reading',
	'value-view',
	'entry-view',
	'snapshot',
	'address',
	'discussion',
	'list-view',
	'menu-view',
	'blocks',
	'settings-page',
	'new-entry-page',
	'edit-screen',
) as $gongkai_name ) {
	require_once __DIR__ . "/includes/class-$gongkai_name.php";
}
unset( $gongkai_name );

add_action(
	'init',
	static function () {
		load_plugin_textdomain( 'gongkai', false, dirname( plugin_basename( PLUGIN ) ) . '/languages' );
	},
	1
);

foreach ( array(
	Entry::class,
	Guard::class,
	Meta_Guard::class,
	Rest_Guard::class,
	Rest_Routes::class,
	Refusal::class,
	Widgets::class,
	Snapshot::class,
	Discussion::class,
	Blocks::class,
	Settings_Page::class,
	New_Entry_Page::class,
	Edit_Screen::class,
) as $gongkai_class ) {
	$gongkai_class::hook();
}
unset( $gongkai_class );
