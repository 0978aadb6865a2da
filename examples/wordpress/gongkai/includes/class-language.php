<?php
/**
 * Which of the languages of the guideline is spoken.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * `zh-CN` or `en`.
 */
final class Language {
	/**
	 * That of whoever works with the page: for the widgets and the sentences of reports.
	 *
	 * @return string
	 */
	public static function of_user(): string {
		return self::of( determine_locale() );
	}

	/**
	 * That of the public pages, whoever has them made.
	 *
	 * @return string
	 */
	public static function of_site(): string {
		return self::of( get_locale() );
	}

	/**
	 * The nearest one.
	 *
	 * @param string $locale Locale of WordPress.
	 * @return string
	 */
	private static function of( string $locale ): string {
		return str_starts_with( $locale, 'zh' ) ? 'zh-CN' : 'en';
	}
}
