<?php
/**
 * The names of items and elements, from the compiled packs beside the widgets.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * One item of a pack.
 */
final class Pack {
	/**
	 * Packs of this request.
	 *
	 * @var array<string, array|null>
	 */
	private static array $read = array();

	/**
	 * The item, with `name`, `category` and `fields`.
	 *
	 * @param string $item `DOMAIN/ITEM`.
	 * @return array|null None when there is no such item.
	 */
	public static function item( string $item ): ?array {
		if ( '' === Entry::sanitize_item( $item ) ) {
			return null;
		}
		list( $domain, $id ) = explode( '/', $item );
		foreach ( self::pack( $domain )['items'] ?? array() as $known ) {
			if ( ( $known['id'] ?? '' ) === $id ) {
				return $known;
			}
		}
		return null;
	}

	/**
	 * What to call an item.
	 *
	 * @param string $item `DOMAIN/ITEM`.
	 * @return string
	 */
	public static function name( string $item ): string {
		return (string) ( self::item( $item )['name'] ?? $item );
	}

	/**
	 * The edition of a domain.
	 *
	 * @param string $domain Its id.
	 * @return string
	 */
	public static function edition( string $domain ): string {
		return (string) ( self::pack( $domain )['edition'] ?? '' );
	}

	/**
	 * Reads a pack once.
	 *
	 * @param string $domain Its id.
	 * @return array|null
	 */
	private static function pack( string $domain ): ?array {
		if ( ! array_key_exists( $domain, self::$read ) ) {
			self::$read[ $domain ] = Widgets::document( "packs/$domain.json" );
		}
		return self::$read[ $domain ];
	}
}
