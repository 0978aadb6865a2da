<?php
/**
 * Where the built widgets are: in the plugin's folder `assets/dist`, or at an address of their own.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The folder of the widgets.
 */
final class Widgets {
	const HANDLE = 'gongkai-widgets';

	/**
	 * Registers the script that defines the elements.
	 */
	public static function hook(): void {
		add_action( 'init', array( self::class, 'register' ) );
		add_filter( 'script_loader_tag', array( self::class, 'as_module' ), 10, 3 );
	}

	/**
	 * Registers; whoever shows an element enqueues.
	 */
	public static function register(): void {
		wp_register_script( self::HANDLE, self::url( 'gongkai.js' ), array(), VERSION, true );
		wp_register_style( 'gongkai-public', plugins_url( 'assets/public.css', PLUGIN ), array(), VERSION );
	}

	/**
	 * The script is a module.
	 *
	 * @param string $tag    The element.
	 * @param string $handle Name of the script.
	 * @param string $source Its address.
	 * @return string
	 */
	public static function as_module( $tag, $handle, $source ): string {
		// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript
		return self::HANDLE === $handle ? '<script type="module" src="' . esc_url( $source ) . '"></script>' . "\n" : $tag;
	}

	/**
	 * The address of a file.
	 *
	 * @param string $file Its path below the folder.
	 * @return string
	 */
	public static function url( string $file ): string {
		$base = Settings::get( 'widgets' );
		return '' === $base ? plugins_url( "assets/dist/$file", PLUGIN ) : untrailingslashit( $base ) . "/$file";
	}

	/**
	 * A document of the folder.
	 *
	 * @param string $file Its path below the folder.
	 * @return array|null None when it cannot be had.
	 */
	public static function document( string $file ): ?array {
		$local = plugin_dir_path( PLUGIN ) . "assets/dist/$file";
		if ( '' === Settings::get( 'widgets' ) ) {
			$text = is_readable( $local ) ? file_get_contents( $local ) : '';
		} else {
			$text = self::fetched( self::url( $file ) );
		}
		$document = json_decode( (string) $text, true );
		return is_array( $document ) ? $document : null;
	}

	/**
	 * A document from another address, kept for an hour; that there is none is kept for a minute.
	 *
	 * @param string $url Its address.
	 * @return string
	 */
	private static function fetched( string $url ): string {
		$key  = 'gongkai_' . md5( $url );
		$text = get_transient( $key );
		if ( ! is_string( $text ) ) {
			$answer = wp_remote_get( $url, array( 'timeout' => 5 ) );
			$text   = 200 === wp_remote_retrieve_response_code( $answer ) ? wp_remote_retrieve_body( $answer ) : '';
			set_transient( $key, $text, '' === $text ? MINUTE_IN_SECONDS : HOUR_IN_SECONDS );
		}
		return $text;
	}
}
