<?php
/**
 * The edit screen of a post with an entry: WordPress's own, with the form in place of title and text.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The box with `<gongkai-form>`.
 */
final class Edit_Screen {
	/**
	 * Takes the place of the editor where a post has an entry or is opened for one.
	 */
	public static function hook(): void {
		add_filter( 'use_block_editor_for_post', array( self::class, 'uses_block_editor' ), PHP_INT_MAX, 2 );
		add_action( 'add_meta_boxes', array( self::class, 'add' ), 10, 2 );
	}

	/**
	 * What the screen shows: the last refused entry, else the stored one, else an empty one of the chosen item.
	 *
	 * @param \WP_Post $post The post.
	 * @return string JSON; empty for a post without an entry.
	 */
	private static function entry( \WP_Post $post ): string {
		$stored = Entry::stored( $post->ID );
		// What was refused to take the place of a public entry stands beside it; drafts hold what was typed.
		$entry = Guard::is_live( $post->post_status ) ? Refusal::of( $post->ID )['entry'] ?? $stored : $stored;
		if ( '' !== $entry || 'auto-draft' !== $post->post_status ) {
			return $entry;
		}
		$item = New_Entry_Page::chosen();
		if ( null === Pack::item( $item ) ) {
			return '';
		}
		list( $domain, $id ) = explode( '/', $item );
		$empty               = array(
			'format'    => 'gongkai-entry/1',
			'pack'      => $domain,
			'edition'   => Pack::edition( $domain ),
			'item'      => $id,
			'region'    => Settings::get( 'region' ),
			'publisher' => Settings::get( 'publisher' ),
			'attribute' => 'proactive',
			'elements'  => new \stdClass(),
			'channels'  => self::necessary_channels( $item ),
		);
		return wp_json_encode( array_filter( $empty, static fn( $value ) => '' !== $value ), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	}

	/**
	 * The channels that the table demands, as a new form has them ticked.
	 *
	 * @param string $item `DOMAIN/ITEM`.
	 * @return array<int, array{channel: string}>
	 */
	private static function necessary_channels( string $item ): array {
		$required = array_filter( Pack::item( $item )['channels'] ?? array(), static fn( $channel ) => ! empty( $channel['required'] ) );
		return array_values( array_map( static fn( $channel ) => array( 'channel' => $channel['name'] ), $required ) );
	}

	/**
	 * The form posts with the page; the block editor has no page that is posted.
	 *
	 * @param bool     $uses What others say.
	 * @param \WP_Post $post The post.
	 * @return bool
	 */
	public static function uses_block_editor( $uses, $post ): bool {
		return $uses && '' === self::entry( $post );
	}

	/**
	 * Adds the box; title and text are made of the entry, so their fields go.
	 *
	 * @param string            $type Post type.
	 * @param \WP_Post|\stdClass $post The post.
	 */
	public static function add( $type, $post ): void {
		if ( ! $post instanceof \WP_Post || '' === self::entry( $post ) ) {
			return;
		}
		remove_post_type_support( $type, 'title' );
		remove_post_type_support( $type, 'editor' );
		wp_enqueue_script( Widgets::HANDLE );
		wp_enqueue_script( 'gongkai-edit', plugins_url( 'assets/edit.js', PLUGIN ), array(), VERSION, true );
		$item = Pack::item( Entry::parse( self::entry( $post ) )?->item() ?? '' );
		// WordPress prints titles of boxes as they are.
		add_meta_box( 'gongkai', esc_html( $item['name'] ?? __( 'Entry', 'gongkai' ) ), array( self::class, 'show' ), $type, 'normal', 'high' );
	}

	/**
	 * The box.
	 *
	 * @param \WP_Post $post The post.
	 */
	public static function show( $post ): void {
		$json    = self::entry( $post );
		$entry   = Entry::parse( $json );
		$refusal = Refusal::of( $post->ID );
		wp_nonce_field( Incoming::action( $post->ID ), Incoming::NONCE );
		printf( '<p><label for="gongkai-entry">%s</label></p>', esc_html__( 'The entry as JSON', 'gongkai' ) );
		printf( '<textarea id="gongkai-entry" name="%s" class="large-text code" rows="12" spellcheck="false">%s</textarea>', esc_attr( Incoming::FIELD ), esc_textarea( $json ) );
		if ( ! $entry || '' === Entry::sanitize_item( $entry->item() ) ) {
			return;
		}
		$pack       = $entry->text( 'pack' );
		$attributes = array(
			'for'       => 'gongkai-entry',
			'pack'      => Widgets::url( "packs/$pack.json" ),
			'item'      => $entry->text( 'item' ),
			'today'     => wp_date( 'Y-m-d' ),
			'draft-key' => 'wordpress-' . get_current_blog_id() . '-' . $post->ID,
			'version'   => $post->post_modified_gmt,
			'lang'      => Language::of_user(),
			'guidance'  => '',
		);
		if ( ! empty( $refusal['report'] ) ) {
			$attributes['report'] = wp_json_encode( $refusal['report'], JSON_UNESCAPED_UNICODE );
		} elseif ( ! empty( $refusal['failure'] ) ) {
			$errors               = array(
				array(
					'path'     => '',
					'message'  => Verdict::failed( $refusal['failure'] )->message( Guard::is_live( $post->post_status ) ),
					// Nothing in the form can be corrected about it.
					'severity' => 'warning',
				),
			);
			$attributes['errors'] = wp_json_encode( $errors, JSON_UNESCAPED_UNICODE );
		}
		echo '<gongkai-form';
		foreach ( $attributes as $name => $value ) {
			// `esc_attr` would read the references in a text that has some.
			printf( ' %s="%s"', esc_attr( $name ), htmlspecialchars( $value, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8' ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
		}
		$may_publish = current_user_can( get_post_type_object( $post->post_type )->cap->publish_posts );
		printf( ' data-may-publish="%s"></gongkai-form>', $may_publish ? '1' : '0' );
	}
}
