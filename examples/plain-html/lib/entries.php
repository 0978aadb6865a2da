<?php
// The entries of the site: one file of plain JSON each.

declare(strict_types=1);

require_once __DIR__ . '/settings.php';

/** Keeps an entry; the id begins with the moment in Beijing, so that ids stand in the order of storing. */
function keep_entry(string $entry): string
{
    $moment = new DateTimeImmutable('now', new DateTimeZone('Asia/Shanghai'));
    $id = $moment->format('Ymd-Hisu') . bin2hex(random_bytes(3));
    write_whole(entries_folder() . "/$id.json", $entry);
    return $id;
}

/** Writes aside and moves, so that nobody reads half of a file. */
function write_whole(string $file, string $text): void
{
    $aside = "$file." . bin2hex(random_bytes(6));
    if (@file_put_contents($aside, $text) !== strlen($text) || !rename($aside, $file)) {
        throw new WrongSetting('SITE_DATA', '指向的目录无法写入');
    }
}

/** An entry as it was posted; empty when there is none. */
function entry_text(string $id): string
{
    $file = entries_folder() . "/$id.json";
    return preg_match('/^\d{8}-[0-9a-f]{12,18}$/D', $id) && is_file($file) ? (string) file_get_contents($file) : '';
}

/** @return array<string, mixed>|null */
function entry_of(string $id): ?array
{
    return json_decode(entry_text($id), true);
}

/** @return array<string, array<string, mixed>> by id, the newest first */
function entries_of_item(string $pack, string $item): array
{
    $found = [];
    foreach (glob(entries_folder() . '/*.json') ?: [] as $file) {
        $entry = json_decode((string) file_get_contents($file), true);
        if (($entry['pack'] ?? null) === $pack && ($entry['item'] ?? null) === $item) {
            $found[basename($file, '.json')] = $entry;
        }
    }
    krsort($found, SORT_STRING);
    return $found;
}
