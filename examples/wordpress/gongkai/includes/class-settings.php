<?php
/**
 * What the site has laid down for this plugin.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * One option with all settings.
 */
final class Settings {
	const OPTION = 'gongkai';

	const DEFAULTS = array(
		'sidecar'   => '',
		'command'   => '',
		'widgets'   => '',
		'post_type' => 'post',
		'page'      => 0,
		'publisher' => '',
		'region'    => '',
		// When they were saved last; what is kept of earlier answers counts no more.
		'saved'     => 0,
	);

	/**
	 * A setting; constants in `wp-config.php` (`GONGKAI_SIDECAR`, `GONGKAI_COMMAND`, `GONGKAI_WIDGETS`) go first.
	 *
	 * @param string $name Its name.
	 * @return string
	 */
	public static function get( string $name ): string {
		$constant = 'GONGKAI_' . strtoupper( $name );
		if ( defined( $constant ) ) {
			return (string) constant( $constant );
		}
		$all = get_option( self::OPTION, array() );
		return (string) ( is_array( $all ) && isset( $all[ $name ] ) ? $all[ $name ] : self::DEFAULTS[ $name ] );
	}

	/**
	 * Whether the setting stands in `wp-config.php` and cannot be changed here.
	 *
	 * @param string $name Its name.
	 * @return bool
	 */
	public static function is_fixed( string $name ): bool {
		return defined( 'GONGKAI_' . strtoupper( $name ) );
	}

	/**
	 * The post type of new entries.
	 *
	 * @return string
	 */
	public static function post_type(): string {
		$type = self::get( 'post_type' );
		return post_type_exists( $type ) ? $type : 'post';
	}

	/**
	 * Takes what an administrator has typed.
	 *
	 * @param mixed $typed Posted values by name.
	 * @return array<string, string|int>
	 */
	public static function sanitize( $typed ): array {
		$typed = is_array( $typed ) ? $typed : array();
		$text  = static fn( string $name ): string => sanitize_text_field( (string) ( $typed[ $name ] ?? '' ) );
		$type  = sanitize_key( $typed['post_type'] ?? 'post' );
		$page  = absint( $typed['page'] ?? 0 );
		return array(
			'sidecar'   => untrailingslashit( esc_url_raw( $text( 'sidecar' ), array( 'http', 'https' ) ) ),
			'command'   => self::sanitize_command( $text( 'command' ) ),
			'widgets'   => untrailingslashit( esc_url_raw( $text( 'widgets' ), array( 'http', 'https' ) ) ),
			'post_type' => in_array( $type, get_post_types( array( 'public' => true ) ), true ) ? $type : 'post',
			'page'      => 'page' === get_post_type( $page ) ? $page : 0,
			'publisher' => $text( 'publisher' ),
			'region'    => preg_match( '/^\d{6}$/', $text( 'region' ) ) ? $text( 'region' ) : '',
			'saved'     => time(),
		);
	}

	/**
	 * Only a program of this name can be run, so that the setting is no way to run another one.
	 *
	 * @param string $path Absolute path.
	 * @return string
	 */
	private static function sanitize_command( string $path ): string {
		if ( '' === $path ) {
			return '';
		}
		if ( ! wp_is_file_mod_allowed( 'gongkai_command' ) ) {
			add_settings_error( self::OPTION, 'command', __( 'This site allows no programs to be set here; define GONGKAI_COMMAND in wp-config.php.', 'gongkai' ) );
			return '';
		}
		$is_named = in_array( strtolower( wp_basename( $path ) ), array( 'gongkai', 'gongkai.exe' ), true );
		if ( ! $is_named || ! path_is_absolute( $path ) || ! is_executable( $path ) ) {
			add_settings_error( self::OPTION, 'command', __( 'The command must be the absolute path of an executable file named gongkai.', 'gongkai' ) );
			return '';
		}
		return $path;
	}
}
