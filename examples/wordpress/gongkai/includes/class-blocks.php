<?php
/**
 * Blocks and shortcodes: an entry, the list of an item, the menu.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * What editors put into pages.
 */
final class Blocks {
	/**
	 * Registers all of them.
	 */
	public static function hook(): void {
		add_action( 'init', array( self::class, 'register' ) );
	}

	/**
	 * Registers blocks and shortcodes of the same meaning.
	 */
	public static function register(): void {
		$needs = array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-server-side-render' );
		wp_register_script( 'gongkai-blocks', plugins_url( 'assets/blocks.js', PLUGIN ), $needs, VERSION, true );
		wp_localize_script( 'gongkai-blocks', 'gongkaiTexts', self::texts() );
		$callbacks = array(
			'entry' => array( self::class, 'entry' ),
			'list'  => static fn( $attributes ) => List_View::html( (string) ( $attributes['item'] ?? '' ) ),
			'menu'  => static fn( $attributes ) => Menu_View::html( (int) ( $attributes['page'] ?? 0 ) ),
		);
		foreach ( $callbacks as $name => $callback ) {
			register_block_type( plugin_dir_path( PLUGIN ) . "blocks/$name", array( 'render_callback' => $callback ) );
		}
		add_shortcode( 'gongkai_entry', static fn( $attributes ) => self::of_post( absint( $attributes['id'] ?? get_the_ID() ) ) );
		add_shortcode( 'gongkai_list', static fn( $attributes ) => List_View::html( (string) ( $attributes['item'] ?? '' ) ) );
		add_shortcode( 'gongkai_menu', static fn( $attributes ) => Menu_View::html( absint( $attributes['page'] ?? 0 ) ) );
	}

	/**
	 * What the blocks say in the editor.
	 *
	 * @return array<string, string>
	 */
	private static function texts(): array {
		return array(
			'entry'    => __( 'The entry of this post.', 'gongkai' ),
			'item'     => __( 'Item', 'gongkai' ),
			'itemHelp' => __( 'DOMAIN/ITEM; empty for the one that the reader chose in the menu.', 'gongkai' ),
			'list'     => __( 'List of the item that the reader chose in the menu.', 'gongkai' ),
			'page'     => __( 'Page of the list', 'gongkai' ),
			'pageHelp' => __( 'Number of the page; empty for the one of the settings.', 'gongkai' ),
			'menu'     => __( 'Menu of domains and items.', 'gongkai' ),
		);
	}

	/**
	 * The entry of the post that the block stands in.
	 *
	 * @param array     $attributes None.
	 * @param string    $content    The HTML of the day on which the post was saved.
	 * @param \WP_Block $block      The block.
	 * @return string
	 */
	public static function entry( $attributes, $content, $block ): string {
		$html = self::of_post( (int) ( $block->context['postId'] ?? get_the_ID() ), $content );
		return '' === $html ? $content : $html;
	}

	/**
	 * The entry of a post that the reader may see.
	 *
	 * @param int    $post_id The post.
	 * @param string $saved   The HTML of the day on which it was saved.
	 * @return string
	 */
	private static function of_post( int $post_id, string $saved = '' ): string {
		$may_see = $post_id && ( is_post_publicly_viewable( $post_id ) || current_user_can( 'read_post', $post_id ) );
		if ( ! $may_see || post_password_required( $post_id ) ) {
			return '';
		}
		wp_enqueue_style( 'gongkai-public' );
		return Entry_View::html( Entry::stored( $post_id ), $saved );
	}
}
