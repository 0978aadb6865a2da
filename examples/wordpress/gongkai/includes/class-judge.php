<?php
/**
 * Has entries judged on the server, by the sidecar or by the command.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The one place that verdicts come from.
 */
final class Judge {
	/**
	 * Verdicts of this request: saving asks several times.
	 *
	 * @var array<string, Verdict>
	 */
	private static array $known = array();

	/**
	 * The verdict on an entry that is to be published today.
	 *
	 * @param string $entry JSON.
	 * @return Verdict
	 */
	public static function verdict( string $entry ): Verdict {
		$entry = Entry::normalize( $entry );
		$today = wp_date( 'Y-m-d' );
		$key   = $today . $entry;
		return self::$known[ $key ] ??= self::ask( $entry, $today );
	}

	/**
	 * Asks whoever is set up.
	 *
	 * @param string $entry JSON.
	 * @param string $today YYYY-MM-DD.
	 * @return Verdict
	 */
	private static function ask( string $entry, string $today ): Verdict {
		if ( null === Entry::parse( $entry ) ) {
			return Verdict::failed( __( 'it is no JSON object', 'gongkai' ) );
		}
		$judge = self::who();
		return $judge ? $judge->judge( $entry, $today ) : Verdict::failed( __( 'neither a sidecar nor a command is set up', 'gongkai' ) );
	}

	/**
	 * Who is asked: the sidecar when there is an address, else the command.
	 *
	 * @return Sidecar|Command|null
	 */
	public static function who() {
		$sidecar = Settings::get( 'sidecar' );
		$command = Settings::get( 'command' );
		if ( '' !== $sidecar ) {
			return new Sidecar( untrailingslashit( $sidecar ) );
		}
		return '' === $command ? null : new Command( $command );
	}
}
