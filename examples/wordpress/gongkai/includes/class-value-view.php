<?php
/**
 * The value of an element as HTML that fits its kind.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * Values; what does not fit its kind is shown as plain text, never dropped.
 */
final class Value_View {
	/**
	 * The value as HTML.
	 *
	 * @param array $field The field in the pack.
	 * @param mixed $value As in the entry, read into arrays.
	 * @return string Empty when there is nothing to show.
	 */
	public static function html( array $field, $value ): string {
		if ( self::is_blank( $value ) ) {
			return '';
		}
		$kind = $field['kind'] ?? array();
		$type = is_array( $value ) ? ( $kind['type'] ?? '' ) : '';
		return match ( true ) {
			'period' === $type => self::text( self::plain( $value['start'] ?? '' ) . '—' . self::plain( $value['end'] ?? '' ) ),
			'money' === $type => self::text( trim( self::plain( $value['amount'] ?? '' ) . ' ' . self::plain( $value['unit'] ?? '' ) ) ),
			'choices' === $type => self::text( implode( '、', array_map( array( self::class, 'plain' ), $value ) ) ),
			'list' === $type => self::listed( array_map( static fn( $line ) => self::text( self::plain( $line ) ), array_filter( $value, array( self::class, 'is_said' ) ) ) ),
			'document' === $type => self::listed( array_map( array( self::class, 'document' ), array_filter( $value, array( self::class, 'is_said' ) ) ) ),
			'group' === $type => self::group( $kind['fields'] ?? array(), $value ),
			'table' === $type => self::table( (string) ( $field['name'] ?? '' ), $kind['columns'] ?? array(), $value ),
			is_array( $value ) => self::text( self::plain( $value ) ),
			default => self::single( $kind, $value ),
		};
	}

	/**
	 * A value that is one text, number or answer.
	 *
	 * @param array $kind  Kind of the field.
	 * @param mixed $value Not an array.
	 * @return string
	 */
	private static function single( array $kind, $value ): string {
		$text = self::plain( $value );
		return match ( $kind['type'] ?? '' ) {
			'date' => sprintf( '<time datetime="%1$s">%1$s</time>', self::text( $text ) ),
			'number' => self::text( trim( $text . ' ' . ( $kind['unit'] ?? '' ) ) ),
			'boolean' => self::text( true === $value ? __( 'Yes', 'gongkai' ) : ( false === $value ? __( 'No', 'gongkai' ) : $text ) ),
			'url' => self::link( $text, $text ),
			default => nl2br( self::text( $text ), false ),
		};
	}

	/**
	 * A link, when the address is one of the web.
	 *
	 * @param string $address Where it leads.
	 * @param string $text    What it says.
	 * @return string
	 */
	public static function link( string $address, string $text ): string {
		$is_web = preg_match( '#^https?://#i', $address );
		$url    = $is_web ? esc_url( $address, array( 'http', 'https' ) ) : '';
		return '' === $url ? self::text( $text ) : sprintf( '<a href="%s" rel="noopener">%s</a>', $url, self::text( $text ) );
	}

	/**
	 * One document: its title, a link where it has one, number and day.
	 *
	 * @param mixed $document As in the entry.
	 * @return string
	 */
	private static function document( $document ): string {
		if ( ! is_array( $document ) ) {
			return self::text( self::plain( $document ) );
		}
		$part  = static fn( string $key ): string => self::plain( $document[ $key ] ?? '' );
		$title = '' === $part( 'title' ) ? $part( 'link' ) : $part( 'title' );
		$parts = array( self::link( $part( 'link' ), $title ), self::text( $part( 'number' ) ), self::text( $part( 'date' ) ) );
		return implode( ' ', array_filter( $parts, 'strlen' ) );
	}

	/**
	 * Parts under their names.
	 *
	 * @param array[] $fields The parts in the pack.
	 * @param array   $value  By key.
	 * @return string
	 */
	private static function group( array $fields, array $value ): string {
		$rows = '';
		foreach ( $fields as $field ) {
			$rows .= self::row( (string) $field['name'], self::html( $field, $value[ $field['key'] ] ?? null ) );
		}
		return '' === $rows ? self::text( self::plain( $value ) ) : "<dl>$rows</dl>";
	}

	/**
	 * Rows under the names of the columns.
	 *
	 * @param string  $name    Name of the element.
	 * @param array[] $columns The columns in the pack.
	 * @param array   $rows    Rows by key.
	 * @return string
	 */
	private static function table( string $name, array $columns, array $rows ): string {
		if ( array() === $columns ) {
			return self::text( self::plain( $rows ) );
		}
		$head = '';
		foreach ( $columns as $column ) {
			$head .= '<th scope="col">' . self::text( (string) $column['name'] ) . '</th>';
		}
		$body = '';
		foreach ( $rows as $row ) {
			if ( ! is_array( $row ) || self::is_blank( $row ) ) {
				continue;
			}
			$cells = '';
			foreach ( $columns as $column ) {
				$cells .= '<td>' . self::html( $column, $row[ $column['key'] ] ?? null ) . '</td>';
			}
			$body .= "<tr>$cells</tr>";
		}
		return sprintf(
			'<div class="gongkai-table" role="region" tabindex="0" aria-label="%1$s"><table><thead><tr>%2$s</tr></thead><tbody>%3$s</tbody></table></div>',
			self::text( $name ),
			$head,
			$body
		);
	}

	/**
	 * A row of a description list.
	 *
	 * @param string $name Plain text.
	 * @param string $html Escaped.
	 * @return string Empty when there is nothing to show.
	 */
	public static function row( string $name, string $html ): string {
		return '' === $html ? '' : sprintf( '<div><dt>%s</dt><dd>%s</dd></div>', self::text( $name ), $html );
	}

	/**
	 * Items of a list, the only one alone.
	 *
	 * @param string[] $items Escaped.
	 * @return string
	 */
	public static function listed( array $items ): string {
		return 1 === count( $items ) ? reset( $items ) : '<ul><li>' . implode( '</li><li>', $items ) . '</li></ul>';
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

	/**
	 * Any value as plain text.
	 *
	 * @param mixed $value As in the entry.
	 * @return string
	 */
	public static function plain( $value ): string {
		return is_string( $value ) ? trim( $value ) : ( null === $value ? '' : (string) wp_json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) );
	}

	/**
	 * Whether the value says nothing.
	 *
	 * @param mixed $value As in the entry.
	 * @return bool
	 */
	public static function is_blank( $value ): bool {
		if ( is_array( $value ) ) {
			return array() === array_filter( $value, array( self::class, 'is_said' ) );
		}
		return null === $value || ( is_string( $value ) && '' === trim( $value ) );
	}

	/**
	 * Whether it says something.
	 *
	 * @param mixed $value As in the entry.
	 * @return bool
	 */
	private static function is_said( $value ): bool {
		return ! self::is_blank( $value );
	}
}
