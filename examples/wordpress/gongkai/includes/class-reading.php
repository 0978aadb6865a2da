<?php
/**
 * Entries as citizens read them (`gongkai-reading/1`): made by the sidecar or the command, kept for later readers.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The one place that readings come from.
 */
final class Reading {
	/** Beginning of the names of what is kept. */
	const KEPT         = 'gongkai_reading_';
	const KEPT_SECONDS = MONTH_IN_SECONDS;
	/** What citizens wait at most while a page is made. */
	const PATIENCE_SECONDS = 3;

	/**
	 * Readings of this request, and which could not be had.
	 *
	 * @var array<string, array|null>
	 */
	private static array $known = array();

	/**
	 * How long this request has waited in vain.
	 *
	 * @var float
	 */
	private static float $waited = 0;

	/**
	 * The reading of an entry in the language of the site.
	 *
	 * @param string $entry JSON.
	 * @return array|null None when it cannot be had now.
	 */
	public static function of( string $entry ): ?array {
		$lang  = Language::of_site();
		$saved = Settings::get( 'saved' );
		$key   = self::KEPT . hash( 'sha256', VERSION . "\n$saved\n$lang\n$entry" );
		if ( ! array_key_exists( $key, self::$known ) ) {
			$kept                = get_transient( $key );
			self::$known[ $key ] = is_array( $kept ) ? $kept : self::ask( $key, $entry, $lang );
		}
		return self::$known[ $key ];
	}

	/**
	 * Asks whoever is set up, and keeps the answer.
	 *
	 * @param string $key   What to keep it as.
	 * @param string $entry JSON.
	 * @param string $lang  `zh-CN` or `en`.
	 * @return array|null
	 */
	private static function ask( string $key, string $entry, string $lang ): ?array {
		$patience = (int) ceil( self::PATIENCE_SECONDS - self::$waited );
		$reader   = $patience > 0 ? Judge::who() : null;
		if ( ! $reader ) {
			return null;
		}
		$start   = microtime( true );
		$reading = json_decode( $reader->read( $entry, $lang, $patience ), true );
		if ( ! is_array( $reading ) || 'gongkai-reading/1' !== ( $reading['format'] ?? '' ) ) {
			self::$waited += microtime( true ) - $start;
			return null;
		}
		set_transient( $key, $reading, self::KEPT_SECONDS );
		return $reading;
	}
}
