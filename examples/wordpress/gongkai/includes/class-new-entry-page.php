<?php
/**
 * The page on which editors choose the item of a new entry.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The menu of items as the way to an empty form.
 */
final class New_Entry_Page {
	const SLUG = 'gongkai-new';
	/** Parameter of `post-new.php`: `DOMAIN/ITEM`. */
	const ITEM = 'gongkai_item';

	/**
	 * Registers the page.
	 */
	public static function hook(): void {
		add_action( 'admin_menu', array( self::class, 'add' ) );
	}

	/**
	 * It stands among the main entries.
	 */
	public static function add(): void {
		$type = get_post_type_object( Settings::post_type() );
		add_menu_page( __( 'New disclosure', 'gongkai' ), __( 'New disclosure', 'gongkai' ), $type->cap->create_posts, self::SLUG, array( self::class, 'show' ), 'dashicons-megaphone', 4 );
	}

	/**
	 * The page.
	 */
	public static function show(): void {
		$address = add_query_arg( 'post_type', Settings::post_type(), admin_url( 'post-new.php' ) ) . '&' . self::ITEM . '=';
		printf(
			'<div class="wrap"><h1>%s</h1><p>%s</p>%s</div>',
			esc_html( get_admin_page_title() ),
			esc_html__( 'Choose the item that the entry belongs to.', 'gongkai' ),
			Menu_View::element( $address, '' ) // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
		);
	}

	/**
	 * The item that a new post is opened for.
	 *
	 * @return string Empty for an ordinary post.
	 */
	public static function chosen(): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended
		return isset( $_GET[ self::ITEM ] ) ? Entry::sanitize_item( sanitize_text_field( wp_unslash( $_GET[ self::ITEM ] ) ) ) : '';
	}
}
