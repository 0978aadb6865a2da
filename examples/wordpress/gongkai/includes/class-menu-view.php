<?php
/**
 * The menu of domains and items: `<gongkai-nav>` around plain links.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The menu.
 */
final class Menu_View {
	/**
	 * The menu of a public page.
	 *
	 * @param int $page The page with the list; 0 for the one of the settings, else the current one.
	 * @return string
	 */
	public static function html( int $page ): string {
		$page = $page ? $page : (int) Settings::get( 'page' );
		$base = (string) get_permalink( $page ? $page : null );
		return self::element( $base . ( str_contains( $base, '?' ) ? '&' : '?' ) . List_View::ITEM . '=', self::links( $base ) );
	}

	/**
	 * The element.
	 *
	 * @param string $address  Address of an item up to `DOMAIN/ITEM`.
	 * @param string $fallback Escaped HTML that stands in while the menu cannot be drawn.
	 * @return string
	 */
	public static function element( string $address, string $fallback ): string {
		wp_enqueue_script( Widgets::HANDLE );
		return sprintf(
			'<gongkai-nav src="%s" href-template="%s" current="%s" lang="%s">%s</gongkai-nav>',
			esc_url( Widgets::url( 'navigation.json' ) ),
			esc_attr( esc_url_raw( $address ) . '{domain}/{item}' ),
			esc_attr( List_View::asked() ),
			esc_attr( Language::of_user() ),
			$fallback
		);
	}

	/**
	 * Links to the items that have public entries.
	 *
	 * @param string $base Address of the list.
	 * @return string
	 */
	private static function links( string $base ): string {
		global $wpdb;
		$items = wp_cache_get( 'items', 'gongkai' );
		if ( ! is_array( $items ) ) {
			$items = $wpdb->get_col( // phpcs:ignore WordPress.DB.DirectDatabaseQuery
				$wpdb->prepare(
					"SELECT DISTINCT meta_value FROM $wpdb->postmeta JOIN $wpdb->posts ON ID = post_id WHERE meta_key = %s AND post_status = 'publish' ORDER BY meta_value",
					Entry::ITEM_META
				)
			);
			wp_cache_set( 'items', $items, 'gongkai', MINUTE_IN_SECONDS );
		}
		$links = '';
		foreach ( array_filter( array_map( array( Entry::class, 'sanitize_item' ), $items ) ) as $item ) {
			$links .= sprintf( '<li><a href="%s">%s</a></li>', esc_url( add_query_arg( List_View::ITEM, $item, $base ) ), esc_html( Pack::name( $item ) ) );
		}
		return '' === $links ? '' : "<ul lang=\"zh-CN\">$links</ul>";
	}
}
