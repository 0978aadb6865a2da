<?php
/**
 * The page on which administrators set the plugin up.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * Settings, and how the connection stands.
 */
final class Settings_Page {
	const SLUG = 'gongkai';

	/**
	 * Registers page and option.
	 */
	public static function hook(): void {
		add_action( 'admin_init', array( self::class, 'register' ) );
		add_action( 'admin_menu', array( self::class, 'add' ) );
		add_action( 'admin_post_gongkai_page', array( self::class, 'create_page' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( PLUGIN ), array( self::class, 'link' ) );
	}

	/**
	 * The option, its section and its fields.
	 */
	public static function register(): void {
		register_setting(
			self::SLUG,
			Settings::OPTION,
			array(
				'type'              => 'object',
				'sanitize_callback' => array( Settings::class, 'sanitize' ),
				'default'           => array(),
			)
		);
		add_settings_section( 'main', '', '__return_empty_string', self::SLUG );
		$fields = array(
			'sidecar'   => array( __( 'Address of the sidecar', 'gongkai' ), __( 'Where gongkai serve listens, such as http://127.0.0.1:8054. It goes before the command.', 'gongkai' ) ),
			'command'   => array( __( 'Path of the command', 'gongkai' ), __( 'Absolute path of the program gongkai, for sites without a sidecar.', 'gongkai' ) ),
			'widgets'   => array( __( 'Address of the widgets', 'gongkai' ), __( 'Folder with gongkai.js, such as http://127.0.0.1:8054/dist; citizens have to reach it. Empty when it lies in assets/dist of the plugin.', 'gongkai' ) ),
			'post_type' => array( __( 'Entries are', 'gongkai' ), '' ),
			'page'      => array( __( 'Public page', 'gongkai' ), __( 'The page with the blocks for menu and list.', 'gongkai' ) ),
			'publisher' => array( __( 'Publisher of new entries', 'gongkai' ), '' ),
			'region'    => array( __( 'Region code of new entries', 'gongkai' ), __( 'Six digits.', 'gongkai' ) ),
		);
		foreach ( $fields as $name => list( $label, $help ) ) {
			$arguments = array(
				'name'      => $name,
				'help'      => $help,
				'label_for' => "gongkai-$name",
			);
			add_settings_field( $name, $label, array( self::class, 'field' ), self::SLUG, 'main', $arguments );
		}
	}

	/**
	 * The page stands below the general settings.
	 */
	public static function add(): void {
		add_options_page( __( 'Government disclosure', 'gongkai' ), __( 'Government disclosure', 'gongkai' ), 'manage_options', self::SLUG, array( self::class, 'show' ) );
	}

	/**
	 * A link to it in the list of plugins.
	 *
	 * @param string[] $links Those that are there.
	 * @return string[]
	 */
	public static function link( $links ): array {
		$url = admin_url( 'options-general.php?page=' . self::SLUG );
		array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $url ), esc_html__( 'Settings', 'gongkai' ) ) );
		return $links;
	}

	/**
	 * One field.
	 *
	 * @param array{name: string, help: string} $arguments Which one.
	 */
	public static function field( $arguments ): void {
		$name  = $arguments['name'];
		$field = Settings::OPTION . "[$name]";
		$value = Settings::get( $name );
		if ( 'page' === $name ) {
			wp_dropdown_pages(
				array(
					'id'               => 'gongkai-page',
					'name'             => esc_attr( $field ),
					'selected'         => (int) $value,
					'show_option_none' => esc_html__( '— none —', 'gongkai' ),
				)
			);
		} elseif ( 'post_type' === $name ) {
			printf( '<select id="gongkai-post_type" name="%s">', esc_attr( $field ) );
			foreach ( get_post_types( array( 'public' => true ), 'objects' ) as $type ) {
				if ( 'attachment' !== $type->name ) {
					printf( '<option value="%s"%s>%s</option>', esc_attr( $type->name ), selected( $value, $type->name, false ), esc_html( $type->labels->name ) );
				}
			}
			echo '</select>';
		} else {
			printf( '<input type="text" class="regular-text" id="gongkai-%1$s" name="%2$s" value="%3$s"%4$s>', esc_attr( $name ), esc_attr( $field ), esc_attr( $value ), disabled( Settings::is_fixed( $name ), true, false ) );
		}
		if ( '' !== $arguments['help'] ) {
			printf( '<p class="description">%s</p>', esc_html( $arguments['help'] ) );
		}
	}

	/**
	 * The page.
	 */
	public static function show(): void {
		printf( '<div class="wrap"><h1>%s</h1>', esc_html( get_admin_page_title() ) );
		self::state();
		echo '<form method="post" action="options.php">';
		settings_fields( self::SLUG );
		do_settings_sections( self::SLUG );
		submit_button();
		printf( '<p class="description">%s</p></form>', esc_html__( 'Save after every update of the sidecar or the command, too: what citizens read is then made anew.', 'gongkai' ) );
		$page = (int) Settings::get( 'page' );
		if ( $page ) {
			printf( '<p><a class="button" href="%s">%s</a></p>', esc_url( (string) get_permalink( $page ) ), esc_html__( 'Look at the public page', 'gongkai' ) );
		} else {
			printf( '<form method="post" action="%s"><input type="hidden" name="action" value="gongkai_page">', esc_url( admin_url( 'admin-post.php' ) ) );
			wp_nonce_field( 'gongkai_page' );
			submit_button( __( 'Create the public page', 'gongkai' ), 'secondary', 'create', false );
			echo '</form>';
		}
		echo '</div>';
	}

	/**
	 * Whether the server side can be asked, and whether the widgets are there.
	 */
	private static function state(): void {
		$judge = Judge::who();
		$lines = array(
			array(
				null !== $judge && $judge->is_there(),
				__( 'Entries can be checked on the server.', 'gongkai' ),
				__( 'Entries cannot be checked on the server, so nothing can be published: neither the sidecar nor the command answers.', 'gongkai' ),
			),
			array(
				null !== Widgets::document( 'navigation.json' ),
				__( 'The widgets are there.', 'gongkai' ),
				__( 'The widgets are missing: copy the folder dist to assets/dist of the plugin, or give its address.', 'gongkai' ),
			),
		);
		foreach ( $lines as list( $is_fine, $fine, $wrong ) ) {
			printf( '<div class="notice inline notice-%s"><p>%s</p></div>', $is_fine ? 'success' : 'error', esc_html( $is_fine ? $fine : $wrong ) );
		}
	}

	/**
	 * Creates the page with menu and list, and notes it.
	 */
	public static function create_page(): void {
		check_admin_referer( 'gongkai_page' );
		if ( ! current_user_can( 'manage_options' ) || ! current_user_can( 'publish_pages' ) ) {
			wp_die( esc_html__( 'You are not allowed to do this.', 'gongkai' ), '', array( 'response' => 403 ) );
		}
		$page = wp_insert_post(
			array(
				'post_type'    => 'page',
				'post_status'  => 'publish',
				'post_title'   => __( 'Government disclosure', 'gongkai' ),
				'post_content' => "<!-- wp:gongkai/list /-->\n\n<!-- wp:gongkai/menu /-->",
			)
		);
		update_option( Settings::OPTION, array( 'page' => $page ) + (array) get_option( Settings::OPTION, array() ) );
		wp_safe_redirect( admin_url( 'options-general.php?page=' . self::SLUG ) );
		exit;
	}
}
