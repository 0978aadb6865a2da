<?php
/**
 * The entry as title and text of its post, which stay readable when the plugin is gone.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The block `gongkai/entry` with the HTML of the day on which the post was saved.
 */
final class Snapshot {
	const BLOCK = 'gongkai/entry';

	/**
	 * The themes' excerpts are the text of the post; nothing to do there.
	 */
	public static function hook(): void {
		add_filter( 'the_content', array( self::class, 'with_style' ), 1 );
	}

	/**
	 * Entries bring their style sheet.
	 *
	 * @param string $content The text of the post.
	 * @return string
	 */
	public static function with_style( $content ): string {
		if ( has_block( self::BLOCK, $content ) ) {
			wp_enqueue_style( 'gongkai-public' );
		}
		return $content;
	}

	/**
	 * Gives a post the title of its entry, and its text the block.
	 *
	 * @param array  $data Row of the table of posts, slashed.
	 * @param string $json The entry.
	 * @return array
	 */
	public static function into( array $data, string $json ): array {
		$entry = Entry::parse( $json );
		if ( $entry ) {
			$title                = $entry->text( 'title' );
			$title                = '' === $title ? Pack::name( $entry->item() ) : $title;
			$data['post_title']   = wp_slash( sanitize_text_field( $title ) );
			$data['post_content'] = wp_slash( self::content( wp_unslash( $data['post_content'] ), $json ) );
		}
		return $data;
	}

	/**
	 * Brings a post up to date whose entry was changed by itself.
	 *
	 * @param int    $post_id The post.
	 * @param string $json    The entry.
	 */
	public static function refresh( int $post_id, string $json ): void {
		$post = get_post( $post_id, ARRAY_A );
		if ( ! $post || 'revision' === $post['post_type'] || 'trash' === $post['post_status'] ) {
			return;
		}
		$row = wp_slash( wp_array_slice_assoc( $post, array( 'post_title', 'post_content' ) ) );
		if ( self::into( $row, $json ) !== $row ) {
			wp_update_post( array( 'ID' => $post_id ) );
		}
	}

	/**
	 * The text with the block of this entry in the place of the one it has, else at its end.
	 *
	 * @param string $content Blocks.
	 * @param string $json    The entry.
	 * @return string
	 */
	private static function content( string $content, string $json ): string {
		$html   = "\n" . Entry_View::html( $json ) . "\n";
		$block  = array(
			'blockName'    => self::BLOCK,
			'attrs'        => array(),
			'innerBlocks'  => array(),
			'innerHTML'    => $html,
			'innerContent' => array( $html ),
		);
		$blocks = has_block( self::BLOCK, $content ) ? parse_blocks( $content ) : array();
		$has_it = false;
		foreach ( $blocks as $index => $known ) {
			if ( self::BLOCK === $known['blockName'] ) {
				$blocks[ $index ] = $block;
				$has_it           = true;
			}
		}
		return $has_it ? serialize_blocks( $blocks ) : ltrim( $content . "\n\n" . serialize_block( $block ) );
	}
}
