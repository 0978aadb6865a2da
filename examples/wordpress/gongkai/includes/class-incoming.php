<?php
/**
 * The entry that a request brings along for a post, before it is stored.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * What is on its way.
 */
final class Incoming {
	/** Name of the field of the edit screen. */
	const FIELD = 'gongkai_entry';
	/** Name of its nonce. */
	const NONCE = 'gongkai_nonce';

	/**
	 * Entries that REST requests bring, by post; 0 is the one that is being created.
	 *
	 * @var array<int, string>
	 */
	private static array $announced = array();

	/**
	 * Says what a request is about to store.
	 *
	 * @param int    $post_id The post, 0 for a new one.
	 * @param string $entry   JSON.
	 */
	public static function announce( int $post_id, string $entry ): void {
		self::$announced[ $post_id ] = Entry::normalize( $entry );
	}

	/**
	 * The new post is stored: what comes next is another one.
	 */
	public static function settle(): void {
		unset( self::$announced[0] );
	}

	/**
	 * The entry that the post will have.
	 *
	 * @param int   $post_id The post, 0 for a new one.
	 * @param array $postarr What `wp_insert_post` was called with, slashed.
	 * @return string Empty when it will have none.
	 */
	public static function text( int $post_id, array $postarr = array() ): string {
		$given = $postarr['meta_input'][ Entry::META ] ?? null;
		if ( is_string( $given ) ) {
			return Entry::normalize( wp_unslash( $given ) );
		}
		return self::$announced[ $post_id ] ?? self::posted( $post_id ) ?? Entry::stored( $post_id );
	}

	/**
	 * The entry that the edit screen of this post has posted.
	 *
	 * @param int $post_id The post.
	 * @return string|null None when it has not.
	 */
	public static function posted( int $post_id ): ?string {
		$nonce = isset( $_POST[ self::NONCE ] ) ? sanitize_text_field( wp_unslash( $_POST[ self::NONCE ] ) ) : '';
		if ( ! $post_id || ! isset( $_POST['post_ID'], $_POST[ self::FIELD ] ) || absint( $_POST['post_ID'] ) !== $post_id ) {
			return null;
		}
		if ( ! wp_verify_nonce( $nonce, self::action( $post_id ) ) || ! current_user_can( 'edit_post', $post_id ) ) {
			return null;
		}
		// JSON is read and written anew; markup in it is text, and escaped wherever it is shown.
		$text = Entry::normalize( wp_unslash( $_POST[ self::FIELD ] ) ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized
		// A field that was emptied is an entry without anything, not a post without an entry.
		return '' === $text ? '{}' : $text;
	}

	/**
	 * What the nonce of the edit screen is for.
	 *
	 * @param int $post_id The post.
	 * @return string
	 */
	public static function action( int $post_id ): string {
		return 'gongkai_entry_' . $post_id;
	}
}
