<?php
/**
 * The plugin's own REST routes: ask for a verdict, save an entry.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * `gongkai/v1`.
 */
final class Rest_Routes {
	/**
	 * Registers the routes.
	 */
	public static function hook(): void {
		add_action( 'rest_api_init', array( self::class, 'register' ) );
	}

	/**
	 * Both take an entry as JSON.
	 */
	public static function register(): void {
		$entry = array(
			'type'     => 'object',
			'required' => true,
		);
		register_rest_route(
			'gongkai/v1',
			'/check',
			array(
				'methods'             => 'POST',
				'callback'            => array( self::class, 'check' ),
				'permission_callback' => static fn() => current_user_can( 'edit_posts' ),
				'args'                => array( 'entry' => $entry ),
			)
		);
		register_rest_route(
			'gongkai/v1',
			'/entries',
			array(
				'methods'             => 'POST',
				'callback'            => array( self::class, 'save' ),
				'permission_callback' => array( self::class, 'may_save' ),
				'args'                => array(
					'entry'  => $entry,
					'id'     => array(
						'type'    => 'integer',
						'minimum' => 0,
						'default' => 0,
					),
					'status' => array(
						'type'    => 'string',
						'enum'    => array( 'draft', 'pending', 'publish' ),
						'default' => 'draft',
					),
				),
			)
		);
	}

	/**
	 * The report on an entry as if it were published today.
	 *
	 * @param \WP_REST_Request $request The request.
	 * @return \WP_REST_Response|\WP_Error
	 */
	public static function check( $request ) {
		$verdict = Judge::verdict( self::entry( $request ) );
		return null === $verdict->report ? $verdict->error() : rest_ensure_response( $verdict->report );
	}

	/**
	 * Whoever saves needs the right to write posts of the type, this one, and to publish when that is asked for.
	 *
	 * @param \WP_REST_Request $request The request.
	 * @return bool
	 */
	public static function may_save( $request ): bool {
		$post_id = (int) $request['id'];
		$type    = get_post_type_object( $post_id ? (string) get_post_type( $post_id ) : Settings::post_type() );
		if ( ! $type || ( $post_id ? ! current_user_can( 'edit_post', $post_id ) : ! current_user_can( $type->cap->create_posts ) ) ) {
			return false;
		}
		return 'publish' !== $request['status'] || current_user_can( $type->cap->publish_posts );
	}

	/**
	 * Saves an entry as a post; a new one where no id is given.
	 *
	 * @param \WP_REST_Request $request The request.
	 * @return \WP_REST_Response|\WP_Error
	 */
	public static function save( $request ) {
		$post_id = (int) $request['id'];
		$entry   = self::entry( $request );
		$verdict = Guard::objection( $post_id, $entry, $request['status'] );
		if ( $verdict ) {
			return $verdict->error( Guard::is_public( $post_id ) );
		}
		$post  = array(
			'ID'          => $post_id,
			'post_status' => $request['status'],
			'meta_input'  => array( Entry::META => wp_slash( $entry ) ),
		);
		$saved = $post_id ? wp_update_post( $post, true ) : wp_insert_post( $post + array( 'post_type' => Settings::post_type() ), true );
		if ( is_wp_error( $saved ) ) {
			return $saved;
		}
		$answer = array(
			'id'     => $saved,
			'status' => get_post_status( $saved ),
			'link'   => get_permalink( $saved ),
		);
		return new \WP_REST_Response( $answer, $post_id ? 200 : 201 );
	}

	/**
	 * The entry of a request, read from its body: parameters have lost the difference between `{}` and `[]`.
	 *
	 * @param \WP_REST_Request $request The request.
	 * @return string JSON.
	 */
	private static function entry( $request ): string {
		$body  = json_decode( $request->get_body(), false, Entry::DEPTH );
		$entry = $body->entry ?? $request['entry'];
		return Entry::normalize( wp_json_encode( $entry, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION ) );
	}
}
