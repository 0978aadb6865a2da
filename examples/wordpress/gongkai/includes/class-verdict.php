<?php
/**
 * What the check says about an entry, or why it could not be asked.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * A verdict; without a report nothing may be published.
 */
final class Verdict {
	/**
	 * Keeps what was said.
	 *
	 * @param array|null $report  A `gongkai-report/1`.
	 * @param string     $failure Why there is none.
	 */
	private function __construct( public readonly ?array $report, public readonly string $failure ) {}

	/**
	 * Takes the answer of a check.
	 *
	 * @param string $text JSON.
	 * @return self
	 */
	public static function from_answer( string $text ): self {
		$report = json_decode( $text, true );
		$is_one = is_array( $report ) && 'gongkai-report/1' === ( $report['format'] ?? '' ) && 'publish' === ( $report['stage'] ?? '' )
			&& is_array( $report['issues'] ?? null );
		return $is_one ? new self( $report, '' ) : self::failed( __( 'the answer is no report', 'gongkai' ) );
	}

	/**
	 * There is no report.
	 *
	 * @param string $why The reason, for the editor.
	 * @return self
	 */
	public static function failed( string $why ): self {
		return new self( null, $why );
	}

	/**
	 * Whether the entry may be published.
	 *
	 * @return bool
	 */
	public function allows(): bool {
		// What is late fails but does not block: holding it back would make it later.
		return null !== $this->report && in_array( $this->report['verdict'] ?? '', array( 'pass', 'fail' ), true );
	}

	/**
	 * What keeps the entry from being published, one sentence for each place.
	 *
	 * @return string[]
	 */
	public function sentences(): array {
		$lang      = Language::of_user();
		$sentences = array();
		foreach ( $this->report['issues'] ?? array() as $issue ) {
			if ( empty( $issue['blocks'] ) ) {
				continue;
			}
			$where       = (string) ( $issue['element'] ?? '' );
			$said        = (string) ( $issue['message'][ $lang ] ?? $issue['code'] ?? '' );
			$sentences[] = '' === $where ? $said : sprintf(
				/* translators: 1: name of an element, 2: what is wrong with it. */
				__( '%1$s: %2$s', 'gongkai' ),
				$where,
				$said
			);
		}
		return $sentences;
	}

	/**
	 * All of it as plain text.
	 *
	 * @param bool $is_public Whether citizens see an earlier version.
	 * @return string
	 */
	public function message( bool $is_public ): string {
		if ( null === $this->report ) {
			/* translators: %s: the reason. */
			$message = sprintf( __( 'Not published, because the entry could not be checked: %s. What was typed is kept.', 'gongkai' ), $this->failure );
		} else {
			/* translators: %s: list of what is wrong. */
			$message = sprintf( __( 'Not published. To be corrected: %s.', 'gongkai' ), implode( __( '; ', 'gongkai' ), $this->sentences() ) );
		}
		/* translators: %s: why a change was not published. */
		return $is_public ? sprintf( __( '%s The earlier version stays visible to the public.', 'gongkai' ), $message ) : $message;
	}

	/**
	 * As the answer of a REST route.
	 *
	 * @param bool $is_public Whether citizens see an earlier version.
	 * @return \WP_Error
	 */
	public function error( bool $is_public = false ): \WP_Error {
		$data = array( 'status' => null === $this->report ? 503 : 422 );
		if ( null !== $this->report ) {
			$data['report'] = $this->report;
		}
		return new \WP_Error( null === $this->report ? 'gongkai_unchecked' : 'gongkai_refused', $this->message( $is_public ), $data );
	}
}
