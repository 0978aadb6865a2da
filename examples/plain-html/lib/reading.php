<?php
// An entry as citizens read it: HTML that the service makes once, kept beside the entry.

declare(strict_types=1);

require_once __DIR__ . '/entries.php';
require_once __DIR__ . '/guideline.php';
require_once __DIR__ . '/page.php';
require_once __DIR__ . '/service.php';

/** Has the HTML of an entry made and keeps it; null when the service does not answer. */
function keep_reading(string $id, int $seconds): ?string
{
    [$status, $html] = ask_service('/v1/reading/html', entry_text($id), $seconds);
    if ($status !== 200) {
        return null;
    }
    try {
        write_whole(reading_file($id), $html);
    } catch (WrongSetting) {
        // It is read all the same, and made anew next time.
    }
    return $html;
}

/** The HTML of an entry; citizens read it without the service too, and do not wait long for it. */
function reading(string $id): string
{
    $file = reading_file($id);
    return (is_file($file) ? (string) file_get_contents($file) : keep_reading($id, 2)) ?? plain_reading($id);
}

function reading_file(string $id): string
{
    return entries_folder() . "/$id.html";
}

/** Elements and all that they say, without the shapes that the guideline has for them. */
function plain_reading(string $id): string
{
    $entry = entry_of($id);
    try {
        $names = array_column(guideline_item($entry['pack'], $entry['item'])['fields'] ?? [], 'name', 'key');
    } catch (WrongSetting) {
        $names = [];
    }
    $reason = text($entry['nil']['reason'] ?? '');
    $rows = '';
    foreach ($entry['elements'] ?? [] as $key => $value) {
        $said = implode('；', array_filter(leaves($value), fn (string $text) => trim($text) !== ''));
        // What begins with x- is the site's own and no citizen's business.
        if ($said !== '' && !str_starts_with((string) $key, 'x-')) {
            $name = (string) ($names[$key] ?? $key);
            $rows .= '<div><dt>' . text($name) . '</dt><dd>' . nl2br(text($said), false) . '</dd></div>';
        }
    }
    return '<div class="gongkai-entry">' . ($reason === '' ? '' : "<p>$reason</p>") . "<dl>$rows</dl></div>";
}

/** @return string[] every text, number and answer within a value */
function leaves(mixed $value): array
{
    return match (true) {
        is_array($value) => array_merge(...array_map(leaves(...), array_values($value))),
        is_bool($value) => [$value ? '是' : '否'],
        default => [(string) $value],
    };
}
