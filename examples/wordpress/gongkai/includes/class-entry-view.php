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
	/**
	 * The entry as HTML.
	 *
	 * @param string $json  The entry.
	 * @param string $saved HTML of the day on which it was saved, for when it cannot be made.
	 * @return string Empty when it is none.
	 */
	public static function html( string $json, string $saved = '' ): string {
		$entry = Entry::parse( $json );
		if ( ! $entry ) {
			return '';
		}
		$reading = Reading::of( $json );
		if ( null === $reading ) {
			return '' === trim( $saved ) ? self::plain( $entry, json_decode( $json, true ) ) : $saved;
		}
		$lists = self::lists( $reading['elements'], 'class="gongkai-elements" lang="zh-CN"' )
			. self::lists( $reading['nil'], 'class="gongkai-nil"' )
			. self::facts( $reading );
		return sprintf( '<div class="gongkai-entry" lang="%s">%s</div>', esc_attr( $reading['lang'] ), $lists );
	}

	/**
	 * A list of facts; those that share a heading are a list of their own below it.
	 *
	 * @param array[] $facts      Facts of a reading.
	 * @param string  $attributes Attributes of the list.
	 * @return string
	 */
	private static function lists( array $facts, string $attributes ): string {
		$runs = array();
		foreach ( $facts as $fact ) {
			$heading = $fact['heading'] ?? '';
			if ( array() === $runs || end( $runs )['heading'] !== $heading ) {
				$runs[] = array(
					'heading' => $heading,
					'facts'   => array(),
				);
			}
			$runs[ array_key_last( $runs ) ]['facts'][] = $fact;
		}
		$rows = '';
		foreach ( $runs as $run ) {
			$own   = Value_View::rows( $run['facts'] );
			$rows .= '' === $run['heading'] ? $own : Value_View::row( $run['heading'], "<dl>$own</dl>" );
		}
		return '' === $rows ? '' : "<dl $attributes>$rows</dl>";
	}

	/**
	 * What else is known about the entry, and the channels through which it was made public.
	 *
	 * @param array $reading The reading.
	 * @return string
	 */
	private static function facts( array $reading ): string {
		$rows  = Value_View::rows( $reading['facts'] );
		$items = array();
		foreach ( $reading['channels'] as $channel ) {
			$said    = array(
				Value_View::text( $channel['name'] ),
				isset( $channel['published'] ) ? Value_View::day( $channel['published'] ) : '',
				Value_View::link( $channel['link'] ?? null, $channel['proof'] ?? '' ),
			);
			$items[] = implode( ' ', array_filter( $said, 'strlen' ) );
		}
		if ( array() !== $items ) {
			$rows .= Value_View::row( 'zh-CN' === $reading['lang'] ? '公开渠道' : 'Channels', Value_View::listed( $items ) );
		}
		return '' === $rows ? '' : "<dl class=\"gongkai-facts\">$rows</dl>";
	}

	/**
	 * Elements and all that they say, without the shapes that the table has for them.
	 *
	 * @param Entry $entry The entry.
	 * @param array $data  The same in arrays.
	 * @return string
	 */
	private static function plain( Entry $entry, array $data ): string {
		$names  = array_column( Pack::item( $entry->item() )['fields'] ?? array(), 'name', 'key' );
		$reason = Value_View::said( $data['nil']['reason'] ?? '' );
		$rows   = '';
		foreach ( is_array( $data['elements'] ?? null ) ? $data['elements'] : array() as $key => $value ) {
			$said = nl2br( Value_View::text( Value_View::said( $value ) ), false );
			// What begins with x- is the site's own and no citizen's business.
			if ( '' !== $said && ! str_starts_with( $key, 'x-' ) ) {
				$rows .= Value_View::row( (string) ( $names[ $key ] ?? $key ), $said );
			}
		}
		return sprintf(
			'<div class="gongkai-entry" lang="zh-CN">%s<dl>%s</dl></div>',
			'' === $reason ? '' : '<p>' . Value_View::text( $reason ) . '</p>',
			$rows
		);
	}
}
