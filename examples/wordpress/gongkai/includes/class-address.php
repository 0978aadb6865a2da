<?php
/**
 * The address of a post, which follows from the title of its entry.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The last part of a pretty address (`post_name`).
 */
final class Address {
	/**
	 * Takes away what WordPress has made of the title that the post had before its entry gave it one.
	 *
	 * Where nothing is left WordPress makes the address of the new title when the post becomes public, as it does for
	 * titles typed by hand.
	 *
	 * @param array $data    Row of the table of posts with the title of the entry, slashed.
	 * @param array $postarr What `wp_insert_post` was called with, slashed.
	 * @return array
	 */
	public static function into( array $data, array $postarr ): array {
		$post_id = (int) ( $postarr['ID'] ?? 0 );
		$given   = $postarr['post_name'] ?? ( $post_id ? get_post_field( 'post_name', $post_id ) : '' );
		// What lies in the trash finds its address again by the name that it got there.
		if ( 'trash' !== $data['post_status'] && ( '' === (string) $given || self::is_of_no_title( $data['post_name'] ) ) ) {
			$data['post_name'] = '';
		}
		return $data;
	}

	/**
	 * Whether it was made of what WordPress calls a post that nobody has given a title yet.
	 *
	 * @param string $name The last part of an address.
	 * @return bool
	 */
	private static function is_of_no_title( string $name ): bool {
		// The words are WordPress's own, and no texts of this plugin.
		$titles = array( 'Auto Draft', translate( 'Auto Draft' ) ); // phpcs:ignore WordPress.WP.I18n.LowLevelTranslationFunction
		$names  = array_map( static fn( $title ) => preg_quote( sanitize_title( $title ), '/' ), $titles );
		return 1 === preg_match( '/^(' . implode( '|', $names ) . ')(-\d+)?$/', $name );
	}
}
