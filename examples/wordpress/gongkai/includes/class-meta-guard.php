<?php
/**
 * Lets no wrong entry take the place of a public one by the fields of its post.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The guard of the field with the entry.
 */
final class Meta_Guard {
	/**
	 * Posts that are being removed with all that they have.
	 *
	 * @var array<int, true>
	 */
	private static array $removed = array();

	/**
	 * Watches every way in which a field can change.
	 */
	public static function hook(): void {
		add_filter( 'add_post_metadata', array( self::class, 'before_add' ), PHP_INT_MAX, 4 );
		add_filter( 'update_post_metadata', array( self::class, 'before_change' ), PHP_INT_MAX, 4 );
		add_filter( 'delete_post_metadata', array( self::class, 'before_delete' ), PHP_INT_MAX, 3 );
		add_filter( 'update_post_metadata_by_mid', array( self::class, 'before_change_of_row' ), PHP_INT_MAX, 3 );
		add_filter( 'delete_post_metadata_by_mid', array( self::class, 'before_delete_of_row' ), PHP_INT_MAX, 2 );
		add_action( 'before_delete_post', array( self::class, 'remove_all' ) );
		add_action( 'added_post_meta', array( self::class, 'after_change' ), 10, 4 );
		add_action( 'updated_post_meta', array( self::class, 'after_change' ), 10, 4 );
		add_action( 'deleted_post_meta', array( self::class, 'after_delete' ), 10, 3 );
	}

	/**
	 * A post has one entry.
	 *
	 * @param null|bool $check   What others say.
	 * @param int       $post_id The post.
	 * @param string    $key     Name of the field.
	 * @param mixed     $value   Unslashed.
	 * @return null|bool
	 */
	public static function before_add( $check, $post_id, $key, $value ) {
		if ( Entry::META === $key && '' !== Entry::stored( $post_id ) ) {
			return false;
		}
		return self::before_change( $check, $post_id, $key, $value );
	}

	/**
	 * Before the field is written.
	 *
	 * @param null|bool $check   What others say.
	 * @param int       $post_id The post.
	 * @param string    $key     Name of the field.
	 * @param mixed     $value   Unslashed.
	 * @return null|bool
	 */
	public static function before_change( $check, $post_id, $key, $value ) {
		return Entry::META !== $key || self::admits( (int) $post_id, $value ) ? $check : false;
	}

	/**
	 * Before the field is removed.
	 *
	 * @param null|bool $check   What others say.
	 * @param int       $post_id The post.
	 * @param string    $key     Name of the field.
	 * @return null|bool
	 */
	public static function before_delete( $check, $post_id, $key ) {
		return Entry::META === $key && self::is_live( (int) $post_id ) ? false : $check;
	}

	/**
	 * Before a row is written.
	 *
	 * @param null|bool $check What others say.
	 * @param int       $row   Its number.
	 * @param mixed     $value Unslashed.
	 * @return null|bool
	 */
	public static function before_change_of_row( $check, $row, $value ) {
		$meta = get_metadata_by_mid( 'post', $row );
		return $meta ? self::before_change( $check, (int) $meta->post_id, $meta->meta_key, $value ) : $check;
	}

	/**
	 * Before a row is removed.
	 *
	 * @param null|bool $check What others say.
	 * @param int       $row   Its number.
	 * @return null|bool
	 */
	public static function before_delete_of_row( $check, $row ) {
		$meta = get_metadata_by_mid( 'post', $row );
		return $meta ? self::before_delete( $check, (int) $meta->post_id, $meta->meta_key ) : $check;
	}

	/**
	 * The whole post goes.
	 *
	 * @param int $post_id The post.
	 */
	public static function remove_all( $post_id ): void {
		self::$removed[ (int) $post_id ] = true;
	}

	/**
	 * Notes the item and brings title and text of the post up to date.
	 *
	 * @param int    $row     Its number.
	 * @param int    $post_id The post.
	 * @param string $key     Name of the field.
	 * @param mixed  $value   Unslashed.
	 */
	public static function after_change( $row, $post_id, $key, $value ): void {
		if ( Entry::META !== $key ) {
			return;
		}
		$entry = is_string( $value ) ? Entry::parse( $value ) : null;
		update_post_meta( $post_id, Entry::ITEM_META, $entry ? $entry->item() : '' );
		Refusal::outdate( (int) $post_id, (string) $value );
		Snapshot::refresh( (int) $post_id, (string) $value );
	}

	/**
	 * Without an entry there is no item.
	 *
	 * @param int[]  $rows    Their numbers.
	 * @param int    $post_id The post.
	 * @param string $key     Name of the field.
	 */
	public static function after_delete( $rows, $post_id, $key ): void {
		if ( Entry::META === $key ) {
			delete_post_meta( $post_id, Entry::ITEM_META );
		}
	}

	/**
	 * Whether the post may have this entry.
	 *
	 * @param int   $post_id The post.
	 * @param mixed $value   Unslashed.
	 * @return bool
	 */
	private static function admits( int $post_id, $value ): bool {
		if ( ! is_string( $value ) ) {
			return false;
		}
		$stored = Entry::stored( $post_id );
		$value  = Entry::normalize( $value );
		if ( ! self::is_live( $post_id ) || $stored === $value ) {
			return true;
		}
		$verdict = Judge::verdict( $value );
		if ( $verdict->allows() ) {
			return true;
		}
		if ( '' !== $stored ) {
			Refusal::store( $post_id, $value, $verdict );
			return false;
		}
		// It was public without an entry, as importers do it: first the post, then its fields.
		Refusal::withdraw( $post_id, $value, $verdict );
		return true;
	}

	/**
	 * Whether citizens can see the post, and will.
	 *
	 * @param int $post_id The post.
	 * @return bool
	 */
	private static function is_live( int $post_id ): bool {
		return ! isset( self::$removed[ $post_id ] ) && Guard::is_public( $post_id );
	}
}
