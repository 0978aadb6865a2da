<?php
/**
 * Answers REST requests that would publish a wrong entry before anything is stored.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The guard of WordPress's own REST routes, which the block editor saves by.
 */
final class Rest_Guard {
	/**
	 * Watches the routes of all post types.
	 */
	public static function hook(): void {
		add_action(
			'rest_api_init',
			static function () {
				foreach ( get_post_types( array( 'show_in_rest' => true ) ) as $type ) {
					add_filter( "rest_pre_insert_$type", array( self::class, 'before_insert' ), PHP_INT_MAX, 2 );
					add_filter( "rest_prepare_$type", array( self::class, 'before_answer' ), 10, 2 );
				}
			}
		);
	}

	/**
	 * Refuses, or announces the entry to the guard: WordPress stores the fields only after the post.
	 *
	 * @param \stdClass|\WP_Error $prepared The post to come.
	 * @param \WP_REST_Request    $request  The request.
	 * @return \stdClass|\WP_Error
	 */
	public static function before_insert( $prepared, $request ) {
		if ( is_wp_error( $prepared ) ) {
			return $prepared;
		}
		$post_id = (int) ( $prepared->ID ?? 0 );
		$meta    = $request['meta'];
		$given   = is_array( $meta ) ? ( $meta[ Entry::META ] ?? null ) : null;
		if ( is_string( $given ) ) {
			Incoming::announce( $post_id, $given );
		}
		$status  = $prepared->post_status ?? ( $post_id ? get_post_status( $post_id ) : 'draft' );
		$verdict = Guard::objection( $post_id, Incoming::text( $post_id ), (string) $status );
		return $verdict ? $verdict->error( Guard::is_public( $post_id ) ) : $prepared;
	}

	/**
	 * Keeps the entry of a post with a password to those who know it.
	 *
	 * @param \WP_REST_Response $answer The answer.
	 * @param \WP_Post          $post   The post.
	 * @return \WP_REST_Response
	 */
	public static function before_answer( $answer, $post ) {
		$data = $answer->get_data();
		if ( isset( $data['meta'][ Entry::META ] ) && post_password_required( $post ) && ! current_user_can( 'edit_post', $post->ID ) ) {
			$data['meta'][ Entry::META ] = '';
			$answer->set_data( $data );
		}
		return $answer;
	}
}
