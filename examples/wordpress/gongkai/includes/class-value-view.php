<?php
/**
 * The shapes of values in a `gongkai-reading/1` as HTML.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * Values under their names.
 */
final class Value_View {
	/**
	 * Rows of a description list.
	 *
	 * @param array[] $facts Facts of a reading.
	 * @return string
	 */
	public static function rows( array $facts ): string {
		$rows = '';
		foreach ( $facts as $fact ) {
			$rows .= self::row( $fact['label'] ?? $fact['name'], self::html( $fact['value'] ) );
		}
		return $rows;
	}

	/**
	 * A row of a description list.
	 *
	 * @param string $name Plain text.
	 * @param string $html Escaped.
	 * @return string
	 */
	public static function row( string $name, string $html ): string {
		return sprintf( '<div><dt>%s</dt><dd>%s</dd></div>', self::text( $name ), $html );
	}

	/**
	 * The value as HTML.
	 *
	 * @param array $value A value of a reading.
	 * @return string
	 */
	private static function html( array $value ): string {
		return match ( $value['type'] ) {
			'text' => implode( '<br>', array_map( array( self::class, 'text' ), $value['lines'] ) ),
			'list' => self::listed( array_map( array( self::class, 'text' ), $value['items'] ) ),
			'day' => self::day( $value ),
			'phones' => implode( '、', array_map( static fn( $number ) => self::link( "tel:$number", $number ), $value['numbers'] ) ),
			'link' => self::link( $value['address'], $value['address'] ),
			'documents' => self::listed( array_map( array( self::class, 'document' ), $value['documents'] ) ),
			'group' => '<dl>' . self::rows( $value['facts'] ) . '</dl>',
			'table' => self::table( $value ),
			default => self::text( self::said( array_diff_key( $value, array( 'type' => '' ) ) ) ),
		};
	}

	/**
	 * Items of a list.
	 *
	 * @param string[] $items Escaped.
	 * @return string
	 */
	public static function listed( array $items ): string {
		return '<ul><li>' . implode( '</li><li>', $items ) . '</li></ul>';
	}

	/**
	 * A day; what is none has the same words.
	 *
	 * @param array $day `date` and `words`.
	 * @return string
	 */
	public static function day( array $day ): string {
		$words = self::text( $day['words'] );
		return $day['date'] === $day['words'] ? $words : sprintf( '<time datetime="%s">%s</time>', self::text( $day['date'] ), $words );
	}

	/**
	 * A link, where there is an address.
	 *
	 * @param string|null $address Where it leads: to the web, or to a telephone.
	 * @param string      $text    What it says.
	 * @return string
	 */
	public static function link( ?string $address, string $text ): string {
		$url = null === $address ? '' : esc_url( $address, array( 'http', 'https', 'tel' ) );
		return '' === $url ? self::text( $text ) : sprintf( '<a href="%s" rel="noopener">%s</a>', $url, self::text( $text ) );
	}

	/**
	 * One document: its title, number and day.
	 *
	 * @param array $document A document of a reading.
	 * @return string
	 */
	private static function document( array $document ): string {
		$html = self::link( $document['link'] ?? null, $document['title'] );
		foreach ( $document['details'] as $detail ) {
			$html .= ' <span>' . self::text( $detail ) . '</span>';
		}
		return $html;
	}

	/**
	 * Rows under the names of the columns; wide ones can be scrolled by keyboard.
	 *
	 * @param array $table `name`, `columns` and `rows`.
	 * @return string
	 */
	private static function table( array $table ): string {
		$head = '';
		foreach ( $table['columns'] as $column ) {
			$head .= '<th scope="col">' . self::text( $column['name'] ) . '</th>';
		}
		$body = '';
		foreach ( $table['rows'] as $row ) {
			$body .= '<tr><td>' . implode( '</td><td>', array_map( array( self::class, 'html' ), $row ) ) . '</td></tr>';
		}
		return sprintf(
			'<div class="gongkai-scroll" role="region" tabindex="0" aria-label="%s"><table><thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>',
			self::text( $table['name'] ),
			$head,
			$body
		);
	}

	/**
	 * All texts, numbers and answers within a value of any shape.
	 *
	 * @param mixed $value Read from JSON into arrays.
	 * @return string
	 */
	public static function said( $value ): string {
		$said  = array();
		$parts = array( $value );
		array_walk_recursive(
			$parts,
			static function ( $part ) use ( &$said ) {
				$said[] = is_bool( $part ) ? ( $part ? __( 'Yes', 'gongkai' ) : __( 'No', 'gongkai' ) ) : trim( (string) $part );
			}
		);
		return implode( __( '; ', 'gongkai' ), array_filter( $said, 'strlen' ) );
	}

	/**
	 * Escapes in such a way that WordPress leaves what was typed as it is.
	 *
	 * Themes have it look for shortcodes, quotes, dashes and smilies; it finds none in character references.
	 *
	 * @param string $text Plain text.
	 * @return string
	 */
	public static function text( string $text ): string {
		$reference = static fn( array $found ): string => '&#' . ord( $found[0] ) . ';';
		return (string) preg_replace_callback( '/[!-\/:-@\[-`{-~]|(?<=\d)x(?=\d)/', $reference, wp_check_invalid_utf8( $text ) );
	}
}
