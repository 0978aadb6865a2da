<?php
/**
 * An entry as HTML for citizens, readable without scripts.
 *
 * @package Gongkai
 */

namespace Gongkai;

/**
 * The public entry.
 */
final class Entry_View {
	/** Facts about the publication, in their order. */
	const FACTS = array( 'publisher', 'index_number', 'formed_on', 'changed_on', 'effective_on', 'expires_on', 'revoked_on', 'withdrawn_on', 'attribute', 'summary' );

	/**
	 * The entry as HTML.
	 *
	 * @param string $json The entry.
	 * @return string Empty when it is none.
	 */
	public static function html( string $json ): string {
		$entry = Entry::parse( $json );
		if ( ! $entry ) {
			return '';
		}
		$data  = json_decode( $json, true );
		$lists = array(
			self::elements( $entry, $data ),
			self::rows( $data['nil'] ?? null, array( 'kind', 'reason', 'approver', 'period' ) ),
			self::rows( $data, self::FACTS ) . Value_View::row( Words::part( 'channels' ), self::channels( $data['channels'] ?? null ) ),
		);
		$html  = '';
		foreach ( array_filter( $lists, 'strlen' ) as $rows ) {
			$html .= "<dl>$rows</dl>";
		}
		// The words of the table and of the entry are Chinese on every site.
		return '<div class="gongkai-entry" lang="zh-CN">' . $html . '</div>';
	}

	/**
	 * The elements in the order of the table, then those that the table no longer has.
	 *
	 * @param Entry $entry The entry.
	 * @param array $data  The same in arrays.
	 * @return string
	 */
	private static function elements( Entry $entry, array $data ): string {
		$elements = is_array( $data['elements'] ?? null ) ? $data['elements'] : array();
		$rows     = '';
		foreach ( Pack::item( $entry->item() )['fields'] ?? array() as $field ) {
			$rows .= Value_View::row( (string) $field['name'], Value_View::html( $field, $elements[ $field['key'] ] ?? null ) );
			unset( $elements[ $field['key'] ] );
		}
		foreach ( $elements as $key => $value ) {
			$rows .= Value_View::row( (string) $key, Value_View::html( array(), $value ) );
		}
		return $rows;
	}

	/**
	 * Properties under their names.
	 *
	 * @param mixed    $data By name.
	 * @param string[] $keys Which ones.
	 * @return string
	 */
	private static function rows( $data, array $keys ): string {
		$rows = '';
		foreach ( is_array( $data ) ? $keys : array() as $key ) {
			$text  = Value_View::plain( $data[ $key ] ?? '' );
			$rows .= Value_View::row( Words::part( $key ), nl2br( Value_View::text( Words::value( $text ) ), false ) );
		}
		return $rows;
	}

	/**
	 * The channels through which the entry was made public.
	 *
	 * @param mixed $channels As in the entry.
	 * @return string
	 */
	private static function channels( $channels ): string {
		$items = array();
		foreach ( is_array( $channels ) ? $channels : array() as $channel ) {
			$part = static fn( string $key ): string => is_array( $channel ) ? Value_View::plain( $channel[ $key ] ?? '' ) : '';
			if ( '' !== $part( 'channel' ) ) {
				$said    = array( Value_View::text( $part( 'channel' ) ), Value_View::text( $part( 'published_on' ) ), Value_View::link( $part( 'proof' ), $part( 'proof' ) ) );
				$items[] = implode( ' ', array_filter( $said, 'strlen' ) );
			}
		}
		return array() === $items ? '' : Value_View::listed( $items );
	}
}
