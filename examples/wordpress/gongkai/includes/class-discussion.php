<?php
/**
 * Comments and pings: closed for new entries, which are no posts of a blog; whoever opens them on purpose can.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * What a new entry begins with.
 */
final class Discussion {
	/**
	 * Editors begin on the edit screen, programs by storing.
	 */
	public static function hook(): void {
		add_filter( 'get_default_comment_status', array( self::class, 'on_screen' ) );
		add_filter( 'wp_insert_post_data', array( self::class, 'before_insert' ), PHP_INT_MAX, 2 );
	}

	/**
	 * A screen that is opened for an entry comes without the ticks, which can be set.
	 *
	 * @param string $status What the site has laid down for posts.
	 * @return string
	 */
	public static function on_screen( $status ): string {
		return null === Pack::item( New_Entry_Page::chosen() ) ? $status : 'closed';
	}

	/**
	 * A post that is stored with an entry from its beginning.
	 *
	 * @param array $data    Row of the table of posts, slashed.
	 * @param array $postarr What `wp_insert_post` was called with, slashed.
	 * @return array
	 */
	public static function before_insert( $data, $postarr ): array {
		if ( empty( $postarr['ID'] ) && 'revision' !== $data['post_type'] && '' !== Incoming::text( 0, $postarr ) ) {
			foreach ( array( 'comment_status', 'ping_status' ) as $status ) {
				$data[ $status ] = empty( $postarr[ $status ] ) ? 'closed' : $data[ $status ];
			}
		}
		return $data;
	}
}
