<?php
/**
 * What properties and coded values of entries are called.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * Names in the language of the site.
 */
final class Words {
	/**
	 * The language for the widgets and the sentences of reports.
	 *
	 * @return string `zh-CN` or `en`.
	 */
	public static function lang(): string {
		return str_starts_with( determine_locale(), 'zh' ) ? 'zh-CN' : 'en';
	}

	/**
	 * What to call a property.
	 *
	 * @param string $key Its name in the entry.
	 * @return string
	 */
	public static function part( string $key ): string {
		return match ( $key ) {
			'publisher'    => __( 'Publisher', 'gongkai' ),
			'index_number' => __( 'Index number', 'gongkai' ),
			'formed_on'    => __( 'Formed on', 'gongkai' ),
			'changed_on'   => __( 'Changed on', 'gongkai' ),
			'effective_on' => __( 'In force from', 'gongkai' ),
			'expires_on'   => __( 'Expires on', 'gongkai' ),
			'revoked_on'   => __( 'Changed or revoked on', 'gongkai' ),
			'withdrawn_on' => __( 'Withdrawn on', 'gongkai' ),
			'attribute'    => __( 'Disclosure attribute', 'gongkai' ),
			'summary'      => __( 'Summary', 'gongkai' ),
			'channels'     => __( 'Channels', 'gongkai' ),
			'kind'         => __( 'Statement', 'gongkai' ),
			'reason'       => __( 'Reason', 'gongkai' ),
			'approver'     => __( 'Approved by', 'gongkai' ),
			'period'       => __( 'Period', 'gongkai' ),
			default        => $key,
		};
	}

	/**
	 * What a coded value means; others are returned as they are.
	 *
	 * @param string $value As in the entry.
	 * @return string
	 */
	public static function value( string $value ): string {
		return match ( $value ) {
			'proactive'          => __( 'Proactive disclosure', 'gongkai' ),
			'on-request'         => __( 'Disclosure on request', 'gongkai' ),
			'withheld'           => __( 'Not disclosed', 'gongkai' ),
			'none-at-this-level' => __( 'No such item at this level', 'gongkai' ),
			'no-update'          => __( 'No update in this period', 'gongkai' ),
			default              => $value,
		};
	}
}
