<?php
/**
 * Lets no post with a wrong entry become public, whichever way leads there.
 *
 * All ways but one go through `wp_insert_post`; the other, `wp_publish_post`, is watched by what it announces.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The guard of posts.
 */
final class Guard {
	/**
	 * Stands as the last one before the database.
	 */
	public static function hook(): void {
		add_filter( 'wp_insert_post_empty_content', array( self::class, 'is_empty' ), PHP_INT_MAX, 2 );
		add_filter( 'wp_insert_post_data', array( self::class, 'before_insert' ), PHP_INT_MAX, 2 );
		add_action( 'save_post', array( self::class, 'store_posted' ), 20, 2 );
		// WordPress publishes what is scheduled at 10.
		add_action( 'publish_future_post', array( self::class, 'before_scheduled' ), 1 );
		add_action( 'transition_post_status', array( self::class, 'after_transition' ), 0, 3 );
	}

	/**
	 * Whether citizens can see posts of this status.
	 *
	 * @param string $status A post status.
	 * @return bool
	 */
	public static function is_live( string $status ): bool {
		$object = get_post_status_object( $status );
		return null !== $object && $object->public;
	}

	/**
	 * Whether citizens can see this post.
	 *
	 * @param int $post_id The post, 0 for a new one.
	 * @return bool
	 */
	public static function is_public( int $post_id ): bool {
		return $post_id && self::is_live( (string) get_post_status( $post_id ) );
	}

	/**
	 * Why this entry may not be published with this status.
	 *
	 * @param int    $post_id The post, 0 for a new one.
	 * @param string $entry   JSON; empty for a post without an entry.
	 * @param string $status  The status to come.
	 * @return Verdict|null None when it may, or when nothing is published.
	 */
	public static function objection( int $post_id, string $entry, string $status ): ?Verdict {
		if ( '' === $entry || ! ( self::is_live( $status ) || 'future' === $status ) ) {
			return null;
		}
		if ( self::is_public( $post_id ) && Entry::stored( $post_id ) === $entry ) {
			return null;
		}
		$verdict = Judge::verdict( $entry );
		return $verdict->allows() ? null : $verdict;
	}

	/**
	 * A post whose title and text are made of its entry is not empty.
	 *
	 * @param bool  $is_empty What WordPress says.
	 * @param array $postarr  Slashed.
	 * @return bool
	 */
	public static function is_empty( $is_empty, $postarr ): bool {
		return $is_empty && '' === Incoming::text( (int) ( $postarr['ID'] ?? 0 ), $postarr );
	}

	/**
	 * Holds a post back whose entry is wrong, and gives those with an entry their title, text and address.
	 *
	 * @param array $data    Row of the table of posts, slashed.
	 * @param array $postarr What `wp_insert_post` was called with, slashed.
	 * @return array
	 */
	public static function before_insert( $data, $postarr ): array {
		if ( in_array( $data['post_type'], array( 'revision', 'attachment' ), true ) ) {
			return $data;
		}
		$post_id = (int) ( $postarr['ID'] ?? 0 );
		$entry   = Incoming::text( $post_id, $postarr );
		if ( '' === $entry ) {
			return $data;
		}
		$verdict = self::objection( $post_id, $entry, $data['post_status'] );
		if ( $verdict ) {
			Refusal::note( $post_id, $entry, $verdict );
			$before = $post_id ? get_post( $post_id, ARRAY_A ) : null;
			$status = $before['post_status'] ?? 'draft';
			if ( self::is_live( $status ) ) {
				// What is public stays as it was.
				return array_merge( $data, wp_slash( array_intersect_key( $before, $data ) ) );
			}
			$data['post_status'] = in_array( $status, array( 'pending', 'private' ), true ) ? $status : 'draft';
		} elseif ( self::is_live( $data['post_status'] ) ) {
			Refusal::forget( $post_id );
		}
		return Address::into( Snapshot::into( $data, $entry ), $postarr );
	}

	/**
	 * Stores what the edit screen has posted.
	 *
	 * @param int      $post_id The post.
	 * @param \WP_Post $post    The same.
	 */
	public static function store_posted( $post_id, $post ): void {
		Incoming::settle();
		$posted = 'revision' === $post->post_type ? null : Incoming::posted( $post_id );
		if ( null !== $posted && ! ( Refusal::is_noted( $post_id ) && self::is_live( $post->post_status ) ) ) {
			update_post_meta( $post_id, Entry::META, wp_slash( $posted ) );
		}
	}

	/**
	 * The hour of a scheduled post has come; the day of its check may be long ago.
	 *
	 * @param int $post_id The post.
	 */
	public static function before_scheduled( $post_id ): void {
		$entry   = Entry::stored( (int) $post_id );
		$verdict = 'future' === get_post_status( $post_id ) ? self::objection( (int) $post_id, $entry, 'publish' ) : null;
		if ( $verdict ) {
			Refusal::withdraw( (int) $post_id, $entry, $verdict );
		}
	}

	/**
	 * `wp_publish_post` writes the status past all filters.
	 *
	 * @param string   $status The new status.
	 * @param string   $before The old one.
	 * @param \WP_Post $post   The post.
	 */
	public static function after_transition( $status, $before, $post ): void {
		if ( ! self::is_live( $status ) || self::is_live( $before ) ) {
			return;
		}
		$entry   = Incoming::text( $post->ID );
		$verdict = '' === $entry ? null : Judge::verdict( $entry );
		if ( $verdict && ! $verdict->allows() ) {
			Refusal::withdraw( $post->ID, $entry, $verdict );
		}
	}
}
