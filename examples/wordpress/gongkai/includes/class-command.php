<?php
/**
 * Asks the command `gongkai` as a process of its own.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The command.
 */
final class Command {
	const TIMEOUT_SECONDS = 10;

	/**
	 * Keeps the path.
	 *
	 * @param string $path Absolute path of the program.
	 */
	public function __construct( private readonly string $path ) {}

	/**
	 * Asks for the verdict on an entry.
	 *
	 * @param string $entry JSON.
	 * @param string $today YYYY-MM-DD.
	 * @return Verdict
	 */
	public function judge( string $entry, string $today ): Verdict {
		$arguments                         = array( 'check', '--json', '--quiet', '--stage', 'publish', '--today', $today, '--format', 'json', '-' );
		list( $code, $answer, $complaint ) = $this->run( $arguments, $entry, self::TIMEOUT_SECONDS );
		if ( 0 === $code || 1 === $code ) {
			return Verdict::from_answer( $answer );
		}
		return Verdict::failed( '' === $complaint ? __( 'the command gongkai was stopped', 'gongkai' ) : $complaint );
	}

	/**
	 * Asks for an entry as citizens read it.
	 *
	 * @param string $entry   JSON.
	 * @param string $lang    `zh-CN` or `en`.
	 * @param int    $seconds How long to wait.
	 * @return string A `gongkai-reading/1` as JSON; empty when there is none.
	 */
	public function read( string $entry, string $lang, int $seconds ): string {
		return $this->run( array( 'read', '--json', '--quiet', '--lang', $lang, '-' ), $entry, $seconds )[1];
	}

	/**
	 * Runs the command with a text as its input.
	 *
	 * @param string[] $arguments Without the program.
	 * @param string   $input     The text.
	 * @param int      $seconds   How long it may run.
	 * @return array{int, string, string} Exit code, -1 when it did not run to its end; what it answered; what it complained of.
	 */
	private function run( array $arguments, string $input, int $seconds ): array {
		if ( ! $this->is_there() ) {
			return array( -1, '', __( 'the command gongkai cannot be run', 'gongkai' ) );
		}
		// Files and not pipes: neither side can wait for the other.
		$files = array( tmpfile(), tmpfile(), tmpfile() );
		if ( in_array( false, $files, true ) ) {
			return array( -1, '', __( 'there is no room for temporary files', 'gongkai' ) );
		}
		fwrite( $files[0], $input );
		rewind( $files[0] );
		$pipes       = array();
		$environment = array( 'LANG' => 'zh-CN' === Language::of_user() ? 'zh_CN.UTF-8' : 'en_US.UTF-8' );
		// An array of arguments goes past every shell.
		$process = proc_open( array( $this->path, ...$arguments ), $files, $pipes, null, $environment );
		if ( ! is_resource( $process ) ) {
			return array( -1, '', __( 'the command gongkai cannot be run', 'gongkai' ) );
		}
		return array( self::wait( $process, $seconds ), self::text( $files[1] ), trim( self::text( $files[2] ) ) );
	}

	/**
	 * Whether it can be run.
	 *
	 * @return bool
	 */
	public function is_there(): bool {
		return function_exists( 'proc_open' ) && is_executable( $this->path );
	}

	/**
	 * Waits for the end of the process.
	 *
	 * @param resource $process The process.
	 * @param int      $seconds How long.
	 * @return int Its exit code; -1 when it had to be stopped.
	 */
	private static function wait( $process, int $seconds ): int {
		$until = microtime( true ) + $seconds;
		do {
			$status = proc_get_status( $process );
			if ( ! $status['running'] ) {
				proc_close( $process );
				return $status['exitcode'];
			}
			usleep( 2000 );
		} while ( microtime( true ) < $until );
		proc_terminate( $process, 9 );
		proc_close( $process );
		return -1;
	}

	/**
	 * All that was written to a file.
	 *
	 * @param resource $file The file.
	 * @return string
	 */
	private static function text( $file ): string {
		rewind( $file );
		return (string) stream_get_contents( $file );
	}
}
