<?php
/**
 * Keeps what was refused beside the post, and tells whoever wanted to publish it.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * A refusal and its way to the editor.
 */
final class Refusal {
	/** `{entry, report, failure}` as JSON. */
	const META = 'gongkai_refused';
	/** Sentences that a user has not seen yet. */
	const NOTICES = 'gongkai_notices';

	/**
	 * Refusals of this request, by post; 0 is the one that is being created.
	 *
	 * @var array<int, array{string, Verdict}>
	 */
	private static array $noted = array();

	/**
	 * Listens for posts that were stored, and for pages to tell on.
	 */
	public static function hook(): void {
		add_action( 'save_post', array( self::class, 'settle' ), 5, 3 );
		add_action( 'admin_notices', array( self::class, 'show' ) );
		add_filter( 'redirect_post_location', array( self::class, 'claim_no_success' ), 10, 2 );
	}

	/**
	 * Notes that an entry was refused, and tells.
	 *
	 * @param int     $post_id The post, 0 for a new one.
	 * @param string  $entry   JSON.
	 * @param Verdict $verdict Why.
	 */
	public static function note( int $post_id, string $entry, Verdict $verdict ): void {
		$message = $verdict->message( Guard::is_public( $post_id ) );
		// Quick edit shows the text in its row and keeps what was typed; nothing is stored.
		if ( wp_doing_ajax() && doing_action( 'wp_ajax_inline-save' ) ) {
			wp_die( esc_html( $message ) );
		}
		$is_known                = isset( self::$noted[ $post_id ] );
		self::$noted[ $post_id ] = array( $entry, $verdict );
		if ( ! $is_known ) {
			self::tell( $message );
		}
	}

	/**
	 * Whether the entry that this request brought was refused.
	 *
	 * @param int $post_id The post.
	 * @return bool
	 */
	public static function is_noted( int $post_id ): bool {
		return isset( self::$noted[ $post_id ] );
	}

	/**
	 * Stores what was noted once the post has an id; a public post has nothing refused but what was noted now.
	 *
	 * @param int      $post_id   The post.
	 * @param \WP_Post $post      The same.
	 * @param bool     $is_update Whether the post was there before.
	 */
	public static function settle( $post_id, $post, $is_update ): void {
		if ( 'revision' === $post->post_type ) {
			return;
		}
		if ( ! $is_update && isset( self::$noted[0] ) ) {
			self::$noted[ $post_id ] = self::$noted[0];
			unset( self::$noted[0] );
		}
		if ( isset( self::$noted[ $post_id ] ) ) {
			self::store( $post_id, ...self::$noted[ $post_id ] );
		} elseif ( Guard::is_live( $post->post_status ) ) {
			delete_post_meta( $post_id, self::META );
		}
	}

	/**
	 * What the post has now is in order.
	 *
	 * @param int $post_id The post, 0 for a new one.
	 */
	public static function forget( int $post_id ): void {
		unset( self::$noted[ $post_id ] );
	}

	/**
	 * Removes a refusal that speaks of another entry than the post has now.
	 *
	 * @param int    $post_id The post.
	 * @param string $entry   JSON.
	 */
	public static function outdate( int $post_id, string $entry ): void {
		if ( ( self::of( $post_id )['entry'] ?? $entry ) !== $entry ) {
			delete_post_meta( $post_id, self::META );
		}
	}

	/**
	 * Stores a refusal with the entry as it was typed.
	 *
	 * @param int     $post_id The post.
	 * @param string  $entry   JSON.
	 * @param Verdict $verdict Why.
	 */
	public static function store( int $post_id, string $entry, Verdict $verdict ): void {
		$refusal = array(
			'entry'   => $entry,
			'report'  => $verdict->report,
			'failure' => $verdict->failure,
		);
		update_post_meta( $post_id, self::META, wp_slash( wp_json_encode( $refusal, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) ) );
	}

	/**
	 * Makes a post a draft whose status was set past the guard, and stores why.
	 *
	 * @param int     $post_id The post.
	 * @param string  $entry   JSON.
	 * @param Verdict $verdict Why.
	 */
	public static function withdraw( int $post_id, string $entry, Verdict $verdict ): void {
		wp_update_post(
			array(
				'ID'          => $post_id,
				'post_status' => 'draft',
			)
		);
		self::store( $post_id, $entry, $verdict );
	}

	/**
	 * The last refusal of a post.
	 *
	 * @param int $post_id The post.
	 * @return array{entry?: string, report?: array|null, failure?: string}
	 */
	public static function of( int $post_id ): array {
		$refusal = json_decode( (string) get_post_meta( $post_id, self::META, true ), true );
		return is_array( $refusal ) ? $refusal : array();
	}

	/**
	 * Tells by the way that the request came in.
	 *
	 * @param string $message Why.
	 */
	private static function tell( string $message ): void {
		if ( defined( 'XMLRPC_REQUEST' ) && XMLRPC_REQUEST ) {
			// A fault, once the draft is stored.
			add_action( 'wp_after_insert_post', static fn() => wp_die( esc_html( $message ), '', array( 'response' => 422 ) ), 100 );
		} elseif ( defined( 'WP_CLI' ) && WP_CLI ) {
			\WP_CLI::warning( $message );
		} elseif ( is_admin() && get_current_user_id() ) {
			add_user_meta( get_current_user_id(), self::NOTICES, wp_slash( $message ) );
		}
	}

	/**
	 * Shows what the user has not been told yet.
	 */
	public static function show(): void {
		$user = get_current_user_id();
		foreach ( array_unique( get_user_meta( $user, self::NOTICES ) ) as $message ) {
			printf( '<div class="notice notice-error" role="alert"><p>%s</p></div>', esc_html( $message ) );
		}
		delete_user_meta( $user, self::NOTICES );
	}

	/**
	 * WordPress would say that the post was published.
	 *
	 * @param string $location Where the editor is sent to.
	 * @param int    $post_id  The post.
	 * @return string
	 */
	public static function claim_no_success( $location, $post_id ): string {
		return self::is_noted( (int) $post_id ) ? remove_query_arg( 'message', $location ) : $location;
	}
}
