<?php
/**
 * The public entries of an item as a list, readable without scripts.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The list of an item.
 */
final class List_View {
	const PER_PAGE = 50;
	/** Parameter of the address: `DOMAIN/ITEM`. */
	const ITEM = 'gongkai_item';
	/** Parameter of the address: which page of the list. */
	const PAGE = 'gongkai_page';

	/**
	 * The item that the reader has asked for by the address.
	 *
	 * @return string Empty when none.
	 */
	public static function asked(): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended
		return isset( $_GET[ self::ITEM ] ) ? Entry::sanitize_item( sanitize_text_field( wp_unslash( $_GET[ self::ITEM ] ) ) ) : '';
	}

	/**
	 * The list as HTML.
	 *
	 * @param string $item `DOMAIN/ITEM`; empty for the one asked for by the address.
	 * @return string Empty when no item is meant.
	 */
	public static function html( string $item ): string {
		$item = '' === $item ? self::asked() : Entry::sanitize_item( $item );
		if ( '' === $item ) {
			return '';
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended
		$page  = max( 1, absint( $_GET[ self::PAGE ] ?? 1 ) );
		$query = new \WP_Query(
			array(
				'post_type'           => 'any',
				'post_status'         => 'publish',
				'posts_per_page'      => self::PER_PAGE,
				'paged'               => $page,
				'ignore_sticky_posts' => true,
				'meta_key'            => Entry::ITEM_META, // phpcs:ignore WordPress.DB.SlowDBQuery
				'meta_value'          => $item, // phpcs:ignore WordPress.DB.SlowDBQuery
			)
		);
		$rows  = '';
		foreach ( $query->posts as $post ) {
			$rows .= sprintf(
				'<li><a href="%1$s">%2$s</a> <time datetime="%3$s">%3$s</time></li>',
				esc_url( get_permalink( $post ) ),
				Value_View::text( $post->post_title ),
				esc_html( get_the_date( 'Y-m-d', $post ) )
			);
		}
		wp_enqueue_style( 'gongkai-public' );
		return sprintf(
			'<section class="gongkai-list"><h2 lang="zh-CN">%s</h2>%s%s</section>',
			Value_View::text( Pack::name( $item ) ),
			'' === $rows ? '<p>' . esc_html__( 'Nothing has been published here yet.', 'gongkai' ) . '</p>' : "<ul lang=\"zh-CN\">$rows</ul>",
			self::pager( $page, (int) $query->max_num_pages )
		);
	}

	/**
	 * Links to the pages before and after.
	 *
	 * @param int $page  This one.
	 * @param int $pages How many there are.
	 * @return string
	 */
	private static function pager( int $page, int $pages ): string {
		$links = '';
		if ( $page > 1 ) {
			$links .= sprintf( '<a rel="prev" href="%s">%s</a> ', esc_url( add_query_arg( self::PAGE, $page - 1 ) ), esc_html__( 'Previous page', 'gongkai' ) );
		}
		if ( $page < $pages ) {
			$links .= sprintf( '<a rel="next" href="%s">%s</a>', esc_url( add_query_arg( self::PAGE, $page + 1 ) ), esc_html__( 'Next page', 'gongkai' ) );
		}
		return '' === $links ? '' : sprintf( '<nav aria-label="%s">%s</nav>', esc_attr__( 'Pages of the list', 'gongkai' ), $links );
	}
}
