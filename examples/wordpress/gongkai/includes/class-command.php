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
		if ( ! $this->is_there() ) {
			return Verdict::failed( __( 'the command gongkai cannot be run', 'gongkai' ) );
		}
		// Files and not pipes: neither side can wait for the other.
		$files = array( tmpfile(), tmpfile(), tmpfile() );
		if ( in_array( false, $files, true ) ) {
			return Verdict::failed( __( 'there is no room for temporary files', 'gongkai' ) );
		}
		fwrite( $files[0], $entry );
		rewind( $files[0] );
		$arguments = array( $this->path, 'check', '--json', '--quiet', '--stage', 'publish', '--today', $today, '--format', 'json', '-' );
		$pipes     = array();
		// An array of arguments goes past every shell.
		$process = proc_open( $arguments, $files, $pipes, null, array( 'LANG' => 'zh-CN' === Words::lang() ? 'zh_CN.UTF-8' : 'en_US.UTF-8' ) );
		if ( ! is_resource( $process ) ) {
			return Verdict::failed( __( 'the command gongkai cannot be run', 'gongkai' ) );
		}
		$code = self::wait( $process );
		if ( 0 === $code || 1 === $code ) {
			return Verdict::from_answer( self::text( $files[1] ) );
		}
		$complaint = trim( self::text( $files[2] ) );
		return Verdict::failed( '' === $complaint ? __( 'the command gongkai was stopped', 'gongkai' ) : $complaint );
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
	 * @return int Its exit code; -1 when it had to be stopped.
	 */
	private static function wait( $process ): int {
		$until = microtime( true ) + self::TIMEOUT_SECONDS;
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
