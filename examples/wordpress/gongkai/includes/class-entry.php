<?php
/**
 * An entry (`gongkai-entry/1`) and where a post keeps it.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * One entry, read from JSON.
 */
final class Entry {
	/** The entry as plain JSON. */
	const META = 'gongkai_entry';
	/** `DOMAIN/ITEM` of the entry, to find those of an item. */
	const ITEM_META = 'gongkai_item';

	/** An entry has few levels; what has more is none. */
	const DEPTH = 64;

	/**
	 * Keeps what was read.
	 *
	 * @param \stdClass $data The entry.
	 */
	private function __construct( public readonly \stdClass $data ) {}

	/**
	 * Makes the entry known to WordPress.
	 */
	public static function hook(): void {
		add_action( 'init', array( self::class, 'register' ), 20 );
		add_filter( 'is_protected_meta', array( self::class, 'protect' ), 10, 2 );
	}

	/**
	 * Entries are part of the posts in the REST API: those of public posts are open data.
	 */
	public static function register(): void {
		register_meta(
			'post',
			self::META,
			array(
				'type'              => 'string',
				'description'       => 'gongkai-entry/1',
				'single'            => true,
				'sanitize_callback' => array( self::class, 'normalize' ),
				'auth_callback'     => static fn( $allowed, $key, $post_id ) => current_user_can( 'edit_post', $post_id ),
				'show_in_rest'      => true,
			)
		);
	}

	/**
	 * The box of custom fields shows them only once the plugin is gone.
	 *
	 * @param bool   $is_protected What others say.
	 * @param string $key          Name of the field.
	 * @return bool
	 */
	public static function protect( $is_protected, $key ): bool {
		return $is_protected || in_array( $key, array( self::META, self::ITEM_META, Refusal::META ), true );
	}

	/**
	 * Reads an entry.
	 *
	 * @param string $text JSON.
	 * @return self|null None when it is no JSON object.
	 */
	public static function parse( string $text ): ?self {
		$data = json_decode( $text, false, self::DEPTH );
		return $data instanceof \stdClass ? new self( $data ) : null;
	}

	/**
	 * One spelling for what is judged, stored and shown; what is no entry stays as it was typed.
	 *
	 * @param mixed $text JSON.
	 * @return string
	 */
	public static function normalize( $text ): string {
		$text  = is_string( $text ) ? wp_check_invalid_utf8( $text ) : '';
		$entry = self::parse( $text );
		$json  = $entry ? wp_json_encode( $entry->data, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION, self::DEPTH ) : false;
		return false === $json ? trim( $text ) : $json;
	}

	/**
	 * What a post has stored.
	 *
	 * @param int $post_id The post.
	 * @return string Empty when the post has no entry.
	 */
	public static function stored( int $post_id ): string {
		$text = $post_id ? get_post_meta( $post_id, self::META, true ) : '';
		return is_string( $text ) ? $text : '';
	}

	/**
	 * A text of the entry.
	 *
	 * @param string $key Name of the property.
	 * @return string Empty when there is none.
	 */
	public function text( string $key ): string {
		$value = $this->data->$key ?? '';
		return is_string( $value ) ? trim( $value ) : '';
	}

	/**
	 * `DOMAIN/ITEM`.
	 *
	 * @return string
	 */
	public function item(): string {
		return $this->text( 'pack' ) . '/' . $this->text( 'item' );
	}

	/**
	 * `DOMAIN/ITEM` as somebody asks for it.
	 *
	 * @param string $asked A parameter of an address.
	 * @return string Empty when it cannot be one.
	 */
	public static function sanitize_item( string $asked ): string {
		return preg_match( '#^[a-z0-9-]+/[a-z0-9-]+$#', $asked ) ? $asked : '';
	}
}
