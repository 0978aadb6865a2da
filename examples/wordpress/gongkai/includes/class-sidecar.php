<?php
/**
 * Asks `gongkai serve` over HTTP.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The sidecar.
 */
final class Sidecar {
	const TIMEOUT_SECONDS = 10;
	const ANSWER_BYTES    = 4194304;

	/**
	 * Keeps the address.
	 *
	 * @param string $address Without a slash at the end.
	 */
	public function __construct( private readonly string $address ) {}

	/**
	 * Asks for the verdict on an entry.
	 *
	 * @param string $entry JSON.
	 * @param string $today YYYY-MM-DD.
	 * @return Verdict
	 */
	public function judge( string $entry, string $today ): Verdict {
		$query  = array(
			'stage' => 'publish',
			'told'  => 'true',
			'today' => $today,
		);
		$answer = wp_remote_post(
			add_query_arg( $query, $this->address . '/v1/check' ),
			array(
				'headers'             => array( 'Content-Type' => 'application/json' ),
				'body'                => $entry,
				'timeout'             => self::TIMEOUT_SECONDS,
				'redirection'         => 0,
				'limit_response_size' => self::ANSWER_BYTES,
			)
		);
		if ( is_wp_error( $answer ) ) {
			return Verdict::failed( __( 'the sidecar does not answer', 'gongkai' ) );
		}
		$body = wp_remote_retrieve_body( $answer );
		if ( 200 === wp_remote_retrieve_response_code( $answer ) ) {
			return Verdict::from_answer( $body );
		}
		$problem = json_decode( $body, true );
		$detail  = is_array( $problem ) ? (string) ( $problem['detail'] ?? $problem['title'] ?? '' ) : '';
		return Verdict::failed( '' === $detail ? __( 'the sidecar refuses', 'gongkai' ) : $detail );
	}

	/**
	 * Whether it answers.
	 *
	 * @return bool
	 */
	public function is_there(): bool {
		$answer = wp_remote_get( $this->address . '/healthz', array( 'timeout' => 2 ) );
		return 200 === wp_remote_retrieve_response_code( $answer );
	}
}
