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
		$answer = $this->post( add_query_arg( $query, '/v1/check' ), $entry, self::TIMEOUT_SECONDS );
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
	 * Asks for an entry as citizens read it.
	 *
	 * @param string $entry   JSON.
	 * @param string $lang    `zh-CN` or `en`.
	 * @param int    $seconds How long to wait.
	 * @return string A `gongkai-reading/1` as JSON, or a problem; empty when it does not answer.
	 */
	public function read( string $entry, string $lang, int $seconds ): string {
		return wp_remote_retrieve_body( $this->post( add_query_arg( 'lang', $lang, '/v1/reading' ), $entry, $seconds ) );
	}

	/**
	 * Posts an entry.
	 *
	 * @param string $question Path and query.
	 * @param string $entry    JSON.
	 * @param int    $seconds  How long to wait.
	 * @return array|\WP_Error
	 */
	private function post( string $question, string $entry, int $seconds ) {
		return wp_remote_post(
			$this->address . $question,
			array(
				'headers'             => array( 'Content-Type' => 'application/json' ),
				'body'                => $entry,
				'timeout'             => $seconds,
				'redirection'         => 0,
				'limit_response_size' => self::ANSWER_BYTES,
			)
		);
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
